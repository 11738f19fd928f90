using Warder.Engine.Findings;
using Warder.Engine.Rules.Exposure;
using Warder.Testing;

namespace Warder.Engine.Tests.Exposure;

/// <summary>A stranger's text that becomes code far from where the event brought it in.</summary>
public sealed class HandedOnTextTests
{
    [Theory]
    [InlineData("{ text: '${{ inputs.title }}' }", "string", ".github/workflows/w.yml .github/workflows/called.yml .github/actions/say/action.yml .github/actions/echo/action.yml")]
    [InlineData("{ text: \"${{ format('{0}!', inputs.title || 'none') }}\" }", "string", ".github/workflows/w.yml .github/workflows/called.yml .github/actions/say/action.yml .github/actions/echo/action.yml")]
    [InlineData("{ text: \"${{ inputs.title != '' }}\" }", "string", null)]
    [InlineData("{ other: '${{ inputs.title }}' }", "string", null)]
    [InlineData("{ text: '${{ inputs.title }}' }", "number", null)]
    public void An_input_is_followed_through_a_called_workflow_and_the_actions_behind_it(string with, string type, string? places)
    {
        var files = new MemoryFiles()
            .With(".github/workflows/w.yml", "on: issues\npermissions: { contents: write }\njobs:\n  a:\n    uses: ./.github/workflows/called.yml\n    with: { title: \"${{ github.event.issue.title }}\" }\n")
            .With(".github/workflows/called.yml", $"on:\n  workflow_call:\n    inputs: {{ title: {{ type: {type} }} }}\njobs:\n  b:\n    runs-on: x\n    steps:\n      - uses: ./.github/actions/say\n        with: {with}\n")
            .With(".github/actions/say/action.yml", "name: say\ninputs: { text: { description: t }, other: { description: o } }\nruns:\n  using: composite\n  steps:\n    - uses: ./.github/actions/echo\n      with: { words: '${{ inputs.text }}' }\n    - uses: ./.github/actions/say\n      with: { text: '${{ inputs.text }}' }\n")
            .With(".github/actions/echo/action.yml", "name: echo\ninputs: { words: { description: t } }\nruns:\n  using: composite\n  steps:\n    - run: echo ${{ env.WORDS }}\n      shell: bash\n      env: { WORDS: '${{ inputs.words }}' }\n");
        var found = AuditRunner.Run(files, rules: [new TemplateInjection()]).Findings;
        (found.Count == 0 ? null : string.Join(' ', found.ShouldHaveSingleItem().Related.Select(r => r.Location.Path))).ShouldBe(places);
        found.ShouldAllBe(f => f.Severity == Severity.Error && f.Message.Contains("goes as title into .github/workflows/called.yml, from there as text into .github/actions/say, from there as words into .github/actions/echo, where it is pasted into a script, within reach of GITHUB_TOKEN", StringComparison.Ordinal));
    }
}

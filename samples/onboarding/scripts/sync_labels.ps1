# Brings the repository's labels in line with a JSON file. Usage: sync_labels.ps1 -Path labels.json
param([Parameter(Mandatory)][string]$Path)

$headers = @{ Authorization = "Bearer $env:CHECKLIST_BOT_TOKEN" }
$labels = "$env:GITHUB_API_URL/repos/$env:GITHUB_REPOSITORY/labels"

foreach ($label in Get-Content $Path -Raw | ConvertFrom-Json) {
    $body = @{ new_name = $label.name; color = $label.color } | ConvertTo-Json
    Invoke-RestMethod -Method Patch -Uri "$labels/$($label.name)" -Headers $headers -Body $body
}

// Opens the report issue of a release.
const token = process.env.AAR_BOT_TOKEN;
if (!token) {
  throw new Error('AAR_BOT_TOKEN is not set');
}

const { GITHUB_API_URL, GITHUB_REPOSITORY, TAG } = process.env;
const response = await fetch(`${GITHUB_API_URL}/repos/${GITHUB_REPOSITORY}/issues`, {
  method: 'POST',
  headers: { authorization: `Bearer ${token}`, accept: 'application/vnd.github+json' },
  body: JSON.stringify({
    title: `Report: ${TAG}`,
    labels: ['release-report'],
    body: '## What went in\n\n## What went wrong\n\n## What to change\n',
  }),
});

if (!response.ok) {
  throw new Error(`The issue was refused: ${response.status}`);
}

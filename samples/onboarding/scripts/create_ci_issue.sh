#!/usr/bin/env bash
# Opens one issue about a failed run. Usage: create_ci_issue.sh TITLE
set -euo pipefail

: "${CI_ISSUE_AUTOMATION_TOKEN:?is not set}"

GH_TOKEN="$CI_ISSUE_AUTOMATION_TOKEN" gh issue create \
  --repo "$GITHUB_REPOSITORY" \
  --title "$1" \
  --label ci-failure \
  --body "Run $GITHUB_RUN_ID of $GITHUB_WORKFLOW."

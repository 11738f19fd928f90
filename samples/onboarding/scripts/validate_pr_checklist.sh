#!/usr/bin/env bash
# Fails, with a comment, when a pull request's checklist has open items. Usage: validate_pr_checklist.sh NUMBER
set -euo pipefail

number="$1"
export GH_TOKEN="$CHECKLIST_BOT_TOKEN"

open=$(gh pr view "$number" --repo "$GITHUB_REPOSITORY" --json body --jq .body | grep -c '^- \[ \]' || true)
if [ "$open" -gt 0 ]; then
  gh pr comment "$number" --repo "$GITHUB_REPOSITORY" --body "The checklist has $open open items."
  exit 1
fi

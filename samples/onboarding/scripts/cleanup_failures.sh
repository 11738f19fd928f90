#!/usr/bin/env bash
# Closes CI issues that nobody touched for two weeks.
set -euo pipefail

export GH_TOKEN="${CLEANUP_CI_FAILURE_KEY:-$GITHUB_TOKEN}"
before=$(date --utc --date '14 days ago' +%Y-%m-%d)

gh issue list --repo "$GITHUB_REPOSITORY" --label ci-failure --search "updated:<$before" --json number --jq '.[].number' |
  while read -r number; do
    gh issue close "$number" --repo "$GITHUB_REPOSITORY" --comment "No news for two weeks."
  done

#!/usr/bin/env bash
# Tells an environment to take the current commit. Usage: dispatch_environment.sh ENVIRONMENT
set -euo pipefail

environment="$1"
export GH_TOKEN="$ORCHESTRATION_TOKEN"

gh api "repos/$GITHUB_REPOSITORY/dispatches" \
  -f event_type="roll-out-$environment" \
  -f "client_payload[sha]=$GITHUB_SHA"

#!/usr/bin/env bash
# Records audits two at once and kills one of them at a random moment, again and again: no committed run may be lost, the database must
# stay whole, and the log must verify. Usage: bench/kill.sh [rounds [database]]; default 1000 in SQLite; the database is the connection string of a
# PostgreSQL server that has no history of this repository yet. WARDER names the native program.
set -euo pipefail
cd "$(dirname "$0")/.."
rounds=${1:-1000}
database=()
[ $# -lt 2 ] || database=(--database "$2")
warder=${WARDER:-$PWD/artifacts/warder/warder}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cp -r samples/onboarding/. "$folder"
cd "$folder"
git init -q . && git add -A && git -c user.name=t -c user.email=t@example.com -c commit.gpgsign=false commit -qm start

acknowledged=0 killed=0
"$warder" audit --record "${database[@]}" -q >/dev/null && true
acknowledged=1
for ((round = 1; round <= rounds; round++)); do
  "$warder" audit --record "${database[@]}" --fail-on never -q >/dev/null 2>>errors & other=$!
  "$warder" audit --record "${database[@]}" --fail-on never -q >/dev/null 2>/dev/null & victim=$!
  sleep "0.$(printf '%03d' $((RANDOM % 250)))"
  kill -9 "$victim" 2>/dev/null || true
  if wait "$victim" 2>/dev/null; then acknowledged=$((acknowledged + 1)); else killed=$((killed + 1)); fi
  if wait "$other"; then acknowledged=$((acknowledged + 1)); else echo "round $round: a run that nobody killed failed"; cat errors; exit 1; fi
  if ((round % 50 == 0)); then
    "$warder" history list "${database[@]}" --limit 1 >/dev/null
    echo "round $round: $killed killed"
  fi
done

"$warder" audit --record "${database[@]}" --fail-on never -q >/dev/null
acknowledged=$((acknowledged + 1))
"$warder" logs verify | tail -n 2
runs=$("$warder" history list "${database[@]}" --limit 0 --format json | grep -c '"key":')
lines=$(wc -l < logs/token-audit/audit-log.jsonl)
torn=$(find logs/token-audit -name 'audit-log.torn-*' | wc -l)
different=$(grep -o '"run":"[0-9a-f]*"' logs/token-audit/audit-log.jsonl | sort -u | wc -l)
echo "$rounds rounds, $killed killed, $acknowledged acknowledged, $runs runs in the history, $lines lines in the log ($different runs), $torn torn lines set aside"
[ "$runs" -ge "$acknowledged" ] && [ "$runs" -eq "$lines" ] && [ "$runs" -eq "$different" ]

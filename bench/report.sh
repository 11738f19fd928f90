#!/usr/bin/env bash
# Times the report of a year over many recorded runs: bench/report.sh [runs]; default 10000, wanted less than 2 seconds. It makes a repository
# with a commit for each run, in which findings come and go, and reads its past first. WARDER names the native program.
set -euo pipefail
cd "$(dirname "$0")/.."
runs=${1:-10000}
warder=${WARDER:-$PWD/artifacts/warder/warder}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
git init -q -b main .

# One workflow of fifty changes with each commit: another token, another right, a script that prints or does not.
awk -v runs="$runs" 'BEGIN {
  start = 1735689600; step = 31536000 / runs; srand(7)
  for (n = 0; n < runs; n++) {
    text = "on: push\npermissions: " (rand() < 0.3 ? "write-all" : "{}") "\njobs:\n  build:\n    runs-on: ubuntu-latest\n    steps:\n"
    text = text "      - uses: actions/checkout@v4\n      - run: " (rand() < 0.4 ? "echo ${{ secrets.TOKEN_" : "deploy --key ${{ secrets.TOKEN_") int(rand() * 20) " }}\n"
    printf "commit refs/heads/main\nmark :%d\ncommitter T <t@example.com> %d +0000\ndata 2\nc\n", n + 1, start + n * step
    if (n > 0) printf "from :%d\n", n
    printf "M 100644 inline .github/workflows/w%d.yml\ndata %d\n%s\n", n % 50, length(text), text
  }
}' | git fast-import --quiet
git reset -q --hard

"$warder" history backfill | tail -n 1
times=()
for _ in 1 2 3 4 5; do
  begin=$(date +%s%N)
  "$warder" report yearly --at 2025-06-01 --format html --output year.html
  times+=($((($(date +%s%N) - begin) / 1000000)))
done

"$warder" report yearly --at 2025-06-01 --format json | grep -m 1 -A 1 '"runs": {' | tail -n 1
printf '%s\n' "${times[@]}" | sort -n | sed -n 3p | sed 's/$/ ms, the median of five, for the report of a year in HTML/'

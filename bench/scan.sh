#!/usr/bin/env bash
# Compares `warder scan` with ripgrep on the same files: bench/scan.sh TREE [REPOSITORY]
# The yardstick is one search for the same prefixes; of a repository, `git log -p` over its whole history.
set -euo pipefail
home=$(cd "$(dirname "$0")/.." && pwd)
[ $# -ge 1 ] && [ $# -le 2 ] || { echo "usage: bench/scan.sh TREE [REPOSITORY]" >&2; exit 2; }
for folder in "$@"; do
  [ -d "$folder" ] || { echo "scan.sh: $folder is not a folder" >&2; exit 2; }
done
for tool in rg hyperfine; do
  command -v "$tool" >/dev/null || { echo "scan.sh: $tool is needed (Debian: apt-get install ripgrep hyperfine)" >&2; exit 2; }
done

warder=${WARDER:-$home/artifacts/warder/warder}
[ -x "$warder" ] || dotnet publish "$home/src/Warder.Cli" -c Release -o "$home/artifacts/warder" -v quiet

# The literal beginnings of the formats, from the data; signs that mean something to ripgrep are escaped.
prefixes=$(grep -o '"pattern": "[^"]*"' "$home/src/Warder.Engine/Exposure/Data/token-formats.json" \
  | sed -E 's/"pattern": "//; s/"$//; s/\\\\//g; s/[[({].*//' | awk 'length($0) >= 3' | sort -u | sed -E 's/[.]/\\./g' | paste -sd '|')
times=$(mktemp)
trap 'rm -f "$times"' EXIT
hyperfine --warmup 1 --runs "${RUNS:-7}" --ignore-failure --export-json "$times" --style none \
  -n warder "$warder scan --all-files --format json --fail-on never $1" \
  -n ripgrep "rg --no-ignore --hidden --no-messages --count-matches -a -e '$prefixes' $1" > /dev/null
tell() {
  python3 -c '
import json, sys
a, b = json.load(open(sys.argv[1]))["results"]
print("| what | median s | user s | ratio |\n|---|--:|--:|--:|")
for r in (a, b):
    print("| {} | {:.2f} | {:.2f} | {:.2f} |".format(r["command"], r["median"], r["user"], r["median"] / b["median"]))' "$times"
}
tell
if [ $# -eq 2 ]; then
  hyperfine --warmup 1 --runs "${RUNS:-5}" --ignore-failure --export-json "$times" --style none \
    -n "warder scan --history" "$warder scan --history --format json --fail-on never $2" \
    -n "git log -p" "git -C $2 log -p --all" > /dev/null
  echo
  tell
fi

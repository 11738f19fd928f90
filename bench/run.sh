#!/usr/bin/env bash
# Measures Warder as whole processes and prints a table: bench/run.sh CORPUS [DEVONBOARDER]
# What is measured, against what, and what is needed: bench/README.md.
set -euo pipefail
home=$(cd "$(dirname "$0")/.." && pwd)
[ $# -ge 1 ] && [ $# -le 2 ] || { echo "usage: bench/run.sh CORPUS [DEVONBOARDER]" >&2; exit 2; }
for folder in "$@"; do
  [ -d "$folder" ] || { echo "run.sh: $folder is not a folder" >&2; exit 2; }
done

warder=${WARDER:-$home/artifacts/warder/warder}
bare=$home/artifacts/bench/bare-parse
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
if [ ! -x "$warder" ]; then
  dotnet publish "$home/src/Warder.Cli" -c Release -o "$home/artifacts/warder" -v quiet
fi
if [ ! -x "$bare" ]; then
  dotnet publish "$home/bench/Warder.Bench.BareParse" -c Release -o "$home/artifacts/bench" -v quiet
fi
if [ ! -d "$home/tests/peers/node_modules" ]; then
  npm ci --prefix "$home/tests/peers" --no-audit --no-fund --loglevel=error
fi

# The system's Python is the one that a package of the distribution gives PyYAML to.
python=/usr/bin/python3
[ -x "$python" ] || python=python3
exec "$python" "$home/bench/measure.py" "$warder" "$bare" "$home/tests/peers/parse-workflows.mjs" "$@"

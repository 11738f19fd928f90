#!/usr/bin/env bash
# Runs every test of Warder: installs what is missing, builds the native executable, then tests it and the libraries.
# The last line is the sum of all of them: "N passed, N failed".
set -euo pipefail
cd "$(dirname "$0")"

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
configuration=Release
log=artifacts/test-output.txt
mkdir -p artifacts

command -v dotnet >/dev/null || { echo "test.sh: the .NET SDK named in global.json is missing" >&2; exit 2; }
command -v npm >/dev/null || { echo "test.sh: npm is missing: install Node 20 or later" >&2; exit 2; }

# The history is tested on a PostgreSQL server that the tests start themselves.
if ! ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1; then
  { apt-get update -q && apt-get install -yq --no-install-recommends postgresql; } >/dev/null 2>&1 \
    || echo "test.sh: PostgreSQL is missing and cannot be installed; its tests are skipped" >&2
fi

# Peers (GitHub's own parser, the SARIF validator) are pinned npm packages.
if [ ! tests/peers/node_modules/.package-lock.json -nt tests/peers/package-lock.json ]; then
  npm ci --prefix tests/peers --no-audit --no-fund --loglevel=error
fi

dotnet publish src/Warder.Cli -c "$configuration" -o artifacts/warder -v quiet
rm -rf artifacts/packages
eng/pack.sh artifacts/packages
dotnet build Warder.slnx -c "$configuration" -v quiet

export WARDER_EXE="$PWD/artifacts/warder/warder" WARDER_PACKAGES="$PWD/artifacts/packages"
status=0
dotnet test --solution Warder.slnx -c "$configuration" --no-build 2>&1 | tee "$log" || status=$?

count() { sed -nE "s/^ *$1: ([0-9]+).*/\1/p" "$log" | tail -n 1; }
passed=$(count succeeded)
failed=$(count failed)
echo "${passed:-0} passed, ${failed:-1} failed"
[ "$status" -eq 0 ] && [ "${failed:-1}" -eq 0 ] && [ "${passed:-0}" -gt 0 ]

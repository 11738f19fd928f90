#!/usr/bin/env bash
# What `warder artifacts run` costs over the bare command, and what much output costs it: bench/sessions.sh
# Wanted: less than 150 ms over a small suite, and memory that does not grow with what a suite prints.
set -euo pipefail
home=$(cd "$(dirname "$0")/.." && pwd)
for tool in python3 hyperfine git; do
  command -v "$tool" >/dev/null || { echo "sessions.sh: $tool is needed" >&2; exit 2; }
done
warder=${WARDER:-$home/artifacts/warder/warder}
[ -x "$warder" ] || dotnet publish "$home/src/Warder.Cli" -c Release -o "$home/artifacts/warder" -v quiet

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
mkdir -p .github/workflows
cp "$home"/samples/onboarding/.github/workflows/*.yml .github/workflows/ 2>/dev/null || true
cat > small.py <<'EOF'
import unittest
class Small(unittest.TestCase):
    def test_one(self): self.assertEqual(1 + 1, 2)
unittest.main(verbosity=2)
EOF
cat > .warder.yml <<'EOF'
version: 1
artifacts:
  suites:
    - {name: small, command: [/usr/bin/python3, small.py]}
    - {name: some, command: "yes 'a line of output that is neither short nor long' | head -c 20000000"}
    - {name: much, command: "yes 'a line of output that is neither short nor long' | head -c 200000000"}
EOF
git init -q && git add -A && git -c user.name=bench -c user.email=bench@localhost commit -qm bench

hyperfine --warmup 2 --runs "${RUNS:-15}" --style none --export-json times.json \
  -n "the command alone" "/usr/bin/python3 small.py" \
  -n "warder artifacts run" "$warder artifacts run small" \
  -n "the same, without the audit" "$warder artifacts run small --no-audit" > /dev/null 2>&1
python3 - <<'EOF'
import json
rows = json.load(open("times.json"))["results"]
print("| what | median ms | over the command ms |\n|---|--:|--:|")
for r in rows:
    print("| {} | {:.0f} | {:.0f} |".format(r["command"], r["median"] * 1000, (r["median"] - rows[0]["median"]) * 1000))
EOF
echo
python3 - "$warder" <<'EOF'
import os, subprocess, sys, time
print("| output | seconds | peak memory MB |\n|---|--:|--:|")
for suite, size in (("some", "20 MB"), ("much", "200 MB")):
    start = time.monotonic()
    with open(os.devnull, "w") as nowhere:
        child = subprocess.Popen([sys.argv[1], "artifacts", "run", suite, "--no-audit"], stdout=nowhere, stderr=nowhere)
        _, status, usage = os.wait4(child.pid, 0)
    assert os.waitstatus_to_exitcode(status) == 0, status
    print("| {} | {:.1f} | {:.0f} |".format(size, time.monotonic() - start, usage.ru_maxrss / 1024))
EOF

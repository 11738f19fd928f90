#!/usr/bin/env bash
# Packs Warder as a dotnet tool: the package that points at the platforms, and the native one of this machine's platform.
# Usage: eng/pack.sh [folder]; default artifacts/packages. Each platform's own machine packs its own.
set -euo pipefail
cd "$(dirname "$0")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
folder=${1:-artifacts/packages}
platform=$(dotnet --info | sed -nE 's/^ *RID: *//p')

pack() { dotnet pack src/Warder.Cli -c Release -p:PackTool=true -o "$folder" -v quiet "$@"; }

pack
pack -r "$platform"

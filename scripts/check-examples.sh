#!/usr/bin/env bash
# Synthesizes and judges every network.yaml of examples/, and checks the Terraform against the provider's own schema
# dump where one is at hand (given as an argument, or found beside the checkout).
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
schema=${1:-$root/../shared/azurerm/schema.json}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$root"
wanproof() { node --import tsx cli/main.ts "$@"; }

for network in examples/*/network.yaml; do
  name=$(basename "$(dirname "$network")")
  echo "-- $network"
  wanproof synth "$network" -o "$work/$name" >/dev/null
  verdict=0
  wanproof check "$work/$name" >"$work/$name.txt" || verdict=$?
  tail -n 3 "$work/$name.txt"
  # What exists already may hold what no input shows, so the brownfield example is undecided; nothing is violated.
  expected=0
  [ "$name" = brownfield ] && expected=3
  [ "$verdict" -eq "$expected" ] || { cat "$work/$name.txt"; echo "expected exit code $expected, got $verdict"; exit 1; }
  if [ -f "$schema" ]; then
    node --import tsx scripts/check-synth-schema.ts "$schema" "$work/$name"
  fi
done
[ -f "$schema" ] || echo "No schema dump of the provider at hand: attributes were not compared with it."

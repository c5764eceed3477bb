#!/usr/bin/env bash
# Runs the tests that lie beside every example with Terraform itself, and holds that networks with a mistake fail them. Needs
# Terraform 1.11, and azurerm: a stand-in for it that is found beside the checkout (or given as an argument), else the registry's.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
stand_in=${1:-$root/../shared/planner}
cd "$root"
if ! command -v terraform >/dev/null; then
  echo "No Terraform at hand: the tests beside the examples were made, and not run."
  exit 0
fi
folders=$(mktemp -d)
trap 'rm -rf "$folders"' EXIT
wanproof() { node --import tsx cli/main.ts "$@"; }

for network in examples/*/network.yaml; do
  wanproof synth "$network" -o "$folders/sound/$(basename "$(dirname "$network")")" >/dev/null
done
export TF_DATA_DIR=$folders/data CHECKPOINT_DISABLE=1 TF_IN_AUTOMATION=1
if [ -f "$stand_in/common.sh" ]; then
  set -- "$folders"
  # shellcheck source=/dev/null
  source "$stand_in/common.sh"
  trap 'stop; rm -rf "$folders"' EXIT
  export TF_DATA_DIR=$folders/data
fi

# tested STACK: runs its test, and leaves what Terraform says in $folders/said.
tested() {
  rm -rf "$TF_DATA_DIR"
  ( cd "$1" && terraform init -backend=false -input=false -no-color >"$folders/said" 2>&1 ) || return 2
  ( cd "$1" && terraform test -no-color >"$folders/said" 2>&1 )
}

for stack in "$folders"/sound/*/stacks/*; do
  code=0
  tested "$stack" || code=$?
  if [ "$code" -eq 2 ]; then
    echo "azurerm is not at hand, so the tests beside the examples were not run:"
    tail -n 5 "$folders/said"
    exit 0
  fi
  [ "$code" -eq 0 ] || { cat "$folders/said"; echo "the test of ${stack#"$folders"/sound/} fails, and should pass"; exit 1; }
  echo "-- ${stack#"$folders"/sound/}: passes"
done

node --import tsx scripts/test-file-mistakes.ts "$folders/sound" "$folders/wrong" >"$folders/mistakes"
while read -r rule stack; do
  if tested "$stack"; then
    echo "the test of ${stack#"$folders"/wrong/} passes, and should fail"; exit 1
  fi
  grep -q "^$rule: " "$folders/said" || { cat "$folders/said"; echo "the test of ${stack#"$folders"/wrong/} doesn't name $rule"; exit 1; }
  echo "-- ${stack#"$folders"/wrong/}: fails, as it should"
done <"$folders/mistakes"

#!/usr/bin/env bash
# The lab sees what the engine predicts, in networks that fall back, drop, leak and announce too much: real daemons in
# namespaces of this machine, with no way out. Needs root for that. With "write", the tables of docs/lab.md are written anew.
set -euo pipefail
cd "$(dirname "$0")/.."
wanproof() { node --import tsx cli/main.ts "$@"; }

PACKAGES="charon-systemd strongswan-swanctl libstrongswan-standard-plugins libcharon-extra-plugins frr nftables tcpdump"
# Name, folder or file, and what the lab must have seen there at least once.
NETWORKS="
encrypted examples/encrypted/network.yaml clear
fail-closed examples/fail-closed/network.yaml dropped
equal-prefixes scripts/lab-networks/equal-prefixes.yaml clear
leak scripts/lab-networks/leak.yaml clear
"

# A machine that is made anew for each run gets them; nobody else's is changed without being asked.
if ! wanproof lab doctor >/dev/null && [ "${CI:-}" = true ] && [ "$(id -u)" = 0 ]; then
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $PACKAGES >/dev/null
fi
if ! wanproof lab doctor; then
  echo "NOT CHECKED in a lab: the lines above say what is missing"
  # Where it is promised, its absence is a failure.
  [ "${CI:-}" != true ]
  exit
fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

lab() {
  local name=$1 file=$2 code=0
  wanproof synth "$file" -o "$work/$name" --no-gate >/dev/null
  wanproof lab "$work/$name" --format text="$work/$name.txt" --format json="$work/$name.json" >"$work/$name.log" 2>&1 || code=$?
  echo "$code" >"$work/$name.code"
}

# All at once: runs must not collide, and each mostly waits.
while read -r name file _; do
  [ -n "$name" ] || continue
  lab "$name" "$file" &
  [ "$(jobs -rp | wc -l)" -lt 4 ] || wait -n
done <<<"$NETWORKS"
wait

# What came to nothing on a busy machine (inconclusive, or not begun) is tried once more, alone; what differs is not.
while read -r name file _; do
  [ -n "$name" ] || continue
  code=$(cat "$work/$name.code")
  if [ "$code" = 2 ] || [ "$code" = 3 ]; then
    echo "-- $name: exit code $code, once more:"
    tail -n 5 "$work/$name.log"
    lab "$name" "$file"
  fi
done <<<"$NETWORKS"

failed=0
while read -r name _ seen; do
  [ -n "$name" ] || continue
  if [ "$(cat "$work/$name.code")" != 0 ]; then
    echo "-- $name: exit code $(cat "$work/$name.code")"
    cat "$work/$name.log" "$work/$name.txt" 2>/dev/null || true
    failed=1
  else
    tail -n 1 "$work/$name.txt" | sed "s/^/$name: /"
    grep -q "\"predicted\": \"$seen\"" "$work/$name.json" || { echo "$name: nothing was $seen, and something must be" >&2; failed=1; }
  fi
done <<<"$NETWORKS"
[ "$failed" = 0 ] || exit 1

names=$(awk 'NF { print $1 }' <<<"$NETWORKS")
left=$(ls /run/netns 2>/dev/null | grep -c '^wanproof-' || true)
[ "$left" = 0 ] || echo "$left namespaces of other runs are there, or were left"
for name in $names; do echo "$name=$work/$name.json"; done | xargs node --import tsx scripts/lab-page.ts "${1:-check}"

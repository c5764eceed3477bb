#!/usr/bin/env bash
# strongSwan and FRR accept every file that is rendered of every example, without a warning. They are started in namespaces
# of their own, with no way out, and only read configuration: no tunnel is made. Needs root for that.
set -euo pipefail
cd "$(dirname "$0")/.."

NEEDED="charon-systemd swanctl vtysh nft unshare"
PACKAGES="charon-systemd strongswan-swanctl libstrongswan-standard-plugins libcharon-extra-plugins frr nftables"

missing() {
  for one in $NEEDED; do
    command -v "$one" >/dev/null 2>&1 || printf '%s ' "$one"
  done
}

# A machine that is made anew for each run gets them; nobody else's is changed without being asked.
if [ -n "$(missing)" ] && [ "${CI:-}" = true ] && [ "$(id -u)" = 0 ]; then
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $PACKAGES >/dev/null
fi
if [ -n "$(missing)" ] || [ "$(id -u)" != 0 ] || ! unshare --mount --net --pid --fork true 2>/dev/null; then
  echo "NOT CHECKED by strongSwan and FRR: this needs root, namespaces, and: $(missing)"
  echo "On Debian: sudo apt-get install $PACKAGES; then sudo bash scripts/check-device.sh"
  # Where they are promised, their absence is a failure.
  [ "${CI:-}" != true ]
  exit
fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

fail() {
  printf '%s\n' "$1" >&2
  [ -s "$2" ] && sed 's/^/    /' "$2" >&2
  exit 1
}

# Only the plugins that read configuration: those that a machine lacks are no fault of a file.
cat >"$work/strongswan.conf" <<'END'
charon-systemd {
    load = random nonce aes sha1 sha2 hmac kdf openssl vici kernel-netlink socket-default
}
swanctl {
    load = random nonce sha1 sha2 openssl
}
END

# What strongSwan says while it loads the files of a device, and which tunnels it then has.
check_swanctl() {
  local device=$1 out=$2
  cat "$work/strongswan.conf" "$device/etc/strongswan.d/azure.conf" >"$work/this.conf"
  STRONGSWAN_CONF=$work/this.conf unshare --mount --net --pid --fork --mount-proc bash -euc '
    mount -t tmpfs tmpfs /run
    mount -t tmpfs tmpfs /etc/swanctl/conf.d
    cp "$1"/etc/swanctl/conf.d/* /etc/swanctl/conf.d/
    ip link set lo up
    charon-systemd >/run/charon.log 2>&1 &
    charon=$!
    for _ in $(seq 100); do [ -S /run/charon.vici ] && break; sleep 0.05; done
    swanctl --load-all --noprompt || { cat /run/charon.log; kill $charon; exit 1; }
    swanctl --list-conns
    kill $charon
    wait $charon || true
  ' check "$device" >"$out" 2>&1
}

# What FRR says while it loads a file, and which lines of it aren't in what it then runs.
check_frr() {
  local conf=$1 out=$2
  unshare --mount --net --pid --fork --mount-proc bash -euc '
    mount -t tmpfs tmpfs /run
    mkdir -p /run/frr
    chown frr:frr /run/frr
    ip link set lo up
    for daemon in zebra staticd bgpd; do
      /usr/lib/frr/$daemon -d >/run/$daemon.log 2>&1
    done
    for _ in $(seq 100); do [ -S /run/frr/bgpd.vty ] && [ -S /run/frr/staticd.vty ] && break; sleep 0.05; done
    vtysh -f "$1" || true
    for _ in $(seq 20); do
      vtysh -c "show running-config" | sed "s/ *$//" | sort >/run/running
      grep -vE "^ *!|^$" "$1" | sort | comm -13 /run/running - >/run/missing
      [ -s /run/missing ] || break
      sleep 0.1
    done
    sed "s/^/not run: /" /run/missing
  ' check "$conf" >"$out" 2>&1
}

checked=0
for folder in examples/*/; do
  file="$folder/network.yaml"
  [ -f "$file" ] || continue
  name=$(basename "$folder")
  node --import tsx cli/main.ts synth "$file" -o "$work/$name.out" --no-gate >/dev/null
  node --import tsx scripts/example-outputs.ts "$work/$name.out" >"$work/$name.json"
  node --import tsx cli/main.ts device "$work/$name.json" "$work/$name.out" --platform strongswan-frr \
    --next-hop 172.16.0.1 -o "$work/$name" >/dev/null 2>"$work/notes"
  for conf in "$work/$name"/*/etc/frr/frr.conf; do
    vtysh -C -f "$conf" >"$work/said" 2>&1 || fail "$conf: FRR refuses it" "$work/said"
    [ ! -s "$work/said" ] || fail "$conf: FRR warns" "$work/said"
    check_frr "$conf" "$work/said" || fail "$conf: FRR can't be started" "$work/said"
    [ ! -s "$work/said" ] || fail "$conf: FRR doesn't run all of it" "$work/said"
    checked=$((checked + 1))
  done
  for device in "$work/$name"/*/; do
    [ -d "$device/etc/swanctl" ] || continue
    check_swanctl "$device" "$work/said" || fail "$device: strongSwan refuses it" "$work/said"
    tunnels=$(grep -c 'version = 2' "$device/etc/swanctl/conf.d/azure.conf")
    loaded=$(grep -c '^azure[0-9]*: IKEv2' "$work/said" || true)
    [ "$loaded" = "$tunnels" ] || fail "$device: strongSwan loaded $loaded of $tunnels tunnels" "$work/said"
    ! grep -qiE 'warn|unknown|unsupported|failed|invalid|not found' "$work/said" || fail "$device: strongSwan warns" "$work/said"
    nft -c -f "$device/etc/nftables.d/azure.nft" >"$work/said" 2>&1 || fail "$device: nftables refuses its file" "$work/said"
    sh -n "$device/usr/local/sbin/azure-tunnels" || fail "$device: the shell refuses its script" /dev/null
    checked=$((checked + 3))
  done
done
[ "$checked" -gt 0 ] || { echo "no example has a device" >&2; exit 1; }
echo "$checked files of the examples are accepted by strongSwan, FRR, nftables and the shell"

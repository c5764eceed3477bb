#!/usr/bin/env bash
# Packs the project and installs the pack as people do: alone, beside an older cdktf, and with all that making Terraform
# needs. Says after each what was proved.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
plan="$root/__tests__/policies/proof/plans/sound.json"
most=30 # MB that the gate alone may take
most_packed=3700 # kB that the pack may take, and when unpacked; CHANGELOG.md says when it is raised
most_unpacked=13000

cd "$root"
pack="$work/$(npm pack --silent --pack-destination "$work" | tail -n 1)"

# An empty project, which the rest works in.
project() {
  mkdir "$work/$1"
  cd "$work/$1"
  npm init --yes > /dev/null
}

# npm refuses a peer that is out of range unless it is told not to, and here it is told nothing.
install() {
  npm install --silent --no-audit --no-fund --prefer-offline "$@"
}

kilobytes() { echo $(($(wc -c) / 1000)); }

proved() { printf 'proved: %s\n' "$1"; }

fail() {
  printf 'not so: %s\n' "$1" >&2
  exit 1
}

# The commands of the gate do their work, and load nothing that makes Terraform.
gate_works() {
  npx --no-install wanproof --version > /dev/null
  npx --no-install wanproof check "$plan" > /dev/null
  npx --no-install wanproof routes "$plan" > /dev/null
  npx --no-install wanproof view --format svg "$plan" | grep -q '^<svg '
  npx --no-install wanproof network "$plan" > saved.json
  npx --no-install wanproof check saved.json > /dev/null
  npx --no-install wanproof explain private-ip-tunnel | grep -q local_azure_ip_address_enabled
  node -e "
  for (const entry of ['wanproof/policies', 'wanproof/jest']) {
    if (Object.keys(require(entry)).length === 0) throw new Error(entry + ' exports nothing');
  }
  const loaded = Object.keys(require.cache).filter((file) => /node_modules.(cdktf|constructs|@cdktf)./.test(file));
  if (loaded.length > 0) throw new Error('the gate loads ' + loaded[0]);
  "
}

# synth, wanproof and wanproof/stacks say this in a line of their own, without a stack trace.
says_what_is_needed() {
  local code=0
  npx --no-install wanproof synth "$root/examples/encrypted/network.yaml" > out 2> err || code=$?
  [ "$code" -eq 2 ] || fail "synth ends with exit code $code"
  [ ! -s out ] && [ "$(wc -l < err)" -eq 1 ] && grep -qF "$1" err || fail "synth says: $(cat out err)"
  for entry in wanproof wanproof/stacks; do
    node -e "try { require('$entry') } catch (error) { console.log(error.message) }" | grep -qF "$1" ||
      fail "$entry doesn't say: $1"
  done
}

packed=$(kilobytes < "$pack")
unpacked=$(gzip -dc "$pack" | kilobytes)
[ "$packed" -le "$most_packed" ] || fail "the pack takes $packed kB"
[ "$unpacked" -le "$most_unpacked" ] || fail "the pack takes $unpacked kB unpacked"
! tar -tzf "$pack" | grep -q '\.map$' || fail "the pack holds source maps, and not the sources that they lead to"
proved "the pack takes $packed kB, and $unpacked kB unpacked"

project alone
install "$pack"
size=$(du -sm node_modules | cut -f 1)
[ "$size" -lt "$most" ] || fail "the gate alone takes $size MB"
gate_works
says_what_is_needed "npm install cdktf@0.21 constructs@10 @cdktf/provider-azurerm@14"
proved "alone it takes $size MB; check, routes, view, network and explain work; what makes Terraform says what to install"

project older
install cdktf@0.20 constructs@10.3.0
install "$pack"
gate_works
says_what_is_needed "cdktf 0.21.0 or newer (0.20."
proved "beside cdktf $(node -p 'require("cdktf/package.json").version') npm installs it and the gate works; what makes Terraform says that cdktf is too old"

project whole
install "$pack" cdktf@0.21 constructs@10 @cdktf/provider-azurerm@14 jest@30
gate_works
for entry in wanproof wanproof/stacks wanproof/policies wanproof/jest; do
  node -e "if (Object.keys(require('$entry')).length === 0) throw new Error('$entry exports nothing')"
done
cat > app.js <<'JS'
const { App, TerraformStack } = require("cdktf");
const { AzurermProvider } = require("@cdktf/provider-azurerm/lib/provider");
const { VirtualWan } = require("wanproof");
const app = new App({ outdir: "out" });
const stack = new TerraformStack(app, "ten-lines");
new AzurermProvider(stack, "azurerm", { features: [{}] });
const wan = new VirtualWan(stack, "wan", { name: "wan-demo", resourceGroupName: "rg-demo", location: "westeurope" });
wan.addHub("weu", { name: "hub-weu", location: "westeurope", addressPrefix: "10.100.0.0/23" });
app.synth();
JS
node app.js
test -s out/stacks/ten-lines/cdk.tf.json
npx --no-install wanproof check out > /dev/null
npx --no-install wanproof synth "$root/examples/encrypted/network.yaml" > /dev/null
proved "beside cdktf $(node -p 'require("cdktf/package.json").version') every entry point loads, ten lines and a network.yaml become Terraform that passes"

bash "$root/scripts/prepare-action.sh" "$work/action" > /dev/null
node "$work/action/dist/cli/main.js" check out > /dev/null
proved "a prepared action judges without an installation"

#!/usr/bin/env bash
# Packs the project, installs the pack into an empty project, imports every entry point and synthesizes ten lines.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cd "$root"
pack=$(npm pack --silent --pack-destination "$work" | tail -n 1)

cd "$work"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund --prefer-offline "./$pack" cdktf@^0.21.0 constructs@^10.4.0 @cdktf/provider-azurerm@^14.23.0 jest@30

for entry in wanproof wanproof/stacks wanproof/policies wanproof/jest; do
  node -e "const names = Object.keys(require('$entry')); if (names.length === 0) throw new Error('$entry exports nothing'); console.log('$entry', names.length, 'names')"
done
node -e "
require('wanproof/policies');
const loaded = Object.keys(require.cache).filter((file) => /node_modules.(cdktf|constructs|@cdktf)./.test(file));
if (loaded.length > 0) throw new Error('wanproof/policies loads ' + loaded[0]);
"

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
npx --no-install wanproof --version
npx --no-install wanproof explain private-ip-tunnel | grep -q local_azure_ip_address_enabled
npx --no-install wanproof check out

bash "$root/scripts/prepare-action.sh" "$work/action"
node action/dist/cli/main.js check out

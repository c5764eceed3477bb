#!/usr/bin/env bash
# Prepares a checkout of the action that needs no network: the built package with the packages that it needs to run.
# Usage: scripts/prepare-action.sh FOLDER, after npm ci. Commit what is in the folder, and let workflows name that commit.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
target=${1:?name the folder to prepare}

if [ -e "$target" ] && [ -n "$(ls -A "$target")" ]; then
  echo "$target is not empty" >&2
  exit 2
fi
mkdir -p "$target/node_modules"
target=$(cd "$target" && pwd)

cd "$root"
npm run --silent build
cp -R action.yml ci dist schema package.json README.md LICENSE "$target"
# The packages that it needs, and those that they need.
node -e '
const { existsSync, readFileSync } = require("node:fs");
const { dirname, join } = require("node:path");
const needed = (folder) => Object.keys(JSON.parse(readFileSync(join(folder, "package.json"), "utf8")).dependencies ?? {});
const found = (name, from) => (existsSync(join(from, "node_modules", name)) ? join(from, "node_modules", name) : found(name, dirname(from)));
const all = new Set();
const add = (folder) => {
  for (const one of needed(folder).map((name) => found(name, folder))) {
    if (!all.has(one)) {
      all.add(one);
      add(one);
    }
  }
};
add(".");
console.log([...all].join("\n"));
' | while read -r folder; do
  if [ ! -e "$target/$folder" ]; then
    mkdir -p "$(dirname "$target/$folder")"
    cp -R "$folder" "$target/$folder"
  fi
done
node "$target/dist/cli/main.js" --version > /dev/null
echo "$target holds the action"

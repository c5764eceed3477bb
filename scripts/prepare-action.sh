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
for name in $(node -p 'Object.keys(require("./package.json").dependencies).join(" ")'); do
  if [ "$(node -p "Object.keys(require('./node_modules/$name/package.json').dependencies ?? {}).length")" -ne 0 ]; then
    echo "$name needs other packages, which this script doesn't copy" >&2
    exit 1
  fi
  mkdir -p "$(dirname "$target/node_modules/$name")"
  cp -R "node_modules/$name" "$target/node_modules/$name"
done
node "$target/dist/cli/main.js" --version > /dev/null
echo "$target holds the action"

#!/usr/bin/env bash
# Opens the page that `wanproof view` writes in a real browser, and uses it: search, loss, keyboard, accessibility.
set -euo pipefail
cd "$(dirname "$0")/.."

if [ ! -x "${CHROMIUM:-/usr/bin/chromium}" ]; then
  printf 'installing chromium\n'
  apt-get update -qq
  apt-get install -y -qq --no-install-recommends chromium fonts-liberation > /dev/null
fi
node --import tsx scripts/check-view.ts

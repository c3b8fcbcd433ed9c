#!/usr/bin/env bash
# Installs the system packages that are missing, through apt-get where it is there and may be used; else says what to do.
# In: nothing, or --browser for what `make test-browser` needs.  Out: exit 0 always but where apt-get itself fails; what is there already is left alone.
set -euo pipefail

missing=()
python3 -c 'import ensurepip, venv' 2>/dev/null || missing+=(python3-venv)
[ -n "$(find /usr/share/fonts /usr/local/share/fonts -name 'LiberationSerif-Regular.ttf' -print -quit 2>/dev/null)" ] ||
  missing+=(fonts-liberation2)
command -v tesseract >/dev/null || missing+=(tesseract-ocr)
if [ "${1:-}" = --browser ]; then
  command -v chromium >/dev/null || missing+=(chromium)
fi
tesseract --list-langs 2>/dev/null | grep -qx vie || missing+=(tesseract-ocr-vie)

if [ ${#missing[@]} -eq 0 ]; then
  exit 0
fi
if ! command -v apt-get >/dev/null; then
  echo "Please install: ${missing[*]} (no apt-get here)" >&2
  exit 0
fi
if [ "$(id -u)" -eq 0 ]; then
  as_root=()
elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
  as_root=(sudo -n)
else
  echo "Please run: sudo apt-get install ${missing[*]}" >&2
  exit 0
fi
export DEBIAN_FRONTEND=noninteractive
"${as_root[@]}" apt-get update -qq </dev/null
"${as_root[@]}" apt-get install -y -qq --no-install-recommends "${missing[@]}" </dev/null >/dev/null

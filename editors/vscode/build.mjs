// Bundle the extension into dist/extension.js, with the licences of what is bundled into it.
import { build } from 'esbuild';
import fs from 'node:fs';
import path from 'node:path';

const { metafile } = await build({
  entryPoints: ['src/extension.ts'],
  outfile: 'dist/extension.js',
  bundle: true,
  minify: true,
  external: ['vscode'],
  format: 'cjs',
  platform: 'node',
  target: 'node20',
  metafile: true,
  logLevel: 'warning',
});

const packages = new Set();
for (const input of Object.keys(metafile.inputs)) {
  const inside = input.match(/^.*node_modules\/((?:@[^/]+\/)?[^/]+)/);
  if (inside) {
    packages.add(inside[0]);
  }
}
const notices = [...packages].sort().map((folder) => {
  const { name, version } = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'));
  const licence = fs.readdirSync(folder).find((file) => /^licen[cs]e/i.test(file));
  if (!licence) {
    throw new Error(`${name} comes without a licence`);
  }
  return `${name} ${version}\n\n${fs.readFileSync(path.join(folder, licence), 'utf8').trim()}\n`;
});
fs.writeFileSync('dist/LICENSES.txt', notices.join('\n' + '-'.repeat(80) + '\n\n'));

// The pictures for the documentation: node screenshots.mjs FOLDER. Look at them before you keep them.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { OURS } from './starting.mjs';
import { pause, until } from './waiting.mjs';
import { Workbench } from './workbench.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..');
const folder = path.resolve(process.argv[2] ?? 'out/screenshots');
const SIZE = { width: 1280, height: 800 };
const PLAIN = {
  'editor.fontSize': 14,
  'breadcrumbs.enabled': false,
  'window.title': '${activeEditorShort}',
  'workbench.layoutControl.enabled': false,
};

/** A folder with the sample article under a name that can be read in a tab. */
function sample() {
  const drafts = fs.mkdtempSync(path.join(os.tmpdir(), 'attrib-lsp-sample-'));
  const [article] = fs.readdirSync(path.join(root, 'seeds'));
  fs.copyFileSync(path.join(root, 'seeds', article), path.join(drafts, 'sample.txt'));
  return drafts;
}

async function take(theme, act) {
  const drafts = sample();
  const settings = { ...OURS, ...PLAIN, 'workbench.colorTheme': theme };
  const code = await Workbench.start({ drafts, settings, size: SIZE });
  try {
    await code.open('sample.txt');
    await until('findings', async () => /finding/.test(await code.status()));
    await until('squiggles', async () => (await code.squiggles()).length > 0);
    await act(code);
  } finally {
    await code.stop(`screenshots-${theme}`);
    fs.rmSync(drafts, { recursive: true, force: true });
  }
}

async function shoot(code, name) {
  await pause(800); // What fades in has faded in.
  await code.page.screenshot({ path: path.join(folder, `${name}.png`) });
}

fs.mkdirSync(folder, { recursive: true });

const showSources = async (code) => {
  await code.command('attrib-lsp: Show Sources');
  await until('sources', async () => (await code.tree()).some((row) => row.includes('Jake Sullivan')));
};
const showPage = async (code, title, words) => {
  await code.command(`attrib-lsp: ${title}`);
  await until(title, async () => words.test(await code.preview()));
};

await take('Default Dark Modern', async (code) => {
  await showSources(code);
  await code.treeRow('Liu Pengyu').click();
  await until('statements', async () => (await code.tree()).length > 9);
  await code.problems();
  await shoot(code, 'sources-dark');
  await code.press('Control+j');
  await code.goTo('is thought to be');
  await code.hover(/impersonal-evidential/);
  await shoot(code, 'hover-dark');
});

await take('Default Light Modern', async (code) => {
  await showSources(code);
  await code.goTo('several US officials');
  await code.fixes();
  await shoot(code, 'fixes-light');
  await code.press('Escape');
  await code.press('Control+b');
  await showPage(code, 'Sourcing Memo', /second source/i);
  await shoot(code, 'memo-light');
});
console.log(`pictures in ${folder}`);

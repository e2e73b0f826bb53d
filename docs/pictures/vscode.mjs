// Pictures of VS Code: node vscode.mjs FOLDER, started by tests/editors/vscode/run.sh.
import fs from 'node:fs';
import path from 'node:path';

import { OURS } from '../../tests/editors/vscode/starting.mjs';
import { pause, until } from '../../tests/editors/vscode/waiting.mjs';
import { Workbench } from '../../tests/editors/vscode/workbench.mjs';
import { Newsroom } from './newsroom.mjs';

const folder = path.resolve(process.argv[2]);
const SIZE = { width: 880, height: 580 };
const LOOK = {
  'breadcrumbs.enabled': false,
  'editor.fontSize': 14,
  'window.title': '${activeEditorShort}',
  'window.menuBarVisibility': 'hidden',
  'workbench.colorTheme': 'Default Light Modern',
  'workbench.layoutControl.enabled': false,
};

async function inEditor(name, { settings = OURS, env }, act) {
  const desk = new Newsroom();
  const given = { drafts: desk.stories, settings: { ...settings, ...LOOK }, env };
  const code = await Workbench.start({ ...given, size: SIZE, scale: 1.25 });
  try {
    await code.open('harbour.txt');
    await act(code);
  } finally {
    await code.stop(`pictures-${name}`);
    desk.close();
  }
}

/** Save the screen, or the part of it in `part`, once what fades in has faded in. */
async function shoot(code, name, part = {}) {
  await pause(900);
  const clip = { x: 0, y: 0, ...SIZE, ...part };
  await code.page.screenshot({ path: path.join(folder, `vscode-${name}.png`), clip });
}

const marked = (code) => until('squiggles', async () => (await code.squiggles()).length >= 4);

fs.mkdirSync(folder, { recursive: true });

await inEditor('missing', { settings: {}, env: { PATH: '/usr/bin:/bin', PYTHONPATH: '' } }, async (code) => {
  await until('the offer', async () => /Install it/.test(await code.notices()));
  await shoot(code, 'install');
});

await inEditor('draft', {}, async (code) => {
  await marked(code);
  await code.command('attrib-lsp: Show Sources');
  await until('sources', async () => (await code.tree()).some((row) => row.includes('Tom Hale')));
  await code.treeRow('Tom Hale').click();
  await until('statements', async () => (await code.tree()).length > 3);
  await code.problems();
  await until('problems', async () => (await code.problems()).length > 4);
  await shoot(code, 'story');
  await code.press('Control+j');
  await code.press('Control+b');

  await code.goTo('Mayor took money');
  await code.hover(/headline-contested-as-fact/);
  await shoot(code, 'hover', { height: 400 });
  await code.press('Escape');

  await code.goTo('Several officials');
  await code.fixes();
  await shoot(code, 'fixes', { height: 460 });
  await code.choose('Say where they work');
  await until('the blank', async () => (await code.selected()).includes('institution'));
  await shoot(code, 'blank', { height: 360 });
  for (const _ of [1, 2, 3]) {
    await code.press('Escape');
  }
  await code.press('Control+z');

  await code.command('attrib-lsp: Check Headline Candidates…');
  for (const [title, entered] of [
    ['the first', 'Mayor denies taking money for harbour'],
    ['1 so far', 'Fernvale sold harbour for half of its worth'],
    ['2 so far', ''],
  ]) {
    await code.page.locator('.quick-input-title:visible', { hasText: title }).waitFor();
    await code.page.keyboard.type(entered);
    await code.press('Enter');
  }
  await until('the page', async () => /Mayor denies taking/.test(await code.preview()));
  await shoot(code, 'headlines');
  await code.press('Control+w');
});

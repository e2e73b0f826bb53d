// The extension in the real editor, with the real server.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';

import { until } from './waiting.mjs';
import { Workbench } from './workbench.mjs';

const drafts = path.join(path.dirname(fileURLToPath(import.meta.url)), 'drafts');

describe('a draft in VS Code', () => {
  let code;
  before(async () => {
    code = await Workbench.start({ drafts });
    await code.open('bridge.md');
    await until('the first squiggle', async () => (await code.squiggles()).length > 0);
  });
  after(() => code?.stop('draft'));

  test('squiggles lie under the right words, an emoji in the line or not', async () => {
    const words = await until('squiggles', async () => {
      const found = await code.squiggles();
      return found.length >= 3 && found;
    });
    assert.deepEqual([...new Set(words)].sort(), ['It is believed that', 'a source']);
  });

  test('the Problems list has each finding with its code and place', async () => {
    const rows = await until('three problems', async () => {
      const found = await code.problems();
      return found.length >= 4 && found;
    });
    assert.ok(
      rows.some((row) => /ANO201.*Ln 3, Col 47/.test(row)),
      rows.join('\n'),
    );
    assert.ok(
      rows.some((row) => /ANO206.*Ln 3, Col 47/.test(row)),
      rows.join('\n'),
    );
    assert.ok(
      rows.some((row) => /UNS104.*Ln 7, Col 1/.test(row)),
      rows.join('\n'),
    );
  });

  test('a click on a code opens the rule’s page', async () => {
    await code.page.locator('.markers-panel a', { hasText: 'UNS104' }).first().click();
    await until('the page', async () => /impersonal-evidential/.test(await code.preview()));
    await code.press('Control+w');
  });

  test('the hover explains the rule', async () => {
    await code.goTo('It is believed');
    const text = await code.hover(/impersonal-evidential \(UNS104\)/);
    assert.match(text, /Why/);
    await code.press('Escape');
  });

  test('the definition of “He” is where the source is introduced', async () => {
    await code.goTo('He said that repairs');
    await code.press('F12');
    await until('the cursor at “Tom Hale”', async () => (await code.place()) === 'Ln 5, Col 1');
  });

  test('the line above the headline counts the sources and opens their view', async () => {
    const lens = code.page.locator('.codelens-decoration a', {
      hasText: '3 sources: 2 named, 1 unnamed',
    });
    await lens.first().click();
    await until('the view', async () => (await code.tree()).length === 3);
  });

  test('the Sources view lists who speaks, marks the unnamed and jumps to what they say', async () => {
    await code.command('attrib-lsp: Show Sources');
    const rows = await until('three sources', async () => {
      const found = await code.tree();
      return found.length === 3 && found;
    });
    assert.deepEqual(rows, [
      'a source | unnamed',
      'Tom Hale | the city’s chief engineer',
      'Anna Ruiz | the mayor of Fernvale',
    ]);
    await code.treeRow('Anna Ruiz').click();
    await until('her name selected', async () => /^Anna Ruiz/.test((await code.selected()).join('')));
    await code.treeRow('We were never told').click();
    await until('her words selected', async () => /We were never told/.test((await code.selected()).join('')));
  });

  test('the Sources view follows what is typed', async () => {
    await code.goTo('It is believed', 0);
    await code.page.keyboard.type('“I saw the cracks,” said Lee Park, a driver.');
    await code.press('Enter');
    await code.press('Enter');
    const rows = () => code.tree();
    await until('the new source', async () => (await rows()).includes('Lee Park | a driver'));
    await code.undo(() => rows().then((found) => !found.includes('Lee Park | a driver')));
  });

  test('the status bar counts findings and sources', async () => {
    await until('the count', async () => (await code.status()) === '3 findings, 3 sources (1 unnamed)');
  });

  test('the claim table and the memo open as pages', async () => {
    for (const [title, words] of [
      ['Claim Table', /Anna Ruiz/],
      ['Sourcing Memo', /second source/i],
    ]) {
      await code.command(`attrib-lsp: ${title}`);
      await until(title, async () => words.test(await code.preview()));
      await code.press('Control+w');
    }
  });

  test('headline candidates are checked against the story', async () => {
    await code.command('attrib-lsp: Check Headline Candidates…');
    for (const [title, entered] of [
      ['the first', 'Bridge to cost 40 million'],
      ['1 so far', ''],
    ]) {
      await code.page.locator('.quick-input-title:visible', { hasText: title }).waitFor();
      await code.page.keyboard.type(entered);
      await code.press('Enter');
    }
    const page = await until('the page', async () => {
      const shown = await code.preview();
      return /Bridge to cost 40 million/.test(shown) && shown;
    });
    assert.match(page, /Fernvale bridge to close, engineer says/);
    await code.press('Control+w');
  });

  test('a change of the settings changes the Problems list', async () => {
    code.configure({ 'attrib-lsp.ignore': ['ANO206'] });
    await until('one problem less', async () => (await code.problems()).every((row) => !row.includes('ANO206')));
    assert.ok((await code.problems()).some((row) => row.includes('ANO201')));
    code.configure({
      'attrib-lsp.ignore': [],
      'attrib-lsp.preset': 'wikipedia-like',
    });
    await until('the house’s reading', async () => (await code.problems()).every((row) => !row.includes('ANO206')));
    code.configure({ 'attrib-lsp.preset': '' });
    await until('the problem again', async () => (await code.problems()).some((row) => row.includes('ANO206')));
  });

  test('drafts that are not open are checked where the user wants it, once', async () => {
    const strike = async () => (await code.problems()).filter((row) => row.includes('ANO201'));
    assert.equal((await strike()).length, 1);
    code.configure({ 'attrib-lsp.workspaceDiagnostics': true });
    await until('the finding in the other draft', async () => (await strike()).length === 2);
    code.configure({ 'attrib-lsp.workspaceDiagnostics': false });
    await until('the end of it', async () => (await strike()).length === 1);
  });

  test('a configuration file beside a draft holds, also when it changes', async () => {
    await code.open('house/strike.md');
    const shown = async (word) =>
      (await code.problems()).some((row) => row.includes(word) && row.includes('Ln 3, Col 38'));
    await until('its finding', () => shown('ANO201'));
    assert.equal(await shown('ANO206'), false);
    fs.writeFileSync(path.join(code.folder, 'house/attrib-lsp.toml'), 'ignore = ["ANO201"]\n');
    await until('the other finding', () => shown('ANO206'));
    assert.equal(await shown('ANO201'), false);
    await code.open('bridge.md');
  });

  test('a quick fix leaves the cursor at the blank to be filled in', async () => {
    await code.goTo('It is believed');
    const fixes = await code.fixes();
    const attribute = fixes.find((title) => title.startsWith('Attribute')) ?? assert.fail(fixes.join('\n'));
    await code.choose(attribute);
    await until('the blank selected', async () => (await code.selected()).join('').length > 0);
    const before = code.text();
    await code.page.keyboard.type('Ann Lee');
    const text = await code.saved(before);
    assert.match(text, /Ann Lee/);
    await until('no such finding', async () => (await code.problems()).every((row) => !row.includes('UNS104')));
  });
});

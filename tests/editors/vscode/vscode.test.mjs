// The extension in the real editor, with the real server.
import assert from 'node:assert/strict';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';

import { until, Workbench } from './workbench.mjs';

const drafts = path.join(path.dirname(fileURLToPath(import.meta.url)), 'drafts');

describe('a draft in VS Code', () => {
  let code;
  before(async () => {
    code = await Workbench.start({ drafts });
    await code.open('bridge.md');
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
    assert.ok(rows.some((row) => /ANO201.*Ln 3, Col 47/.test(row)), rows.join('\n'));
    assert.ok(rows.some((row) => /ANO206.*Ln 3, Col 47/.test(row)), rows.join('\n'));
    assert.ok(rows.some((row) => /UNS104.*Ln 7, Col 1/.test(row)), rows.join('\n'));
  });

  test('the hover explains the rule', async () => {
    await code.goTo('It is believed');
    const text = await code.hover(/impersonal-evidential \(UNS104\)/);
    assert.match(text, /Why/);
    await code.press('Escape');
  });
});

// Drafts in other markups than Markdown: the words are found between the marks.
import assert from 'node:assert/strict';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';

import { until } from './waiting.mjs';
import { Workbench } from './workbench.mjs';

const drafts = path.join(path.dirname(fileURLToPath(import.meta.url)), 'markups');

describe('drafts in other markups', () => {
  let code;
  before(async () => {
    code = await Workbench.start({ drafts });
  });
  after(() => code?.stop('markups'));

  for (const name of ['flood.html', 'flood.rst', 'flood.adoc', 'flood.tex']) {
    test(`${name} is read`, async () => {
      await code.open(name);
      const words = await until('squiggles', async () => {
        const found = await code.squiggles();
        return found.length > 0 && found;
      });
      assert.deepEqual([...new Set(words)], ['a source']);
    });
  }
});

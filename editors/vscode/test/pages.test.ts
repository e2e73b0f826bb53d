import assert from 'node:assert/strict';
import { test } from 'node:test';

import { fromQuery, headlinesIn, toParts, type PageAddress } from '../src/pages/address';
import { announcing } from '../src/server/announcing';
import { Crashes } from '../src/server/crashes';

test('an address comes back from its URI', () => {
  const address: PageAddress = { kind: 'headlines', subject: 'file:///a%20b.md', candidates: ['“One” & two?', '3'] };
  const parts = toParts(address, 'Headlines: a/b');
  assert.equal(parts.path, '/headlines/Headlines: a∕b.md');
  assert.deepEqual(fromQuery(parts.query), address);
});

test('what is no address means no page', () => {
  for (const query of ['', '{}', 'null', '{"kind":"other","subject":"x","candidates":[]}', '{"kind":"memo"}']) {
    assert.equal(fromQuery(query), undefined);
  }
});

test('headlines are lines, without list marks and empty lines, each once', () => {
  assert.deepEqual(headlinesIn('- Mayor may resign\r\n\n2. Mayor resigns\nMayor may resign\n3,000 jobs go'), [
    'Mayor may resign',
    'Mayor resigns',
    '3,000 jobs go',
  ]);
});

test('a server that keeps ending is left alone after the third time', () => {
  const crashes = new Crashes();
  assert.deepEqual(
    [0, 1000, 2000].map((now) => crashes.again(now)),
    [true, true, false],
  );
  crashes.forget();
  assert.equal(crashes.again(3000), true);
});

test('crashes long apart do not count together', () => {
  const crashes = new Crashes();
  assert.deepEqual(
    [0, 200_000, 400_000, 600_000].map((now) => crashes.again(now)),
    [true, true, true, true],
  );
});

test('commands are announced beside other experimental capabilities', () => {
  const capabilities = { experimental: { other: true } };
  announcing(['attrib-lsp.showRule']).fillClientCapabilities(capabilities);
  assert.deepEqual(capabilities.experimental, { other: true, commands: { commands: ['attrib-lsp.showRule'] } });
});

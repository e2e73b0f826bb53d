import assert from 'node:assert/strict';
import { test } from 'node:test';

import type { Source, SourceList } from '../src/protocol';
import { nodesOf, totals } from '../src/sources/nodes';

const range = (line: number, start: number, end: number) => ({
  start: { line, character: start },
  end: { line, character: end },
});

const sullivan: Source = {
  name: 'Jake Sullivan',
  kind: 'named-person',
  unnamed: false,
  description: 'national security adviser',
  specificity: 5,
  reason: null,
  via: ['CNN'],
  first: range(3, 0, 13),
  mentions: [range(3, 0, 13), range(5, 0, 2)],
  statements: [
    {
      range: range(3, 20, 60),
      extent: range(3, 0, 61),
      text: 'there would be\n consequences',
      cue: 'warned',
      type: 'mixed',
    },
    { range: range(5, 9, 30), extent: range(5, 0, 31), text: 'the reports', cue: 'denied', type: 'indirect' },
  ],
};
const official: Source = {
  ...sullivan,
  name: 'one official',
  kind: 'unnamed-person',
  unnamed: true,
  description: null,
  via: [],
  first: range(8, 4, 16),
  statements: [],
};
const list: SourceList = { uri: 'file:///a.md', version: 1, summary: '', sources: [sullivan, official] };

test('a source shows its name, its description and its statements', () => {
  const [node] = nodesOf(list);
  assert.ok(node);
  assert.equal(node.label, 'Jake Sullivan');
  assert.equal(node.description, 'national security adviser');
  assert.equal(node.icon, 'person');
  assert.deepEqual(node.range, range(3, 0, 13));
  assert.equal(
    node.tooltip,
    'Jake Sullivan, national security adviser\n2 statements, 1 with quoted words\nspoke to CNN',
  );
  assert.deepEqual(
    node.children.map((one) => [one.label, one.description, one.icon, one.range]),
    [
      ['there would be consequences', 'line 4', 'quote', range(3, 20, 60)],
      ['the reports', 'denied · line 6', 'comment', range(5, 9, 30)],
    ],
  );
});

test('an unnamed source is marked by its icon and in words', () => {
  const node = nodesOf(list)[1];
  assert.ok(node);
  assert.deepEqual([node.icon, node.unnamed, node.description], ['question', true, 'unnamed']);
  assert.match(node.tooltip, /the story does not say why/);
  const explained = nodesOf({ ...list, sources: [{ ...official, reason: range(8, 20, 40) }] })[0];
  assert.match(explained?.tooltip ?? '', /the story says why/);
});

test('two sources of one name are two nodes', () => {
  const ids = nodesOf({ ...list, sources: [official, official] }).map((one) => one.id);
  assert.equal(new Set(ids).size, 2);
});

test('the totals count sources and those without a name', () => {
  assert.equal(totals(list), '2 sources (1 unnamed)');
  assert.equal(totals({ ...list, sources: [sullivan] }), '1 source');
  assert.equal(totals({ ...list, sources: [] }), '0 sources');
});

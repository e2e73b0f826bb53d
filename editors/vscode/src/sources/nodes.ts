/** What the Sources view shows, as plain values. Nothing here knows the editor. */
import type { Range } from 'vscode-languageserver-protocol';

import type { Kind, Source, SourceList, Statement } from '../protocol';

export interface SourceNode {
  readonly type: 'source';
  readonly id: string;
  readonly label: string;
  readonly description: string;
  readonly tooltip: string;
  readonly icon: string;
  readonly unnamed: boolean;
  readonly range: Range;
  readonly children: readonly StatementNode[];
}

export interface StatementNode {
  readonly type: 'statement';
  readonly id: string;
  readonly label: string;
  readonly description: string;
  readonly tooltip: string;
  readonly icon: string;
  readonly range: Range;
}

export type Node = SourceNode | StatementNode;

const ICONS: Readonly<Record<Kind, string>> = {
  'named-person': 'person',
  'named-organisation': 'organization',
  'unnamed-person': 'question',
  'unnamed-group': 'question',
  document: 'file-text',
  'media-outlet': 'broadcast',
};

/** Return the nodes of the view, in the order in which the sources appear in the story. */
export const nodesOf = (list: SourceList): readonly SourceNode[] => list.sources.map(sourceNode);

function sourceNode(source: Source, index: number): SourceNode {
  const id = `${index} ${source.name}`;
  return {
    type: 'source',
    id,
    label: source.name,
    description: [source.unnamed ? 'unnamed' : '', source.description ?? ''].filter(Boolean).join(' · '),
    tooltip: aboutSource(source),
    icon: source.unnamed ? 'question' : (ICONS[source.kind] ?? 'person'),
    unnamed: source.unnamed,
    range: source.first,
    children: source.statements.map((statement, at) => statementNode(statement, `${id} ${at}`)),
  };
}

function statementNode(statement: Statement, id: string): StatementNode {
  const text = oneLine(statement.text);
  const cue = oneLine(statement.cue ?? '');
  const line = `line ${statement.range.start.line + 1}`;
  return {
    type: 'statement',
    id,
    label: text,
    // “The reports” alone does not say that they were denied; a quotation speaks for itself.
    description: statement.type === 'indirect' && cue ? `${cue} · ${line}` : line,
    tooltip: cue ? `${text}\n\nattributed by “${cue}”` : text,
    icon: statement.type === 'indirect' ? 'comment' : 'quote',
    range: statement.range,
  };
}

function aboutSource(source: Source): string {
  const quotes = source.statements.filter((one) => one.type !== 'indirect').length;
  const lines = [
    [source.name, source.description].filter(Boolean).join(', '),
    `${counted(source.statements.length, 'statement')}, ${quotes ? `${quotes} with quoted words` : 'none quoted'}`,
    source.via.length ? `spoke to ${source.via.join(', ')}` : '',
    source.unnamed ? `unnamed; ${source.reason ? 'the story says why' : 'the story does not say why'}` : '',
  ];
  return lines.filter(Boolean).join('\n');
}

/** Return the totals of a draft in a few words, for the status bar. */
export function totals(list: SourceList): string {
  const unnamed = list.sources.filter((one) => one.unnamed).length;
  const all = counted(list.sources.length, 'source');
  return unnamed ? `${all} (${unnamed} unnamed)` : all;
}

export const counted = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`;

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

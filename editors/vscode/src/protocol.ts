/** What the server answers to its commands. Ranges are the protocol's: lines and UTF-16 columns from 0. */
import type { Range } from 'vscode-languageserver-protocol';

export type Kind =
  'named-person' | 'named-organisation' | 'unnamed-person' | 'unnamed-group' | 'document' | 'media-outlet';

export interface Statement {
  /** What is attributed; the whole extent where nothing is. */
  readonly range: Range;
  readonly extent: Range;
  readonly text: string;
  readonly cue: string | null;
  readonly type: 'direct' | 'mixed' | 'indirect';
}

export interface Source {
  readonly name: string;
  readonly kind: Kind;
  readonly unnamed: boolean;
  /** How the story describes the source: a role, an office. */
  readonly description: string | null;
  /** From 0, nothing known, to 5, as good as a name. */
  readonly specificity: number;
  /** Where the story says why the name is withheld. */
  readonly reason: Range | null;
  /** Outlets that the source spoke to. */
  readonly via: readonly string[];
  readonly first: Range;
  readonly mentions: readonly Range[];
  readonly statements: readonly Statement[];
}

export interface SourceList {
  readonly uri: string;
  readonly version: number | null;
  readonly summary: string;
  readonly sources: readonly Source[];
}

/** A document that the server writes: a claim table, a memo, a rule. */
export interface Page {
  readonly title: string;
  readonly markdown: string;
}

/** The server's own commands, asked for by `workspace/executeCommand`. */
export const ServerCommand = {
  sources: 'attrib-lsp.sources',
  claims: 'attrib-lsp.claims',
  memo: 'attrib-lsp.memo',
  headlines: 'attrib-lsp.headlines',
  rule: 'attrib-lsp.rule',
} as const;

/** What the server may ask this editor to do: these are announced when a conversation begins. */
export const CLIENT_COMMANDS = [
  'attrib-lsp.showSources',
  'attrib-lsp.showRule',
  'attrib-lsp.openConfiguration',
] as const;

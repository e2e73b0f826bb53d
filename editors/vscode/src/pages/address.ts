/** The addresses of documents that the server writes. Nothing here knows the editor. */

export type PageKind = 'claims' | 'memo' | 'headlines' | 'rule';

/** Which page: `subject` is a draft's URI, or a rule's code or name. */
export interface PageAddress {
  readonly kind: PageKind;
  readonly subject: string;
  readonly candidates: readonly string[];
}

export const SCHEME = 'attrib-lsp';

/** Return the parts of a page's URI. The path is what a tab shows, and ends as Markdown does. */
export function toParts(address: PageAddress, title: string): { scheme: string; path: string; query: string } {
  const shown = title.replace(/[\\/]/g, '∕').trim();
  return { scheme: SCHEME, path: `/${address.kind}/${shown.replace(/\.md$/, '')}.md`, query: JSON.stringify(address) };
}

/** Return which page a URI's `query` means, undefined where it means none. */
export function fromQuery(query: string): PageAddress | undefined {
  try {
    const { kind, subject, candidates } = JSON.parse(query) as PageAddress;
    const known = ['claims', 'memo', 'headlines', 'rule'].includes(kind);
    return known && typeof subject === 'string' && Array.isArray(candidates)
      ? { kind, subject, candidates }
      : undefined;
  } catch {
    return undefined;
  }
}

/** Return the headlines in a text, one a line, each once; list marks in front are no part of them. */
export function headlinesIn(text: string): string[] {
  const lines = text.split(/\r?\n/).map((line) => line.replace(/^\s*(?:[-*+#]+|\d+[.)])\s+/, '').trim());
  return [...new Set(lines.filter(Boolean))];
}

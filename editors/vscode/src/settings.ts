/** The settings of this extension. */
import * as os from 'node:os';
import * as vscode from 'vscode';

import { expand } from './server/find';

export const SECTION = 'attrib-lsp';

/** Settings that only a new start of the server puts in force. */
const OF_THE_START = ['path', 'command', 'languages', 'workspaceDiagnostics'];

export const configuration = (scope?: vscode.ConfigurationScope): vscode.WorkspaceConfiguration =>
  vscode.workspace.getConfiguration(SECTION, scope);

/** Settings that a configuration file may hold, too, and the path of that file. */
const SHARED = ['preset', 'select', 'ignore', 'extend-select', 'severity', 'rules', 'configuration'];
/** Settings of the editor alone. */
const SWITCHES = ['codeLens', 'inlayHints', 'workspaceDiagnostics'];

/**
 * Return what the server is told, for everything or for one folder.
 *
 * Of what a configuration file may hold, only what the user wrote: settings lie over files, and an empty list that
 * nobody wrote would silence a file.
 */
export function chosen(scope?: vscode.Uri): Record<string, unknown> {
  const settings = configuration(scope);
  const written = SHARED.filter((name) => isSet(settings.inspect(name)) && settings.get(name) !== '');
  return Object.fromEntries([...written, ...SWITCHES].map((name) => [name, settings.get(name)]));
}

/** Say whether anybody wrote a value, in whatever place. */
function isSet(found: ReturnType<vscode.WorkspaceConfiguration['inspect']>): boolean {
  return (
    found !== undefined &&
    Object.entries(found).some(([place, value]) => /^(global|workspace)\w*Value$/.test(place) && value !== undefined)
  );
}

export function command(): string[] {
  return configuration().get<string[]>('command', []).map(filled);
}

export function programPath(): string {
  return filled(configuration().get<string>('path', '').trim());
}

/** What to install, in the user's own words; empty where nobody said. */
export const wantedPackage = (): string => filled(configuration().get<string>('package', '').trim());

export const languages = (): string[] => configuration().get<string[]>('languages', []);

/** Files that a newsroom means by plain text. To the editor it is whatever it knows nothing better of. */
const PLAIN = '**/*.{txt,text}';
/** Drafts that are not saved yet, and have no name. */
const NAMELESS = '**/Untitled-*';

/** Return what is checked: files, and drafts that are not saved yet. */
export const selector = (): { scheme: string; language: string; pattern?: string }[] =>
  languages().flatMap((language) =>
    language === 'plaintext'
      ? [
          { scheme: 'file', language, pattern: PLAIN },
          { scheme: 'untitled', language, pattern: NAMELESS },
          { scheme: 'untitled', language, pattern: PLAIN },
        ]
      : ['file', 'untitled'].map((scheme) => ({ scheme, language })),
  );

/** Say whether `document` is one that is checked. */
export const isDraft = (document: vscode.TextDocument | undefined): document is vscode.TextDocument =>
  document !== undefined && vscode.languages.match(selector(), document) > 0;

/** Say whether a change of the settings asks for a new start of the server. */
export const asksForRestart = (change: vscode.ConfigurationChangeEvent): boolean =>
  OF_THE_START.some((name) => change.affectsConfiguration(`${SECTION}.${name}`));

/** Fill in the variables of a setting. */
export function filled(text: string): string {
  return expand(text, os.homedir(), vscode.workspace.workspaceFolders?.[0]?.uri.fsPath, process.env);
}

/** All commands of this extension. */
import * as vscode from 'vscode';

import type { PageKind } from '../pages/address';
import type { Pages } from '../pages/provider';
import type { Offers } from '../server/offers';
import type { Session } from '../server/session';
import type { SourceWatcher } from '../sources/watcher';
import { VIEW } from '../sources/view';
import { openConfiguration } from './configurationFile';
import { checkHeadlines } from './headlines';
import { showMenu } from './menu';
import { showRule } from './rules';

export interface Parts {
  readonly session: Session;
  readonly offers: Offers;
  readonly watcher: SourceWatcher;
  readonly pages: Pages;
}

export function registerCommands({ session, offers, watcher, pages }: Parts): vscode.Disposable {
  const draft = (): vscode.TextDocument | undefined => watcher.draft?.document;
  /** Do something with the draft in front, or say that there is none. */
  const withDraft = async (act: (document: vscode.TextDocument) => Promise<unknown>): Promise<void> => {
    const document = draft();
    await (document ? act(document) : vscode.window.showInformationMessage('Open a draft first.'));
  };
  const page = (kind: PageKind) => (): Promise<void> =>
    withDraft((document) => pages.show({ kind, subject: document.uri.toString(), candidates: [] }));

  const commands: Readonly<Record<string, (argument?: unknown) => unknown>> = {
    showSources: (uri) => showSources(uri),
    showClaims: page('claims'),
    showMemo: page('memo'),
    editMemo: () => withDraft((document) => editMemo(pages, document)),
    checkHeadlines: () => withDraft((document) => checkHeadlines(pages, document)),
    showRule: (code) => showRule(pages, draft(), code),
    openConfiguration: (uri) => openConfiguration(typeof uri === 'string' ? vscode.Uri.parse(uri) : draft()?.uri),
    openSettings: () => vscode.commands.executeCommand('workbench.action.openSettings', '@ext:attrib-lsp.attrib-lsp'),
    install: () => offers.offerInstall(),
    choose: () => offers.choose(),
    restart: () => session.restart(),
    showLog: () => session.log.show(),
    showMenu: () => showMenu(session.state),
  };
  return vscode.Disposable.from(
    ...Object.entries(commands).map(([name, act]) => vscode.commands.registerCommand(`attrib-lsp.${name}`, act)),
  );
}

/** Bring the Sources view to the front; with a draft's URI, that draft too. */
async function showSources(uri: unknown): Promise<void> {
  if (typeof uri === 'string' && vscode.window.activeTextEditor?.document.uri.toString() !== uri) {
    await vscode.window.showTextDocument(vscode.Uri.parse(uri), { preserveFocus: true });
  }
  await vscode.commands.executeCommand(`${VIEW}.focus`);
}

/** Keeps the linter off a memo: it is no story. */
const UNCHECKED = '<!-- attrib: ignore-file a memo is no story -->\n\n';

/** Open the memo as a new document, so that its blanks can be filled in. */
async function editMemo(pages: Pages, draft: vscode.TextDocument): Promise<void> {
  const memo = await pages.ask({ kind: 'memo', subject: draft.uri.toString(), candidates: [] });
  if (memo) {
    const document = await vscode.workspace.openTextDocument({
      language: 'markdown',
      content: UNCHECKED + memo.markdown,
    });
    await vscode.window.showTextDocument(document, vscode.ViewColumn.Beside);
  }
}

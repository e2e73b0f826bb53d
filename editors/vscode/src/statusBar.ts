/** The status bar's word on the draft in front: findings and sources, or why there are none. */
import * as vscode from 'vscode';

import { ServerCommand } from './protocol';
import type { Session } from './server/session';
import { isDraft, SECTION } from './settings';
import { counted, totals } from './sources/nodes';
import type { SourceWatcher } from './sources/watcher';

export function registerStatusBar(session: Session, watcher: SourceWatcher): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('attrib-lsp.status', vscode.StatusBarAlignment.Right, 90);
  item.name = 'attrib-lsp';
  item.command = 'attrib-lsp.showMenu';
  const update = (): void => {
    if (!isDraft(vscode.window.activeTextEditor?.document) && !watcher.draft) {
      item.hide();
      return;
    }
    draw(item, session, watcher);
    item.show();
  };
  update();
  return vscode.Disposable.from(
    item,
    session.onDidChange(update),
    watcher.onDidChange(update),
    vscode.window.onDidChangeActiveTextEditor(update),
    vscode.languages.onDidChangeDiagnostics(({ uris }) => {
      if (uris.some((uri) => uri.toString() === watcher.draft?.document.uri.toString())) {
        update();
      }
    }),
  );
}

/** Return the findings in a document that are ours. */
export const findings = (uri: vscode.Uri): vscode.Diagnostic[] =>
  vscode.languages.getDiagnostics(uri).filter((one) => one.source === SECTION);

function draw(item: vscode.StatusBarItem, session: Session, watcher: SourceWatcher): void {
  const { state } = session;
  item.backgroundColor = undefined;
  if (state.kind === 'starting' || state.kind === 'idle') {
    item.text = '$(loading~spin) attrib-lsp';
    item.tooltip = 'attrib-lsp is starting';
  } else if (state.kind === 'off') {
    item.text = '$(circle-slash) attrib-lsp: off';
    item.tooltip = `${state.reason} Click for what to do.`;
    item.backgroundColor = new vscode.ThemeColor('statusBarItem.warningBackground');
  } else if (watcher.draft && watcher.draft.list === undefined && session.offers(ServerCommand.sources)) {
    item.text = '$(loading~spin) reading';
    item.tooltip = 'attrib-lsp is reading the draft';
  } else if (watcher.draft) {
    const { document, list } = watcher.draft;
    const found = counted(findings(document.uri).length, 'finding');
    item.text = `$(quote) ${[found, list && totals(list)].filter(Boolean).join(', ')}`;
    item.tooltip = [`attrib-lsp ${state.version}`.trim(), list?.summary].filter(Boolean).join('\n');
  } else {
    item.text = '$(quote) attrib-lsp';
    item.tooltip = `attrib-lsp ${state.version}`.trim();
  }
}

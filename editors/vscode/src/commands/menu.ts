/** What a click on the status bar offers. */
import * as vscode from 'vscode';

import type { ServerState } from '../server/session';

interface Entry extends vscode.QuickPickItem {
  readonly command: string;
}

const ON_DRAFT: readonly Entry[] = [
  { label: '$(quote) Show sources', command: 'attrib-lsp.showSources' },
  { label: '$(warning) Show findings', command: 'workbench.actions.view.problems' },
  { label: '$(table) Claim table', command: 'attrib-lsp.showClaims' },
  { label: '$(checklist) Sourcing memo', command: 'attrib-lsp.showMemo' },
  { label: '$(edit) Check headline candidates…', command: 'attrib-lsp.checkHeadlines' },
];
const ON_SERVER: readonly Entry[] = [
  { label: '$(settings-gear) Open settings', command: 'attrib-lsp.openSettings' },
  { label: '$(file) Open configuration file', command: 'attrib-lsp.openConfiguration' },
  { label: '$(output) Show log', command: 'attrib-lsp.showLog' },
  { label: '$(debug-restart) Restart server', command: 'attrib-lsp.restart' },
];
const WITHOUT: readonly Entry[] = [
  { label: '$(cloud-download) Install or update the server…', command: 'attrib-lsp.install' },
  { label: '$(folder-opened) Choose the server program…', command: 'attrib-lsp.choose' },
];

export async function showMenu(state: ServerState): Promise<void> {
  const line = { label: '', kind: vscode.QuickPickItemKind.Separator, command: '' };
  const entries = state.kind === 'off' ? [...WITHOUT, line, ...ON_SERVER] : [...ON_DRAFT, line, ...ON_SERVER];
  const placeHolder = state.kind === 'off' ? state.reason : 'attrib-lsp';
  const picked = await vscode.window.showQuickPick(entries, { placeHolder });
  if (picked) {
    await vscode.commands.executeCommand(picked.command);
  }
}

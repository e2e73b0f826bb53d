/** The extension: a client of the attrib-lsp server, with a view of who speaks in a draft. */
import * as vscode from 'vscode';

import { registerCommands } from './commands/register';
import { Pages } from './pages/provider';
import { Offers } from './server/offers';
import { Session } from './server/session';
import { asksForRestart } from './settings';
import { registerView } from './sources/view';
import { SourceWatcher } from './sources/watcher';
import { registerStatusBar } from './statusBar';

let session: Session | undefined;

export function activate(context: vscode.ExtensionContext): void {
  const log = vscode.window.createOutputChannel('attrib-lsp', { log: true });
  session = new Session(context, log);
  const started = session;
  const offers = new Offers(context, started);
  const watcher = new SourceWatcher(started);
  const pages = new Pages(started);
  context.subscriptions.push(
    log,
    started,
    watcher,
    pages,
    registerView(watcher),
    registerStatusBar(started, watcher),
    registerCommands({ session: started, offers, watcher, pages }),
    started.onDidChange((state) => void offers.follow(state)),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (asksForRestart(change)) {
        void started.restart();
      }
    }),
    vscode.workspace.onDidGrantWorkspaceTrust(() => void started.restart()),
  );
  void started.restart();
}

export async function deactivate(): Promise<void> {
  await session?.stop();
}

/** The extension: a client of the attrib-lsp server, with a view of who speaks in a draft. */
import * as vscode from 'vscode';

import { registerCommands } from './commands/register';
import { Pages } from './pages/provider';
import { Offers } from './server/offers';
import { Session } from './server/session';
import { asksForRestart, isDraft } from './settings';
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
    vscode.workspace.onDidOpenTextDocument(() => begin(started)),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (asksForRestart(change)) {
        again(started);
      }
    }),
    vscode.workspace.onDidGrantWorkspaceTrust(() => again(started)),
  );
  begin(started);
}

/** Start the server for the first draft: it takes memory that a log file or a web page does not ask for. */
function begin(idle: Session): void {
  if (idle.state.kind === 'idle' && vscode.workspace.textDocuments.some(isDraft)) {
    void idle.restart();
  }
}

/** Put in force what has changed about the server. */
function again(started: Session): void {
  if (started.state.kind === 'idle') {
    begin(started);
  } else {
    void started.restart();
  }
}

export async function deactivate(): Promise<void> {
  await session?.stop();
}

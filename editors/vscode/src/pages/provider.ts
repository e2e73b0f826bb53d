/** Documents that the server writes, kept in step with the draft they are about. */
import * as vscode from 'vscode';

import { ServerCommand, type Page } from '../protocol';
import type { Session } from '../server/session';
import { fromQuery, SCHEME, toParts, type PageAddress } from './address';

const PAUSE_MS = 600;

export class Pages implements vscode.TextDocumentContentProvider, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<vscode.Uri>();
  private readonly disposables: vscode.Disposable[];
  private readonly timers = new Map<string, NodeJS.Timeout>();
  readonly onDidChange = this.changed.event;

  constructor(private readonly session: Session) {
    this.disposables = [
      this.changed,
      vscode.workspace.registerTextDocumentContentProvider(SCHEME, this),
      vscode.workspace.onDidChangeTextDocument(({ document }) => this.later(document.uri.toString())),
    ];
  }

  dispose(): void {
    this.timers.forEach(clearTimeout);
    vscode.Disposable.from(...this.disposables).dispose();
  }

  async provideTextDocumentContent(uri: vscode.Uri, token: vscode.CancellationToken): Promise<string | undefined> {
    const address = fromQuery(uri.query);
    const before = vscode.workspace.textDocuments.find((one) => one.uri.toString() === uri.toString())?.getText();
    const page = address && (await this.ask(address, token));
    return page?.markdown ?? before ?? 'There is nothing to show: the draft is closed.';
  }

  /** Return a page, null where the server has none. */
  ask(address: PageAddress, token?: vscode.CancellationToken): Promise<Page | null | undefined> {
    const args = address.kind === 'headlines' ? [address.subject, address.candidates] : [address.subject];
    return this.session.ask<Page>(ServerCommand[address.kind], args, token);
  }

  /** Show a page beside the draft, as Markdown is previewed; say so where the server has none. */
  async show(address: PageAddress): Promise<void> {
    const reading = { location: vscode.ProgressLocation.Window, title: 'Reading the draft' };
    const page = await vscode.window.withProgress(reading, () => this.ask(address));
    if (!page) {
      const known = this.session.offers(ServerCommand[address.kind]);
      void vscode.window.showWarningMessage(known ? nothing(address) : TOO_OLD);
      return;
    }
    const uri = vscode.Uri.from(toParts(address, page.title));
    await vscode.commands.executeCommand('markdown.showPreviewToSide', uri);
  }

  /** Write the open pages about a draft anew, after a pause in typing. */
  private later(draft: string): void {
    const open = vscode.workspace.textDocuments.filter(
      ({ uri }) => uri.scheme === SCHEME && fromQuery(uri.query)?.subject === draft,
    );
    for (const { uri } of open) {
      clearTimeout(this.timers.get(uri.toString()));
      this.timers.set(
        uri.toString(),
        setTimeout(() => {
          this.timers.delete(uri.toString());
          this.changed.fire(uri);
        }, PAUSE_MS),
      );
    }
  }
}

const TOO_OLD = 'This attrib-lsp server cannot do that yet. Update it: “attrib-lsp: Install or Update the Server…”.';

const nothing = (address: PageAddress): string =>
  address.kind === 'rule'
    ? `There is no rule “${address.subject}”.`
    : 'There is nothing to show: the draft is closed, too long, or not in English.';

/** Keeps the sources of the draft in front of the user, and tells when they change. */
import * as vscode from 'vscode';

import { ServerCommand, type SourceList } from '../protocol';
import { isDraft } from '../settings';
import type { Session } from '../server/session';

/** A pause in typing after which the list is asked for again. */
const PAUSE_MS = 400;

/** The draft in front of the user with its sources: undefined while it is read, null where the server does not read it. */
export interface Draft {
  readonly document: vscode.TextDocument;
  readonly list: SourceList | null | undefined;
}

export class SourceWatcher implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<Draft | undefined>();
  private readonly disposables: vscode.Disposable[] = [this.changed];
  private timer: NodeJS.Timeout | undefined;
  private asking: vscode.CancellationTokenSource | undefined;
  readonly onDidChange = this.changed.event;
  draft: Draft | undefined;

  constructor(private readonly session: Session) {
    this.disposables.push(
      vscode.window.onDidChangeActiveTextEditor((editor) => this.look(editor)),
      vscode.workspace.onDidCloseTextDocument(() => this.look(vscode.window.activeTextEditor)),
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (document === this.draft?.document) {
          this.later();
        }
      }),
      session.onDidChange(() => this.look(vscode.window.activeTextEditor)),
    );
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.asking?.cancel();
    vscode.Disposable.from(...this.disposables).dispose();
  }

  /** Turn to another editor. Without a text in front (a preview, the settings) the draft before stays while it is open. */
  private look(editor: vscode.TextEditor | undefined): void {
    const before = this.draft?.document;
    const document = editor ? editor.document : before?.isClosed ? undefined : before;
    if (!isDraft(document)) {
      if (!editor || isFileLike(editor.document)) {
        this.show(undefined);
      }
      return;
    }
    if (document !== before) {
      this.show({ document, list: undefined });
    }
    void this.ask();
  }

  private later(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.ask(), PAUSE_MS);
  }

  /** Ask for the list of the draft as it stands; an answer for another draft or an older text is thrown away. */
  private async ask(): Promise<void> {
    clearTimeout(this.timer);
    this.asking?.cancel();
    const document = this.draft?.document;
    if (!document || !this.session.offers(ServerCommand.sources)) {
      return;
    }
    const asking = new vscode.CancellationTokenSource();
    this.asking = asking;
    const { version } = document;
    try {
      const list = await this.session.ask<SourceList>(ServerCommand.sources, [document.uri.toString()], asking.token);
      if (this.draft?.document === document && document.version === version && list !== undefined) {
        this.show({ document, list });
      }
    } catch (error) {
      this.session.log.warn(`The sources of ${document.uri.path} are not to be had: ${String(error)}`);
    } finally {
      asking.dispose();
    }
  }

  private show(draft: Draft | undefined): void {
    this.draft = draft;
    void vscode.commands.executeCommand('setContext', 'attrib-lsp.draft', wordFor(draft));
    this.changed.fire(draft);
  }
}

/** Return the word by which the view's greeting is chosen. */
function wordFor(draft: Draft | undefined): 'none' | 'reading' | 'unread' | 'empty' | 'sources' {
  if (!draft) {
    return 'none';
  }
  if (!draft.list) {
    return draft.list === null ? 'unread' : 'reading';
  }
  return draft.list.sources.length ? 'sources' : 'empty';
}

/** Say whether `document` is one that a user works on; an output channel in front is none. */
const isFileLike = (document: vscode.TextDocument): boolean => ['file', 'untitled'].includes(document.uri.scheme);

/** One conversation with the server at a time: started, watched, started again, ended. */
import * as vscode from 'vscode';
import {
  CloseAction,
  ErrorAction,
  LanguageClient,
  State,
  type CloseHandlerResult,
  type LanguageClientOptions,
} from 'vscode-languageclient/node';
import {
  ExecuteCommandRequest,
  LSPErrorCodes,
  ResponseError,
  type ConfigurationItem,
} from 'vscode-languageserver-protocol';

import { CLIENT_COMMANDS } from '../protocol';
import { chosen, SECTION, selector } from '../settings';
import { announcing } from './announcing';
import { codeLinks } from './codeLinks';
import { Crashes } from './crashes';
import { findServer, isLaunch, type Launch } from './find';
import { surroundings } from './surroundings';

/** What the user may know of the server: idle until there is a draft; `reason` says in words why it is off. */
export type ServerState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'starting' }
  | { readonly kind: 'ready'; readonly version: string }
  | { readonly kind: 'off'; readonly why: 'missing' | 'failed'; readonly reason: string };

/** An answer that says: the text has changed meanwhile, ask again. */
const OUTDATED: readonly number[] = [
  LSPErrorCodes.ContentModified,
  LSPErrorCodes.RequestCancelled,
  LSPErrorCodes.ServerCancelled,
];

/** Answer the server's question for settings: of one document, or of all. */
function settingsFor({ section, scopeUri }: ConfigurationItem): unknown {
  return section === SECTION ? chosen(scopeUri ? vscode.Uri.parse(scopeUri) : undefined) : null;
}

export class Session implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<ServerState>();
  private readonly crashes = new Crashes();
  private client: LanguageClient | undefined;
  private starts = Promise.resolve();
  readonly onDidChange = this.changed.event;
  state: ServerState = { kind: 'idle' };

  constructor(
    private readonly context: vscode.ExtensionContext,
    readonly log: vscode.LogOutputChannel,
  ) {}

  /** End the conversation, if there is one, and begin anew. Calls come one after the other. */
  restart(): Promise<void> {
    this.crashes.forget();
    this.starts = this.starts
      .then(() => this.begin())
      .catch((error: unknown) => this.off('failed', `The server cannot be started: ${String(error)}`));
    return this.starts;
  }

  async stop(): Promise<void> {
    const client = this.client;
    this.client = undefined;
    try {
      await client?.dispose();
    } catch (error) {
      this.log.warn(`The server did not end properly: ${String(error)}`);
    }
  }

  /** Ask the server for `command`: null where it has no answer, undefined where there is none to be had just now. */
  async ask<T>(command: string, args: unknown[], token?: vscode.CancellationToken): Promise<T | null | undefined> {
    if (!this.client?.isRunning()) {
      return undefined;
    }
    try {
      return (await this.client.sendRequest(
        ExecuteCommandRequest.type,
        { command, arguments: args },
        token,
      )) as T | null;
    } catch (error) {
      if (error instanceof ResponseError && OUTDATED.includes(error.code)) {
        return undefined;
      }
      throw error;
    }
  }

  /** Say whether the server answers to `command`. */
  offers(command: string): boolean {
    return this.client?.initializeResult?.capabilities.executeCommandProvider?.commands.includes(command) ?? false;
  }

  dispose(): void {
    this.changed.dispose();
    void this.stop();
  }

  private async begin(): Promise<void> {
    await this.stop();
    this.set({ kind: 'starting' });
    const found = await findServer(surroundings(this.context));
    if (isLaunch(found)) {
      await this.launch(found);
    } else if (found) {
      this.off('failed', found.problem);
    } else {
      this.off('missing', 'The attrib-lsp server is not installed.');
    }
  }

  private async launch(found: Launch): Promise<void> {
    this.log.info(`Starting ${[found.command, ...found.args].join(' ')} (found by way of ${found.found})`);
    const client = this.newClient(found);
    this.client = client;
    client.onDidChangeState(({ newState }) => {
      if (newState === State.Running && this.client === client) {
        this.set({ kind: 'ready', version: client.initializeResult?.serverInfo?.version ?? '' });
      } else if (newState === State.Starting) {
        this.set({ kind: 'starting' });
      }
    });
    try {
      await client.start();
    } catch (error) {
      this.off('failed', `The server does not start: ${error instanceof Error ? error.message : String(error)}`);
    }
  }

  private newClient(found: Launch): LanguageClient {
    const options: LanguageClientOptions = {
      documentSelector: selector(),
      initializationOptions: () => chosen(),
      middleware: { ...codeLinks, workspace: { configuration: ({ items }) => items.map(settingsFor) } },
      outputChannel: this.log,
      diagnosticPullOptions: { onChange: true, onFocus: true },
      markdown: { isTrusted: { enabledCommands: [...CLIENT_COMMANDS] } },
      initializationFailedHandler: () => false,
      errorHandler: {
        error: () => ({ action: ErrorAction.Continue, handled: true }),
        closed: () => this.closed(),
      },
    };
    // Not in the draft's folder: a file there must not take the place of a module of the server's.
    const cwd = this.context.extensionPath;
    const start = { command: found.command, args: [...found.args], options: { cwd } };
    const client = new LanguageClient(SECTION, 'attrib-lsp', start, options);
    client.registerFeature(announcing(CLIENT_COMMANDS));
    return client;
  }

  private closed(): CloseHandlerResult {
    if (this.crashes.again(Date.now())) {
      return {
        action: CloseAction.Restart,
        handled: true,
        message: 'The server ended by itself; it is started again.',
      };
    }
    this.off('failed', 'The server ended by itself several times in a row.');
    return { action: CloseAction.DoNotRestart, handled: true };
  }

  private off(why: 'missing' | 'failed', reason: string): void {
    this.log.error(reason);
    this.set({ kind: 'off', why, reason });
  }

  private set(state: ServerState): void {
    this.state = state;
    void vscode.commands.executeCommand('setContext', 'attrib-lsp.state', state.kind);
    this.changed.fire(state);
  }
}

/** What is said and offered where there is no server. */
import * as vscode from 'vscode';

import { configuration, wantedPackage } from '../settings';
import { install, InstallError, packaged, program } from './environment';
import { findServer, isLaunch } from './find';
import { isFile } from './programs';
import type { ServerState, Session } from './session';
import { baseInterpreter, surroundings } from './surroundings';

const INSTALL = 'Install';
const UPDATE = 'Update';
const CHOOSE = 'Choose a Program…';
const LOG = 'Show Log';
const AGAIN = 'Try Again';

const NO_PYTHON =
  'There is no Python here that can make an environment. Install Python 3.10 or later from python.org ' +
  '(on Debian or Ubuntu: “sudo apt install python3-venv”), then try again.';

export class Offers {
  private told = false;

  constructor(
    private readonly context: vscode.ExtensionContext,
    private readonly session: Session,
  ) {}

  /** Say once in this window that the server is off, and offer a way on. The status bar keeps saying so. */
  async follow(state: ServerState): Promise<void> {
    if (state.kind !== 'off' || this.told) {
      return;
    }
    this.told = true;
    await (state.why === 'missing' ? this.offerInstall() : this.tell(state.reason, () => this.session.restart()));
  }

  /** Ask, then install the server into the extension's own environment, or update it there. */
  async offerInstall(): Promise<void> {
    const there = await isFile(program(this.context.globalStorageUri.fsPath, 'attrib-lsp'));
    const found = await findServer(surroundings(this.context));
    if (!there && isLaunch(found)) {
      void vscode.window.showInformationMessage(
        `There is an attrib-lsp server already, found by way of ${found.found}.`,
      );
      return;
    }
    const asked = there
      ? 'Update the attrib-lsp server in the environment that this extension keeps?'
      : 'Drafts are read by the attrib-lsp server, a Python program, and it is not on this machine. Install it? ' +
        'It goes into an environment of its own that this extension keeps; nothing else on the machine changes. ' +
        'It takes a minute and about 450 MB; drafts are never sent anywhere.';
    const action = there ? UPDATE : INSTALL;
    const answer = await vscode.window.showInformationMessage(asked, action, CHOOSE);
    if (answer === action) {
      await this.install();
    } else if (answer === CHOOSE) {
      await this.choose();
    }
  }

  /** Let the user point at a program, and remember it in the settings. */
  async choose(): Promise<void> {
    const title = 'Choose the attrib-lsp program';
    const [file] = (await vscode.window.showOpenDialog({ title, openLabel: 'Choose', canSelectMany: false })) ?? [];
    if (file) {
      await configuration().update('path', file.fsPath, vscode.ConfigurationTarget.Global);
    }
  }

  private async install(): Promise<void> {
    const interpreter = await baseInterpreter(this.context);
    if (!interpreter) {
      await this.tell(NO_PYTHON, () => this.install());
      return;
    }
    await this.session.stop(); // A running program cannot be replaced everywhere.
    const problem = await this.installShowing(interpreter);
    await this.session.restart();
    if (problem) {
      await this.tell(`attrib-lsp is not installed. ${problem}`, () => this.install());
    }
  }

  /** Install with a progress notice; return in words what went wrong. */
  private installShowing(interpreter: readonly string[]): Thenable<string | undefined> {
    const { log } = this.session;
    const shown = { location: vscode.ProgressLocation.Notification, title: 'attrib-lsp', cancellable: true };
    return vscode.window.withProgress(shown, async (progress, token) => {
      const stopping = new AbortController();
      token.onCancellationRequested(() => stopping.abort());
      const onlooker = {
        step: (words: string) => progress.report({ message: words }),
        line: (text: string) => log.info(text),
        signal: stopping.signal,
      };
      try {
        const wanted = wantedPackage() || (await packaged(this.context.extensionPath));
        await install(this.context.globalStorageUri.fsPath, interpreter, wanted, onlooker);
        return undefined;
      } catch (error) {
        log.error(String(error));
        if (token.isCancellationRequested) {
          return undefined;
        }
        return error instanceof InstallError ? error.message : String(error);
      }
    });
  }

  private async tell(problem: string, again: () => Promise<void>): Promise<void> {
    const answer = await vscode.window.showErrorMessage(problem, AGAIN, CHOOSE, LOG);
    if (answer === AGAIN) {
      await again();
    } else if (answer === CHOOSE) {
      await this.choose();
    } else if (answer === LOG) {
      this.session.log.show();
    }
  }
}

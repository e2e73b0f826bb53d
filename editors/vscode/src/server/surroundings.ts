/** What the search for the server may look at, from the settings, the Python extension and this machine. */
import * as os from 'node:os';
import * as path from 'node:path';
import * as vscode from 'vscode';

import { command, programPath } from '../settings';
import { program } from './environment';
import type { Surroundings } from './find';
import * as programs from './programs';

/** Where pipx and `pip install --user` put programs; an editor started from a menu may not know. */
const LOCAL = path.join(os.homedir(), '.local', 'bin');

/** The part of the Python extension's interface that is used here. */
interface PythonExtension {
  readonly environments?: {
    getActiveEnvironmentPath(resource?: vscode.Uri): { readonly path: string };
    resolveEnvironment(
      environment: unknown,
    ): Promise<{ readonly executable: { readonly uri?: vscode.Uri } } | undefined>;
  };
}

export function surroundings(context: vscode.ExtensionContext): Surroundings {
  return {
    command: command(),
    path: programPath(),
    own: program(context.globalStorageUri.fsPath, 'attrib-lsp'),
    onPath: (name) => programs.onPath(name, [LOCAL]),
    exists: programs.isFile,
    interpreters: () => interpreters(),
    hasServer: (interpreter) => programs.hasServer(interpreter, context.extensionPath),
  };
}

/** Return an interpreter that can make an environment; the system's go before the one chosen for this folder. */
export async function baseInterpreter(context: vscode.ExtensionContext): Promise<readonly string[] | undefined> {
  for (const interpreter of [...(await programs.interpreters([])), ...(await chosen())]) {
    if (await programs.canInstall(interpreter, context.extensionPath)) {
      return interpreter;
    }
  }
  return undefined;
}

async function interpreters(): Promise<string[][]> {
  return programs.interpreters((await chosen()).flat());
}

/** Return the interpreter chosen in the Python extension, if any. A folder that is not trusted may have brought it along. */
async function chosen(): Promise<string[][]> {
  const extension = vscode.extensions.getExtension<PythonExtension>('ms-python.python');
  if (!extension || !vscode.workspace.isTrusted) {
    return [];
  }
  try {
    const { environments } = await extension.activate();
    const active = environments?.getActiveEnvironmentPath(vscode.workspace.workspaceFolders?.[0]?.uri);
    const file = active && (await environments?.resolveEnvironment(active))?.executable.uri?.fsPath;
    return file ? [[file]] : [];
  } catch {
    return []; // Its interface is its own business; without it there are the system's interpreters.
  }
}

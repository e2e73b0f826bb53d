/** Programs on this machine: where they are, and what they answer. */
import { execFile } from 'node:child_process';
import { access, constants, stat } from 'node:fs/promises';
import * as path from 'node:path';

const PATIENCE_MS = 15_000;
const windows = process.platform === 'win32';

/** The first line of a script that fails where the server is not installed. */
const IMPORTABLE = "import importlib.util, sys; sys.exit(importlib.util.find_spec('attrib_lsp') is None)";
/** Fails where environments cannot be made or Python is older than the server takes. */
const CAPABLE = 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 10))';

export async function isFile(file: string): Promise<boolean> {
  try {
    await access(file, windows ? constants.F_OK : constants.X_OK);
    return (await stat(file)).isFile();
  } catch {
    return false;
  }
}

/** Return the folders of a `PATH`, in order. Those relative to wherever we are do not count. */
export function folders(value: string | undefined): string[] {
  return (value ?? '').split(path.delimiter).filter((folder) => path.isAbsolute(folder));
}

/** Return the full path of a program on the `PATH`, or in one of the `extra` folders. */
export async function onPath(name: string, extra: readonly string[] = []): Promise<string | undefined> {
  const endings = windows ? (process.env['PATHEXT'] ?? '.EXE').split(';') : [''];
  for (const folder of [...folders(process.env['PATH']), ...extra]) {
    for (const ending of endings) {
      const file = path.join(folder, name + ending);
      if (await isFile(file)) {
        return file;
      }
    }
  }
  return undefined;
}

/** Return Python interpreters as command lines: those `preferred`, then the system's. */
export async function interpreters(preferred: readonly string[]): Promise<string[][]> {
  const found = preferred.map((one) => [one]);
  for (const name of ['python3', 'python']) {
    const file = await onPath(name);
    if (file) {
      found.push([file]);
    }
  }
  const launcher = windows ? await onPath('py') : undefined;
  return launcher ? [...found, [launcher, '-3']] : found;
}

/** Say whether a script succeeds. It runs in `where`, a folder without Python files: none of a draft's folder is imported. */
function succeeds(interpreter: readonly string[], script: string, where: string): Promise<boolean> {
  const [command = '', ...args] = interpreter;
  return new Promise((resolve) => {
    execFile(command, [...args, '-c', script], { cwd: where, timeout: PATIENCE_MS }, (error) =>
      resolve(error === null),
    );
  });
}

export const hasServer = (interpreter: readonly string[], where: string): Promise<boolean> =>
  succeeds(interpreter, IMPORTABLE, where);

export const canInstall = (interpreter: readonly string[], where: string): Promise<boolean> =>
  succeeds(interpreter, CAPABLE, where);

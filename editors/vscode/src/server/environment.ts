/** The Python environment that this extension keeps for the server. Nothing here knows the editor. */
import { spawn } from 'node:child_process';
import { mkdir, readdir, rm } from 'node:fs/promises';
import * as path from 'node:path';

import { isFile } from './programs';

const windows = process.platform === 'win32';

const QUIETLY = ['--disable-pip-version-check', '--no-input', '--progress-bar', 'off'];

/** Follows an installation. */
export interface Onlooker {
  /** A step begins, in words for the user. */
  step(words: string): void;
  /** A line that pip or venv wrote, for the log. */
  line(text: string): void;
  readonly signal: AbortSignal;
}

/** An installation that failed, with what to do about it. */
export class InstallError extends Error {}

export const environment = (storage: string): string => path.join(storage, 'server');

/** Return a program of the environment. */
export function program(storage: string, name: string): string {
  return path.join(environment(storage), windows ? 'Scripts' : 'bin', windows ? `${name}.exe` : name);
}

/** Return the wheel of the server that lies in the extension's own `folder`, else its name on the package index. */
export async function packaged(folder: string): Promise<string> {
  const brought = path.join(folder, 'server');
  const [wheel] = (await readdir(brought).catch(() => [])).filter((name) => name.endsWith('.whl'));
  return wheel ? path.join(brought, wheel) : 'attrib-lsp';
}

/**
 * Make the environment if it is not there, and install or update `wanted` in it.
 *
 * An environment that is half made is removed again; one that was there before stays as it is.
 */
export async function install(
  storage: string,
  interpreter: readonly string[],
  wanted: string,
  onlooker: Onlooker,
): Promise<void> {
  await mkdir(storage, { recursive: true });
  const python = program(storage, 'python');
  const fresh = !(await isFile(python));
  try {
    if (fresh) {
      onlooker.step('making a Python environment…');
      await run([...interpreter, '-m', 'venv', '--clear', environment(storage)], storage, onlooker);
    }
    onlooker.step('downloading the server and what it needs…');
    await run([python, '-m', 'pip', 'install', '--upgrade', ...QUIETLY, wanted], storage, onlooker);
  } catch (error) {
    if (fresh) {
      await rm(environment(storage), { recursive: true, force: true });
    }
    throw error;
  }
}

function run(line: readonly string[], where: string, onlooker: Onlooker): Promise<void> {
  const [command = '', ...args] = line;
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: where, signal: onlooker.signal, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const read = (chunk: Buffer): void => {
      output += chunk.toString();
      for (const line of chunk.toString().split(/\r?\n/)) {
        if (line.trim()) {
          onlooker.line(line);
        }
      }
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.on('error', (error) => reject(new InstallError(explain(`${output}\n${error.message}`))));
    child.on('close', (code) => (code === 0 ? resolve() : reject(new InstallError(explain(output)))));
  });
}

const CAUSES: readonly (readonly [RegExp, string])[] = [
  [
    /ensurepip is not available|No module named '?(venv|ensurepip)/,
    'Python cannot make environments here. On Debian or Ubuntu, “sudo apt install python3-venv” mends that; then try again.',
  ],
  [
    /No space left on device|ENOSPC/,
    'The disk is full. The server needs about 450 MB, and as much again while it is unpacked; make room and try again.',
  ],
  [
    /NewConnectionError|Temporary failure in name resolution|ProxyError|SSLError|ReadTimeout|ConnectTimeout|Connection refused/,
    'The package index cannot be reached. Check the network and the proxy, or set attrib-lsp.package to a wheel that you were given; then try again.',
  ],
  [
    /Requires-Python|requires? a different python/i,
    'This Python is too old: the server needs 3.10 or later. Install a newer one and try again.',
  ],
  [
    /No matching distribution found|Could not find a version/,
    'The package index has no such package for this Python. Check the setting attrib-lsp.package, or choose a program that you have already.',
  ],
  [/Permission denied|EACCES|EPERM/, 'The extension’s folder cannot be written to. The log has the path.'],
];

/** Say what to do about an installation that wrote `output` and failed. */
export function explain(output: string): string {
  const known = CAUSES.find(([pattern]) => pattern.test(output));
  if (known) {
    return known[1];
  }
  const last = output.trim().split(/\r?\n/).at(-1) ?? '';
  return last ? `pip says: ${last}` : 'The log says what happened.';
}

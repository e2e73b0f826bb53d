import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { test } from 'node:test';

import {
  environment,
  explain,
  install,
  InstallError,
  packaged,
  program,
  type Onlooker,
} from '../src/server/environment';
import { canInstall, folders, hasServer, interpreters, onPath } from '../src/server/programs';

const quiet = (): Onlooker => ({ step: () => {}, line: () => {}, signal: new AbortController().signal });

test('a failed installation says what to do', () => {
  assert.match(explain('ERROR: ensurepip is not available'), /apt install python3-venv/);
  assert.match(
    explain('NewConnectionError(...)\nERROR: No matching distribution found for attrib-lsp'),
    /cannot be reached/,
  );
  assert.match(explain('ERROR: No matching distribution found for attrib-lsp'), /attrib-lsp\.package/);
  assert.match(explain('OSError: [Errno 28] No space left on device'), /disk is full/);
  assert.equal(explain('one\nERROR: something new\n'), 'pip says: ERROR: something new');
  assert.equal(explain(''), 'The log says what happened.');
});

test('what is half made is removed again', async (t) => {
  const storage = mkdtempSync(path.join(tmpdir(), 'attrib-lsp-'));
  t.after(() => rmSync(storage, { recursive: true, force: true }));
  const [python] = await interpreters([]);
  if (!python || !(await canInstall(python, storage))) {
    t.skip('no Python here that makes environments');
    return;
  }
  const steps: string[] = [];
  const onlooker = { ...quiet(), step: (words: string) => steps.push(words) };
  const wheel = path.join(storage, 'gone-1.0-py3-none-any.whl');
  await assert.rejects(install(storage, python, wheel, onlooker), InstallError);
  assert.equal(steps.length, 2);
  assert.equal(existsSync(environment(storage)), false);
});

test('an interpreter that is not there has nothing and can do nothing', async () => {
  assert.equal(await hasServer(['/no/python'], tmpdir()), false);
  assert.equal(await canInstall(['/no/python'], tmpdir()), false);
});

test('relative folders of the PATH are passed over: the draft’s folder is nowhere to take programs from', () => {
  assert.deepEqual(folders(['.', '/usr/bin', '', 'bin'].join(path.delimiter)), ['/usr/bin']);
});

test('a program is found on the PATH or in the other folders', async () => {
  const node = path.basename(process.execPath);
  assert.equal(await onPath('no-such-program-anywhere'), undefined);
  assert.ok(await onPath(node, [path.dirname(process.execPath)]));
});

test('programs of the environment lie in it', () => {
  assert.ok(program('/storage', 'python').startsWith(environment('/storage')));
});

test('the server that came with the extension is installed, else the one on the package index', async (t) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'attrib-lsp-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  assert.equal(await packaged(folder), 'attrib-lsp');
  const wheel = path.join(folder, 'server', 'attrib_lsp-0.1.0-py3-none-any.whl');
  mkdirSync(path.dirname(wheel));
  writeFileSync(wheel, '');
  assert.equal(await packaged(folder), wheel);
});

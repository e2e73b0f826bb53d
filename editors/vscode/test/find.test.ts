import assert from 'node:assert/strict';
import { test } from 'node:test';

import { expand, findServer, isLaunch, type Surroundings } from '../src/server/find';

/** A machine with nothing on it, but for what is given. */
function machine(given: Partial<Surroundings>, programs: readonly string[] = []): Surroundings {
  return {
    command: [],
    path: '',
    own: '/storage/server/bin/attrib-lsp',
    onPath: (name) => Promise.resolve(programs.find((one) => one.endsWith(`/${name}`))),
    exists: (path) => Promise.resolve(programs.includes(path)),
    interpreters: () => Promise.resolve([]),
    hasServer: () => Promise.resolve(false),
    ...given,
  };
}

const found = async (around: Surroundings): Promise<readonly string[] | string | undefined> => {
  const launch = await findServer(around);
  return isLaunch(launch) ? [launch.command, ...launch.args] : launch?.problem;
};

test('nothing is found on a bare machine', async () => {
  assert.equal(await found(machine({})), undefined);
});

test('the command of the settings goes before everything else', async () => {
  const around = machine({ command: ['uv', 'run', 'attrib-lsp', 'server'], path: '/opt/attrib-lsp' }, [
    '/usr/bin/uv',
    '/opt/attrib-lsp',
  ]);
  assert.deepEqual(await found(around), ['uv', 'run', 'attrib-lsp', 'server']);
});

test('the path of the settings goes before the PATH', async () => {
  const around = machine({ path: '/opt/attrib-lsp' }, ['/usr/bin/attrib-lsp', '/opt/attrib-lsp']);
  assert.deepEqual(await found(around), ['/opt/attrib-lsp', 'server']);
});

test('settings that name no program are a mistake to be told, not passed over', async () => {
  const programs = ['/usr/bin/attrib-lsp'];
  assert.match(String(await found(machine({ path: '/opt/gone' }, programs))), /attrib-lsp\.path says “\/opt\/gone”/);
  assert.match(String(await found(machine({ command: ['gone'] }, programs))), /attrib-lsp\.command starts “gone”/);
});

test('a program on the PATH goes before the own environment, and that before an interpreter', async () => {
  const python = {
    interpreters: () => Promise.resolve([['/usr/bin/python3']]),
    hasServer: () => Promise.resolve(true),
  };
  const own = '/storage/server/bin/attrib-lsp';
  assert.deepEqual(await found(machine(python, ['/usr/bin/attrib-lsp', own])), ['/usr/bin/attrib-lsp', 'server']);
  assert.deepEqual(await found(machine(python, [own])), [own, 'server']);
  assert.deepEqual(await found(machine(python)), ['/usr/bin/python3', '-m', 'attrib_lsp', 'server']);
});

test('the first interpreter that has the server is taken, with its own arguments', async () => {
  const around = machine({
    interpreters: () => Promise.resolve([['/usr/bin/python3'], ['py', '-3']]),
    hasServer: (interpreter) => Promise.resolve(interpreter[0] === 'py'),
  });
  assert.deepEqual(await found(around), ['py', '-3', '-m', 'attrib_lsp', 'server']);
});

test('variables in settings are filled in; unknown ones stay', () => {
  const filled = (text: string): string => expand(text, '/home/ann', '/drafts', { TOOLS: '/opt' });
  assert.equal(filled('~/bin/attrib-lsp'), '/home/ann/bin/attrib-lsp');
  assert.equal(filled('${workspaceFolder}/x ${userHome} ${env:TOOLS}'), '/drafts/x /home/ann /opt');
  assert.equal(filled('a~b ${env:NONE}'), 'a~b ${env:NONE}');
  assert.equal(expand('${workspaceFolder}/x', '/home/ann', undefined, {}), '${workspaceFolder}/x');
});

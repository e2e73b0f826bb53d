// What a user meets who has no server: it is said, the way out is offered, and the way out works.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';

import { OURS } from './starting.mjs';
import { pause, until } from './waiting.mjs';
import { Workbench } from './workbench.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const drafts = path.join(here, 'drafts');
const MINUTES = 60_000;

/** Run `act` in an editor of its own. */
async function inEditor(name, given, act) {
  const code = await Workbench.start({ drafts, ...given });
  try {
    await code.open('bridge.md');
    await act(code);
  } finally {
    await code.stop(name);
  }
}

describe('without a server', () => {
  test('a program that is not there is named, and the way out is offered', async () => {
    await inEditor('wrong-path', { settings: { 'attrib-lsp.path': '/no/such/attrib-lsp' } }, async (code) => {
      const text = await until('a notice', () => code.notices());
      assert.match(text, /attrib-lsp\.path says “\/no\/such\/attrib-lsp”/);
      assert.match(text, /Choose a Program/);
      await until('the status', async () => /off/.test(await code.status()));
      await code.command('attrib-lsp: Show Sources');
      assert.match(await until('the view', () => code.welcome()), /not running/);
    });
  });

  test('a server that keeps ending is not started for ever', async () => {
    const home = fs.mkdtempSync(path.join(os.tmpdir(), 'attrib-lsp-starts-'));
    const starts = path.join(home, 'starts');
    const command = ['sh', '-c', `echo >>'${starts}'; exit 1`];
    try {
      await inEditor('crashes', { settings: { 'attrib-lsp.command': command } }, async (code) => {
        await until('the end of it', async () => /off/.test(await code.status()));
        await pause(3000);
        const times = fs.readFileSync(starts, 'utf8').length;
        assert.ok(times >= 1 && times <= 3, `started ${times} times`);
        assert.match(await until('a notice', () => code.notices()), /Try Again/);
        await code.answer('Try Again');
        await until('another start', () => fs.readFileSync(starts, 'utf8').length > times);
      });
    } finally {
      fs.rmSync(home, { recursive: true, force: true });
    }
  });

  test('the extension installs it into its own environment when asked', { timeout: 10 * MINUTES }, async (t) => {
    const python = '/usr/bin/python3';
    try {
      const bare =
        'import venv, ensurepip, importlib.util, sys; sys.exit(importlib.util.find_spec("attrib_lsp") is not None)';
      execFileSync(python, ['-c', bare], {
        cwd: here,
        stdio: 'ignore',
        env: {},
      });
    } catch {
      t.skip(`${python} cannot make environments, or has attrib-lsp already`);
      return;
    }
    await inEditor('install', { settings: {}, env: { PATH: '/usr/bin:/bin', PYTHONPATH: '' } }, async (code) => {
      assert.match(await until('the offer', () => code.notices()), /an environment of its own/);
      await code.answer('Install');
      await until('a finding', async () => (await code.squiggles()).length > 0, 8 * MINUTES);
    });
  });
});

describe('a command that a folder brings along', () => {
  for (const [trusted, what] of [
    [true, 'is run where the folder is trusted'],
    [false, 'is not run where it is not; its drafts are checked all the same'],
  ]) {
    test(what, async () => {
      const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'attrib-lsp-folder-'));
      const ran = path.join(folder, 'ran');
      fs.copyFileSync(path.join(drafts, 'bridge.md'), path.join(folder, 'bridge.md'));
      fs.mkdirSync(path.join(folder, '.vscode'));
      const brought = {
        'attrib-lsp.command': ['sh', '-c', `echo >'${ran}'; exit 1`],
      };
      fs.writeFileSync(path.join(folder, '.vscode/settings.json'), JSON.stringify(brought));
      const settings = {
        ...OURS,
        'security.workspace.trust.enabled': !trusted,
      };
      try {
        await inEditor(trusted ? 'trusted' : 'untrusted', { drafts: folder, settings }, async (code) => {
          if (trusted) {
            await until('its command', () => fs.existsSync(ran));
          } else {
            await until('a finding', async () => (await code.squiggles()).length > 0);
            assert.equal(fs.existsSync(ran), false);
          }
        });
      } finally {
        fs.rmSync(folder, { recursive: true, force: true });
      }
    });
  }
});

// VS Code's server with the extension in it, and its workbench in a browser.
import { execFileSync, spawn } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { chromium } from 'playwright-core';

import { PATIENCE, pause, until } from './waiting.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.resolve(here, '../../..');

const QUIET = {
  'security.workspace.trust.enabled': false,
  'security.workspace.trust.startupPrompt': 'never',
  'workbench.startupEditor': 'none',
  'telemetry.telemetryLevel': 'off',
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'update.mode': 'none',
  'workbench.tips.enabled': false,
  'window.commandCenter': false,
  'chat.commandCenter.enabled': false,
  'git.enabled': false,
  'editor.minimap.enabled': false,
  'editor.accessibilitySupport': 'off',
  'editor.wordWrap': 'on',
  'files.autoSave': 'off',
};

/** The settings that make the extension start the server of this checkout. */
export const OURS = {
  'attrib-lsp.command': [process.env.PYTHON, '-m', 'attrib_lsp', 'server'],
};

/** A running editor: `page` is what is on the screen, `folder` what is open in it. */
export class Editor {
  /** Start VS Code with the extension on a copy of `drafts`, a folder. */
  static async start({ drafts, settings = OURS, env = {}, size = { width: 1280, height: 800 }, scale = 1 }) {
    const editor = new this();
    try {
      await editor.begin(drafts, settings, env, size, scale);
    } catch (error) {
      await editor.stop('start');
      throw error;
    }
    return editor;
  }

  async begin(drafts, settings, env, viewport, scale) {
    if (!process.env.CODE_SERVER || !process.env.CHROMIUM || !process.env.PYTHON) {
      throw new Error('CODE_SERVER, CHROMIUM and PYTHON are not set: run this by “make e2e-vscode”');
    }
    this.home = fs.mkdtempSync(path.join(os.tmpdir(), 'attrib-lsp-e2e-'));
    this.folder = path.join(this.home, 'drafts');
    fs.cpSync(drafts, this.folder, { recursive: true });
    this.settings = { ...QUIET, ...settings };
    this.configure({});
    await this.serve(env);
    this.browser = await chromium.launch({
      executablePath: process.env.CHROMIUM,
      args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
    });
    const context = await this.browser.newContext({
      viewport,
      deviceScaleFactor: scale,
    });
    this.page = await context.newPage();
    await this.page.goto(`http://127.0.0.1:${this.port}/?folder=${encodeURIComponent(this.folder)}`);
    await this.page.locator('.monaco-workbench').waitFor({ timeout: PATIENCE });
  }

  async serve(given) {
    const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('VSCODE_')));
    env.PYTHONPATH = [root, env.PYTHONPATH].filter(Boolean).join(path.delimiter);
    Object.assign(env, given);
    env.XDG_CONFIG_HOME = path.join(this.home, 'config');
    env.XDG_DATA_HOME = path.join(this.home, 'share');
    env.CS_DISABLE_GETTING_STARTED_OVERRIDE = '1';
    const places = ['--user-data-dir', this.data, '--extensions-dir', path.join(this.home, 'extensions')];
    const vsix = path.join(root, 'editors/vscode/attrib-lsp.vsix');
    execFileSync(process.env.CODE_SERVER, [...places, '--install-extension', vsix], { env, stdio: 'pipe' });
    this.port = await freePort();
    const quiet = ['--auth', 'none', '--disable-telemetry', '--disable-update-check'];
    const trust = this.settings['security.workspace.trust.enabled'] ? [] : ['--disable-workspace-trust'];
    const line = [...places, ...quiet, ...trust, '--bind-addr', `127.0.0.1:${this.port}`];
    // In a process group of its own, so that what it starts ends with it.
    this.process = spawn(process.env.CODE_SERVER, line, {
      env,
      detached: true,
      stdio: 'ignore',
    });
    await until('the server of VS Code', async () => (await fetch(`http://127.0.0.1:${this.port}/healthz`)).ok);
  }

  get data() {
    return path.join(this.home, 'data');
  }

  /** Change the user's settings, as an edit of the settings file does. */
  configure(changes) {
    this.settings = { ...this.settings, ...changes };
    for (const owner of ['User', 'Machine']) {
      fs.mkdirSync(path.join(this.data, owner), { recursive: true });
      fs.writeFileSync(path.join(this.data, owner, 'settings.json'), JSON.stringify(this.settings, null, 2));
    }
  }

  /** End everything; keep a picture and VS Code's logs under `out/NAME`. */
  async stop(name) {
    const kept = path.join(here, 'out', name);
    fs.mkdirSync(kept, { recursive: true });
    await this.page?.screenshot({ path: path.join(kept, 'end.png') }).catch(() => {});
    await this.browser?.close().catch(() => {});
    if (this.process && this.process.exitCode === null) {
      const ended = new Promise((resolve) => this.process.once('exit', resolve));
      signal(this.process.pid, 'SIGTERM');
      await Promise.race([ended, pause(3000)]);
      signal(this.process.pid, 'SIGKILL');
    }
    if (!this.home) {
      return;
    }
    const logs = path.join(this.data, 'logs');
    if (fs.existsSync(logs)) {
      fs.cpSync(logs, path.join(kept, 'logs'), { recursive: true });
    }
    fs.rmSync(this.home, { recursive: true, force: true });
  }
}

function freePort() {
  return new Promise((resolve) => {
    const server = net.createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

function signal(group, name) {
  try {
    process.kill(-group, name);
  } catch {
    // It has ended already.
  }
}

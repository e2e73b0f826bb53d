// VS Code's workbench in a browser, driven as a user drives it: by keys and by what is on the screen.
import { execFileSync, spawn } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { chromium } from 'playwright-core';

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.resolve(here, '../../..');
const PATIENCE = 60_000;

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

const SQUIGGLE = ':is(.squiggly-error, .squiggly-warning, .squiggly-info, .squiggly-hint)';
const EDITOR = '.editor-instance .monaco-editor';

/** The settings that make the extension start the server of this checkout. */
export const OURS = { 'attrib-lsp.command': [process.env.PYTHON, '-m', 'attrib_lsp', 'server'] };

export class Workbench {
  /** Start VS Code with the extension on a copy of `drafts`, a folder. */
  static async start({ drafts, settings = OURS, env = {}, size = { width: 1280, height: 800 }, scale = 1 }) {
    const workbench = new Workbench();
    try {
      await workbench.#start(drafts, settings, env, size, scale);
    } catch (error) {
      await workbench.stop('start');
      throw error;
    }
    return workbench;
  }

  async #start(drafts, settings, env, viewport, scale) {
    if (!process.env.CODE_SERVER || !process.env.CHROMIUM || !process.env.PYTHON) {
      throw new Error('CODE_SERVER, CHROMIUM and PYTHON are not set: run this by “make e2e-vscode”');
    }
    this.home = fs.mkdtempSync(path.join(os.tmpdir(), 'attrib-lsp-e2e-'));
    this.folder = path.join(this.home, 'drafts');
    fs.cpSync(drafts, this.folder, { recursive: true });
    this.settings = { ...QUIET, ...settings };
    this.configure({});
    await this.#serve(env);
    this.browser = await chromium.launch({
      executablePath: process.env.CHROMIUM,
      args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
    });
    const context = await this.browser.newContext({ viewport, deviceScaleFactor: scale });
    this.page = await context.newPage();
    await this.page.goto(`http://127.0.0.1:${this.port}/?folder=${encodeURIComponent(this.folder)}`);
    await this.page.locator('.monaco-workbench').waitFor({ timeout: PATIENCE });
  }

  async #serve(given) {
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
    this.process = spawn(process.env.CODE_SERVER, line, { env, detached: true, stdio: 'ignore' });
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

  press(keys) {
    return this.page.keyboard.press(keys);
  }

  /** Run a command by its title in the palette. */
  async command(title) {
    await this.press('F1');
    const input = this.page.locator('.quick-input-widget:visible input[type=text]');
    await input.fill(`>${title}`);
    await this.page.locator('.quick-input-list .monaco-list-row.focused', { hasText: title }).first().waitFor({ timeout: 15_000 });
    await this.press('Enter');
  }

  /** Open a file of the folder. */
  async open(name) {
    await this.press('Control+p');
    await this.page.locator('.quick-input-widget:visible input[type=text]').fill(name);
    const row = this.page.locator('.quick-input-list .monaco-list-row.focused', { hasText: path.basename(name) });
    await row.first().waitFor({ timeout: 15_000 });
    await this.press('Enter');
    await this.page.locator(`.tab.active[data-resource-name="${path.basename(name)}"]`).waitFor({ timeout: PATIENCE });
    await this.page.locator(`${EDITOR} .view-line`).first().waitFor({ timeout: PATIENCE });
    await this.page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
    this.file = path.join(this.folder, name);
  }

  text() {
    return fs.readFileSync(this.file, 'utf8');
  }

  /** Put the cursor `inside` characters into the first of `words` in the file. */
  async goTo(words, inside = 1) {
    const offset = this.text().indexOf(words);
    if (offset < 0) {
      throw new Error(`“${words}” is not in the file`);
    }
    const before = this.text().slice(0, offset + inside).split('\n');
    await this.press('Control+g');
    const place = `${before.length}:${[...before.at(-1)].reduce((sum, one) => sum + one.length, 1)}`;
    await this.page.locator('.quick-input-widget:visible input[type=text]').fill(`:${place}`);
    await this.press('Enter');
    await this.page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
  }

  /** The words under each squiggle on the screen. */
  squiggles() {
    return this.page.evaluate(wordsUnder, [`${EDITOR} ${SQUIGGLE}`, `${EDITOR} .view-line`]);
  }

  /** The words that are selected in the editor. */
  selected() {
    return this.page.evaluate(wordsUnder, [`${EDITOR} .selected-text`, `${EDITOR} .view-line`]);
  }

  /** Show the Problems list and return its rows, as read to a user who cannot see. */
  async problems() {
    if (!(await this.page.locator('.markers-panel').isVisible())) {
      await this.press('Control+Shift+m');
    }
    const rows = await this.page.locator('.markers-panel .monaco-list-row').allInnerTexts();
    return rows.map((row) => row.replace(/\s+/g, ' ').trim());
  }

  /** Take back what was typed, until `done`. */
  async undo(done) {
    for (let steps = 0; steps < 20; steps++) {
      await this.press('Control+z');
    }
    await until('the text as it was', done);
  }

  /** What the hover at the cursor says, once `expected` is in it. */
  async hover(expected) {
    await this.press('Control+k');
    await this.press('Control+i');
    const shown = this.page.locator('.monaco-hover:not(.hidden)');
    return until(`a hover with ${expected}`, async () => {
      const text = (await shown.allInnerTexts()).join('\n').trim();
      return expected.test(text) && text;
    });
  }

  /** The quick fixes offered at the cursor. The list stays open. */
  async fixes() {
    await this.press('Control+.');
    const rows = this.page.locator('.action-widget .monaco-list-row');
    await rows.first().waitFor({ timeout: 15_000 });
    return rows.allInnerTexts();
  }

  /** Choose in the open list of quick fixes: with the keyboard, since a layer keeps the mouse off it. */
  async choose(title) {
    const focused = this.page.locator('.action-widget .monaco-list-row.focused');
    for (let tries = 0; tries < 40 && !(await focused.allInnerTexts()).join().includes(title); tries++) {
      await this.press('ArrowDown');
    }
    await this.press('Enter');
  }

  /** Save, and return the file's text once it is another than `before`. */
  async saved(before) {
    await this.press('Control+s');
    return until('the saved file', () => this.text() !== before && this.text());
  }

  /** Where the cursor is, as the status bar says it: "Ln 5, Col 1". */
  async place() {
    const text = await this.page.locator('.statusbar-item[id="status.editor.selection"]').innerText();
    return text.replace(/\s*\(.*/, '').trim();
  }

  /** The rows of the Sources view, from the top: label and description. */
  tree() {
    return this.page.locator('.tree-explorer-viewlet-tree-view .monaco-list-row').evaluateAll((rows) =>
      rows.map((row) =>
        ['.label-name', '.label-description']
          .map((part) => row.querySelector(part)?.textContent?.trim())
          .filter(Boolean)
          .join(' | '),
      ),
    );
  }

  treeRow(words) {
    return this.page.locator('.tree-explorer-viewlet-tree-view .monaco-list-row', { hasText: words }).first();
  }

  /** What the sidebar says where it has no tree. */
  welcome() {
    return this.page.locator('.welcome-view-content:visible').first().innerText();
  }

  /** What the Markdown preview in front shows; it lives in a frame in a frame. */
  async preview() {
    for (const frame of this.page.frames()) {
      const body = frame.locator('body.vscode-body:visible');
      if (frame.parentFrame()?.parentFrame() && (await body.count()) > 0) {
        return body.first().innerText({ timeout: 2000 });
      }
    }
    return '';
  }

  /** The notices on the screen. */
  async notices() {
    const texts = await this.page.locator('.notifications-toasts .notification-list-item').allInnerTexts();
    return texts.join('\n');
  }

  /** Press a button of a notice. */
  answer(title) {
    return this.page.locator('.notifications-toasts .monaco-button', { hasText: title }).first().click();
  }

  /** What our item of the status bar says. */
  async status() {
    const texts = await this.page.locator('.statusbar-item[id*="attrib-lsp"]').allInnerTexts();
    return texts.join(' ').trim();
  }
}

/** Return the characters whose middle lies in one of the boxes of `boxes`, one string a box. Runs in the browser. */
function wordsUnder([boxes, lines]) {
  return [...document.querySelectorAll(boxes)].map((element) => {
    const box = element.getBoundingClientRect();
    const middle = box.top + box.height / 2;
    let words = '';
    for (const line of document.querySelectorAll(lines)) {
      const around = line.getBoundingClientRect();
      if (middle < around.top || middle > around.bottom) {
        continue;
      }
      const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
      const range = document.createRange();
      for (let node; (node = walker.nextNode()); ) {
        for (let at = 0; at < node.length; at++) {
          range.setStart(node, at);
          range.setEnd(node, at + 1);
          const one = range.getBoundingClientRect();
          const x = one.left + one.width / 2;
          const y = one.top + one.height / 2;
          if (one.width && x > box.left && x < box.right && y > box.top && y < box.bottom) {
            words += node.data[at];
          }
        }
      }
    }
    return words.replaceAll('\u00a0', ' ');
  });
}

/** Ask `question` until it answers with something; fail after `patience` milliseconds. */
export async function until(what, question, patience = PATIENCE) {
  const end = Date.now() + patience;
  let last;
  while (Date.now() < end) {
    try {
      const answer = await question();
      if (answer) {
        return answer;
      }
    } catch (error) {
      last = error;
    }
    await pause(150);
  }
  throw new Error(`${what} did not come${last ? `: ${last.message}` : ''}`);
}

export const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

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

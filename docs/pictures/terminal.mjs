// A real terminal program in tmux, and a picture of its screen drawn by xterm.js in a browser.
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

import { chromium } from 'playwright-core';

import { pause, until } from '../../tests/editors/vscode/waiting.mjs';

const asset = (name) => fileURLToPath(import.meta.resolve(`@xterm/xterm/${name}`));
const LIGHT = {
  background: '#fbfbfa',
  foreground: '#2a2a2a',
  selectionBackground: '#cfe3f5',
  black: '#2a2a2a',
  red: '#cf4436',
  green: '#2f6f3e',
  yellow: '#8a5a00',
  blue: '#1f5f8b',
  magenta: '#7b3f8c',
  cyan: '#16707a',
  white: '#e8e8e6',
  brightBlack: '#6b6b6b',
  brightRed: '#b3261e',
  brightGreen: '#2f6f3e',
  brightYellow: '#8a5a00',
  brightBlue: '#1f5f8b',
  brightMagenta: '#7b3f8c',
  brightCyan: '#16707a',
  brightWhite: '#ffffff',
};

/** A shell in a folder, with a prompt that names nobody. */
export class Terminal {
  constructor({ columns, rows, folder, env }) {
    this.columns = columns;
    this.rows = rows;
    this.socket = `pictures-${process.pid}-${Math.random().toString(36).slice(2)}`;
    const wanted = { ...env, TERM: 'xterm-256color', PS1: '\\w $ ', LC_ALL: 'C.UTF-8', COLORTERM: 'truecolor' };
    const size = ['-x', String(columns), '-y', String(rows)];
    const shell = ['bash', '--noprofile', '--norc', '-i'];
    this.tmux(['-f', '/dev/null', '-u', 'new-session', '-d', ...size, '-c', folder, ...shell], wanted);
    this.tmux(['set', '-g', 'status', 'off']);
    // Without the row of the status bar, the window is as large as was asked for.
    this.tmux(['resize-window', ...size]);
  }

  tmux(words, env = process.env) {
    return execFileSync('tmux', ['-L', this.socket, ...words], { env, encoding: 'utf8' });
  }

  /** Press keys, by tmux's names. */
  async press(...keys) {
    for (const key of keys) {
      this.tmux(['send-keys', key]);
      await pause(300);
    }
  }

  /** Write words. */
  type(words) {
    this.tmux(['send-keys', '-l', words]);
  }

  /** Run a command line and wait until `expected` is on the screen. */
  async run(line, expected) {
    this.type(line);
    await this.press('Enter');
    await this.shows(expected);
  }

  /** Wait until `expected`, a pattern, is on the screen. */
  shows(expected, patience) {
    return until(expected, () => expected.test(this.tmux(['capture-pane', '-p'])), patience);
  }

  /** Save a picture of the screen, down to its last line that is not empty. */
  async picture(file) {
    await pause(1500);
    const lines = this.tmux(['capture-pane', '-e', '-p']).replace(/\n+$/, '').split('\n');
    const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ['--no-sandbox'] });
    try {
      const page = await browser.newPage({ deviceScaleFactor: 1.5, viewport: { width: 1600, height: 1200 } });
      await page.setContent('<div id="frame"><div id="screen"></div></div>');
      await page.addStyleTag({ path: asset('css/xterm.css') });
      await page.addStyleTag({
        content: `body { margin: 0; background: white }
          #frame { display: inline-block; padding: 12px 14px; background: ${LIGHT.background};
            border: 1px solid #d5d5d2; border-radius: 6px }
          .xterm-viewport, .xterm .scrollbar { display: none }`,
      });
      await page.addScriptTag({ path: asset('lib/xterm.js') });
      await page.evaluate(draw, { lines, columns: this.columns, theme: LIGHT });
      await pause(500);
      await page.locator('#frame').screenshot({ path: file });
    } finally {
      await browser.close();
    }
  }

  end() {
    this.tmux(['kill-server']);
  }
}

/** Draw lines with their colours, which one line may leave to the next. Runs in the browser. */
function draw({ lines, columns, theme }) {
  const terminal = new window.Terminal({
    cols: columns,
    rows: lines.length,
    scrollback: 0,
    fontFamily: '"DejaVu Sans Mono", monospace',
    fontSize: 14,
    lineHeight: 1.15,
    theme,
  });
  terminal.open(document.getElementById('screen'));
  return new Promise((resolve) => terminal.write('\x1b[?25l' + lines.join('\r\n'), resolve));
}

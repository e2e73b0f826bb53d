// VS Code driven as a user drives it: by keys and by what is on the screen.
import fs from 'node:fs';
import path from 'node:path';

import { Editor } from './starting.mjs';
import { PATIENCE, until } from './waiting.mjs';
import { wordsUnder } from './words.mjs';

const SQUIGGLE = ':is(.squiggly-error, .squiggly-warning, .squiggly-info, .squiggly-hint)';
const EDITOR = '.editor-instance .monaco-editor';

export class Workbench extends Editor {
  press(keys) {
    return this.page.keyboard.press(keys);
  }

  /** Open the box at the top by `keys` and write `words` in it; a page that is just closing may swallow the keys. */
  async ask(keys, words) {
    const input = this.page.locator('.quick-input-widget:visible input[type=text]');
    await until('the box for words', async () => {
      await this.press(keys);
      await input.waitFor({ timeout: 3000 });
      return true;
    });
    await input.fill(words);
  }

  /** Run a command by its title in the palette. */
  async command(title) {
    await this.ask('F1', `>${title}`);
    await this.page
      .locator('.quick-input-list .monaco-list-row.focused', { hasText: title })
      .first()
      .waitFor({ timeout: 15_000 });
    await this.press('Enter');
  }

  /** Open a file of the folder. */
  async open(name) {
    await this.ask('Control+p', name);
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
    const before = this.text()
      .slice(0, offset + inside)
      .split('\n');
    const place = `${before.length}:${[...before.at(-1)].reduce((sum, one) => sum + one.length, 1)}`;
    await this.ask('Control+g', `:${place}`);
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
    return this.page
      .locator('.tree-explorer-viewlet-tree-view .monaco-list-row', {
        hasText: words,
      })
      .first();
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

// A home of nobody's with a folder of stories in it, and the programs that the pictures show on its PATH.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
export const STORY = path.join(ROOT, 'docs/written/harbour.txt');

export class Newsroom {
  /** `programs`: where each program lies, by the name that it is called by. */
  constructor(programs = {}) {
    this.home = fs.mkdtempSync(path.join(os.tmpdir(), 'pictures-'));
    this.stories = path.join(this.home, 'stories');
    const bin = path.join(this.home, '.bin');
    fs.mkdirSync(bin);
    fs.mkdirSync(this.stories);
    fs.copyFileSync(STORY, path.join(this.stories, 'harbour.txt'));
    for (const [name, place] of Object.entries(programs)) {
      fs.symlinkSync(place, path.join(bin, name));
    }
    const python = path.dirname(process.env.PYTHON);
    this.env = {
      ...process.env,
      HOME: this.home,
      PATH: [bin, python, process.env.PATH].join(path.delimiter),
      PYTHONPATH: ROOT,
      HISTFILE: '/dev/null',
      BASH_SILENCE_DEPRECATION_WARNING: '1',
    };
    for (const name of Object.keys(this.env).filter((one) => /^(XDG_|VIRTUAL_ENV|TMUX|GIT_)/.test(one))) {
      delete this.env[name];
    }
  }

  write(name, text) {
    const place = path.join(this.home, name);
    fs.mkdirSync(path.dirname(place), { recursive: true });
    fs.writeFileSync(place, text);
  }

  close() {
    fs.rmSync(this.home, { recursive: true, force: true });
  }
}

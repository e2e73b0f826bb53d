// Pictures of the command and of pre-commit in a terminal: node desk.mjs FOLDER. PRE_COMMIT is the program.
import { execFileSync } from 'node:child_process';
import path from 'node:path';

import { Newsroom, ROOT } from './newsroom.mjs';
import { Terminal } from './terminal.mjs';

const MINUTES = 60_000;
const folder = path.resolve(process.argv[2]);
const desk = new Newsroom({ 'pre-commit': process.env.PRE_COMMIT });
const git = (...words) =>
  execFileSync('git', words, { cwd: desk.home, env: desk.env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

/** Put stories and the hook of this checkout's last commit under git, as the guide has it. */
function begin() {
  git('config', '--global', 'user.name', 'A Writer');
  git('config', '--global', 'user.email', 'writer@example.org');
  git('config', '--global', 'init.defaultBranch', 'main');
  const hook = `repos:
  - repo: ${ROOT}
    rev: ${execFileSync('git', ['-C', ROOT, 'rev-parse', 'HEAD'], { encoding: 'utf8' }).trim()}
    hooks:
      - id: attrib-lsp
`;
  desk.write('stories/.pre-commit-config.yaml', hook);
  git('-C', 'stories', 'init', '--quiet');
  git('-C', 'stories', 'add', '.');
}

async function pictured(rows, name, act) {
  const screen = new Terminal({ columns: 110, rows, folder: desk.stories, env: desk.env });
  try {
    await screen.run('clear', /^~\/stories \$\s*$/m);
    await act(screen);
    await screen.picture(path.join(folder, `${name}.png`));
  } finally {
    screen.end();
  }
}

try {
  await pictured(36, 'desk-check', (shown) => shown.run('attrib-lsp check harbour.txt', /Found \d+ findings/));
  begin();
  const screen = new Terminal({ columns: 110, rows: 40, folder: desk.stories, env: desk.env });
  try {
    await screen.run('pre-commit install', /installed at/);
    // The first run makes the hook's environment, and says where.
    screen.type('pre-commit run; clear; echo made');
    await screen.press('Enter');
    await screen.shows(/^made/m, 8 * MINUTES);
  } finally {
    screen.end();
  }
  await pictured(40, 'desk-commit', (shown) =>
    shown.run("git commit -m 'File the harbour story'", /Found \d+ findings/),
  );
} finally {
  desk.close();
}

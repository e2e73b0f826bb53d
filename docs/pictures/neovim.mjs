// Pictures of Neovim: node neovim.mjs FOLDER. NEOVIM is the program.
import path from 'node:path';

import { Newsroom, ROOT } from './newsroom.mjs';
import { Terminal } from './terminal.mjs';

/** The lines of the guide, and what makes a picture light. */
const CONFIGURATION = `vim.opt.runtimepath:append('${ROOT}/editors/neovim')
vim.o.linebreak, vim.o.winborder = true, 'rounded'
vim.o.background, vim.o.termguicolors = 'light', true
vim.api.nvim_set_hl(0, 'Normal', { bg = 'NONE', update = true })
`;

const folder = path.resolve(process.argv[2]);
const desk = new Newsroom({ nvim: process.env.NEOVIM });
desk.write('.config/nvim/init.lua', CONFIGURATION);
const screen = new Terminal({ columns: 88, rows: 22, folder: desk.stories, env: desk.env });
const shoot = (name) => screen.picture(path.join(folder, `neovim-${name}.png`));
try {
  await screen.run('clear; nvim harbour.txt', /Mayor took money/);
  await screen.shows(/E:1 W:3/);
  screen.type('3Gw');
  await screen.press('C-w', 'd');
  await screen.shows(/reader cannot weigh/);
  await shoot('story');

  screen.type('lh'); // The box is gone once the cursor moves.
  screen.type('gra');
  await screen.shows(/Name the source/);
  await shoot('fixes');

  screen.type('q');
  await screen.press('Enter');
  screen.type(':Attrib sources');
  await screen.press('Enter');
  await screen.shows(/Anna Ruiz.*\n.*Tom Hale/);
  await shoot('sources');
} finally {
  screen.end();
  desk.close();
}

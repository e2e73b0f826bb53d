// A picture of the page that `attrib-lsp report` writes: node page.mjs FOLDER.
import { execFileSync } from 'node:child_process';
import path from 'node:path';

import { chromium } from 'playwright-core';

import { Newsroom } from './newsroom.mjs';

const SIZE = { width: 1000, height: 940 };
const desk = new Newsroom();
try {
  execFileSync('attrib-lsp', ['report', 'harbour.txt'], { cwd: desk.stories, env: desk.env, stdio: 'ignore' });
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage({ viewport: SIZE, deviceScaleFactor: 1.25 });
    await page.goto(`file://${path.join(desk.stories, 'harbour.report.html')}`);
    await page.screenshot({ path: path.join(path.resolve(process.argv[2]), 'page.png') });
  } finally {
    await browser.close();
  }
} finally {
  desk.close();
}

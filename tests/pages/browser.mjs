// One browser for all tests, and pages opened in it as readers would: from disk, without a network.
import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const require = createRequire(import.meta.url);
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ["--no-sandbox"] });
export const close = () => browser.close();

/** Open a page by its name; `trouble` gathers what a reader's console would say, and whatever it asks anybody for. */
export async function open(name, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  const address = pathToFileURL(path.join(process.env.PAGES, name)).href;
  const trouble = [];
  page.on("console", (message) => { if (["error", "warning"].includes(message.type())) trouble.push(message.text()); });
  page.on("pageerror", (error) => trouble.push(String(error)));
  page.on("dialog", (dialog) => { trouble.push(`dialog: ${dialog.message()}`); dialog.dismiss(); });
  page.on("request", (request) => { if (![address, "data:,"].includes(request.url())) trouble.push(request.url()); });
  await page.goto(address);
  return { page, trouble, context };
}

/** Return what axe-core finds, all of its rules on; run apart from the page's own policy, which bars other scripts. */
export async function axe(page) {
  const cdp = await page.context().newCDPSession(page);
  const source = (await import("node:fs")).readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
  await cdp.send("Runtime.evaluate", { expression: source });
  const found = await page.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }));
  return found.violations.flatMap((one) => one.nodes.map((node) => `${one.id}: ${node.target} ${node.failureSummary}`));
}

/** Return by how many pixels a page is wider than its window. */
export const overflow = (page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

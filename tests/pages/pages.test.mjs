// The pages in a real browser: they fit, run nothing of a draft's, are read by all, and stand without scripts.
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { after, test } from "node:test";
import { axe, close, open, overflow } from "./browser.mjs";

const PAGES = ["sample.html", "long.html", "hostile.html", "headline.html", "empty.html", "index.html", "both.html",
  "versions.html", "summary.html"].filter((name) => existsSync(`${process.env.PAGES}/${name}`));
const SHOTS = process.env.PAGES_SCREENSHOTS;

after(close);

for (const name of PAGES) {
  for (const [look, options] of Object.entries({
    "on a desk": {},
    "on a desk in the dark": { colorScheme: "dark" },
    "on a phone": { viewport: { width: 390, height: 844 } },
    "on a phone in the dark": { viewport: { width: 390, height: 844 }, colorScheme: "dark" },
    "on a tablet": { viewport: { width: 1000, height: 800 } },
  })) {
    test(`${name} ${look}: fits, says nothing in the console, and passes every rule of axe-core`, async () => {
      const { page, trouble, context } = await open(name, options);
      assert.equal(await overflow(page), 0);
      assert.deepEqual(trouble, []);
      if (SHOTS) await page.screenshot({ path: `${SHOTS}/${name}-${look.replaceAll(" ", "-")}.png`, fullPage: true });
      assert.deepEqual(await axe(page), []);
      await context.close();
    });
  }

  test(`${name} on paper: fits, with its notes at the foot and the memo on a sheet of its own`, async () => {
    const { page, trouble, context } = await open(name, { viewport: { width: 680, height: 960 } });
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    await page.emulateMedia({ media: "print" });
    assert.equal(await overflow(page), 0);
    const found = await page.evaluate(() => {
      const bottom = Math.max(0, ...[...document.querySelectorAll(".piece:first-of-type .read .para > :first-child")]
        .map((one) => one.getBoundingClientRect().bottom));
      const notes = [...document.querySelectorAll(".piece:first-of-type .spread .note")];
      return {
        hidden: notes.filter((note) => !note.checkVisibility()).length,
        high: notes.filter((note) => note.getBoundingClientRect().top < bottom - 1).length,
        sheets: [...document.querySelectorAll(".memo")].map((memo) => getComputedStyle(memo).breakBefore),
      };
    });
    assert.deepEqual({ hidden: found.hidden, high: found.high }, { hidden: 0, high: 0 });
    assert.ok(found.sheets.every((sheet) => sheet === "page"));
    const pdf = await page.pdf({ format: "A4" });
    assert.ok(pdf.length > 5000);
    assert.deepEqual(trouble, []);
    await context.close();
  });

  test(`${name} without scripts: all of it is there to read`, async () => {
    const { page, context } = await open(name, { javaScriptEnabled: false });
    const hidden = await page.locator(".note, .who, .para, tbody tr").evaluateAll((all) => all.filter(
      (one) => !one.checkVisibility() && !one.closest("details:not([open])")).length); // what is folded opens by itself
    assert.equal(hidden, 0);
    for (const control of [".theme", ".unmark", ".filters", ".print", ".lamp"])
      assert.equal(await page.locator(control).filter({ visible: true }).count(), 0, control);
    await context.close();
  });
}

test("a draft's scripts are words", async () => {
  const { page, trouble, context } = await open("hostile.html");
  assert.match(await page.locator(".read").innerText(), /<svg\/onload=alert\(5\)>/);
  assert.equal(await page.locator("main img, main script, main iframe").count(), 0);
  assert.deepEqual(trouble, []);
  await context.close();
});

// What a reader does with a page: lights up a source by keyboard, finds a note's words, sorts the index.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { close, open } from "./browser.mjs";

after(close);

/** Press Tab until what has the focus matches `selector`; return how often that took. */
async function tabTo(page, selector) {
  for (let presses = 1; presses <= 60; presses += 1) {
    await page.keyboard.press("Tab");
    if (await page.evaluate((wanted) => document.activeElement.matches(wanted), selector)) return presses;
  }
  throw new Error(`Tab does not lead to ${selector}`);
}

test("a source is reached by Tab, lights up by Enter all that it says, and goes out by Escape", async () => {
  const { page, context } = await open("sample.html");
  await tabTo(page, ".skip");
  await tabTo(page, ".who");
  await page.keyboard.press("Tab");
  const name = await page.evaluate(() => document.activeElement.dataset.name);
  const number = await page.evaluate(() => document.activeElement.dataset.source);
  await page.keyboard.press("Enter");
  const lit = await page.locator(".lit").count();
  assert.ok(lit > 0);
  assert.equal(lit, await page.locator(`.spread [data-by~="${number}"]`).count());
  assert.equal(await page.locator('.who[aria-pressed="true"]').count(), 1);
  assert.ok((await page.locator(".lamp [role=status]").innerText()).startsWith(name));
  await page.keyboard.press("Escape");
  assert.equal(await page.locator(".lit").count(), 0);
  assert.equal(await page.locator('.who[aria-pressed="true"]').count(), 0);
  assert.equal(await page.evaluate(() => document.activeElement.dataset.name), name);
  await context.close();
});

test("what the focus is on can be seen", async () => {
  const { page, context } = await open("sample.html");
  await tabTo(page, ".who");
  const outline = await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle);
  assert.notEqual(outline, "none");
  await context.close();
});

test("notes stand in the margin, none over another, and one that is chosen stands by its words", async () => {
  const { page, context } = await open("sample.html");
  const overlaps = () => page.evaluate(() => {
    const boxes = [...document.querySelectorAll(".note")].filter((one) => !one.closest(".left-out, .apart"))
      .map((one) => one.getBoundingClientRect());
    return boxes.slice(1).filter((box, number) => box.top < boxes[number].bottom - 1).length;
  });
  assert.equal(await overlaps(), 0);
  const sign = page.locator('.sign[href="#f24"]');
  await sign.click();
  await page.waitForTimeout(400);
  assert.equal(await overlaps(), 0);
  const apart = await page.evaluate(() => Math.abs(
    document.querySelector("#f24").getBoundingClientRect().top
    - document.querySelector('[data-found~="24"]').getClientRects()[0].top));
  assert.ok(apart <= 2, `${apart} pixels apart`);
  await context.close();
});

test("on a phone notes are folded below their paragraph, and a sign opens them", async () => {
  const { page, context } = await open("sample.html", { viewport: { width: 390, height: 844 } });
  assert.equal(await page.locator(".note:visible").count(), 0);
  await page.locator(".read .para:not(.left-out) .sign").first().click();
  const shown = page.locator(".note:visible");
  assert.ok(await shown.count() > 0);
  const order = await shown.first().evaluate((note) => {
    const words = note.closest(".para").firstElementChild.getBoundingClientRect();
    return note.getBoundingClientRect().top >= words.bottom - 1;
  });
  assert.ok(order);
  await context.close();
});

test("a code leads to its rule, which opens", async () => {
  const { page, context } = await open("sample.html");
  await page.locator(".note .rule").first().click();
  assert.equal(await page.locator(".rule-page[open]").count(), 1);
  await context.close();
});

test("the page goes from light to dark and remembers that", async () => {
  const { page, context } = await open("sample.html");
  const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await paper();
  await page.locator(".theme").click();
  assert.notEqual(await paper(), light);
  await page.reload();
  assert.notEqual(await paper(), light);
  await context.close();
});

test("claims are shown by kind", async () => {
  const { page, context } = await open("long.html");
  const all = await page.locator(".claims tbody tr:visible").count();
  await page.locator('.filters [data-show="own_voice"]').click();
  const own = await page.locator(".claims tbody tr:visible").count();
  assert.ok(own > 0 && own < all);
  await context.close();
});

test("the memo is printed by itself", async () => {
  const { page, context } = await open("sample.html");
  await page.evaluate(() => { window.print = () => {}; });
  await page.locator(".print").click();
  await page.emulateMedia({ media: "print" });
  assert.equal(await page.locator(".memo:visible").count(), 1);
  for (const other of [".spread", ".claims", ".reply", ".rules"])
    assert.equal(await page.locator(other).filter({ visible: true }).count(), 0, other);
  await context.close();
});

test("the index sorts by its columns and leads to the pages", async () => {
  const { page, context } = await open("index.html");
  const words = () => page.locator('td[data-name^="word"]').evaluateAll((cells) => cells.map((one) => +one.dataset.value));
  await page.getByRole("button", { name: "Words" }).click();
  const sorted = await words();
  assert.deepEqual(sorted, [...sorted].sort((a, b) => b - a));
  await page.getByRole("button", { name: "Words" }).press("Enter");
  assert.deepEqual(await words(), [...sorted].reverse());
  assert.match(await page.locator(".broken").innerText(), /broken\.md/);
  await page.locator(".stories a").last().click();
  assert.equal(await page.locator(".piece").count(), 1);
  await context.close();
});

// The story page comes alive: notes beside their words, a source that lights up all it says, claims by kind.
(() => {
  "use strict";
  const root = document.documentElement;
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const wide = matchMedia("(min-width: 60rem)");
  const railed = matchMedia("(min-width: 78rem)");
  const still = matchMedia("(prefers-reduced-motion: reduce)");
  const GAP = 6;

  // Notes stand beside their words as far as there is room; the one that is looked at stands exactly there.
  const laid = (spread, exact) => {
    const notes = all(".note", spread).filter((note) => !note.closest(".apart, .left-out"));
    if (!wide.matches) {
      for (const note of notes) note.style.top = "";
      spread.style.minHeight = "";
      return;
    }
    const origin = spread.getBoundingClientRect().top;
    const words = notes.map((note) => document.getElementById(note.id.replace(/f(\d+)$/, "w$1")));
    const wanted = words.map((sign, number) => {
      const marked = sign.closest(".para").querySelector(`[data-found~="${notes[number].dataset.note}"]`) ?? sign;
      return marked.getClientRects()[0].top - origin;
    });
    const heights = notes.map((note) => note.offsetHeight + GAP);
    const tops = [];
    const from = exact === undefined ? 0 : notes.indexOf(exact);
    if (exact !== undefined) {
      let floor = wanted[from];
      tops[from] = floor;
      for (let number = from - 1; number >= 0; number -= 1) {
        floor = Math.min(wanted[number], floor - heights[number]);
        tops[number] = floor;
      }
    }
    let edge = exact === undefined ? -Infinity : tops[from] + heights[from];
    for (let number = exact === undefined ? 0 : from + 1; number < notes.length; number += 1) {
      tops[number] = Math.max(wanted[number], edge);
      edge = tops[number] + heights[number];
    }
    notes.forEach((note, number) => { note.style.top = `${Math.round(tops[number])}px`; });
    spread.style.minHeight = Number.isFinite(edge) ? `${Math.ceil(edge)}px` : "";
  };
  const spreads = all(".spread");
  const layout = () => spreads.forEach((spread) => laid(spread));
  const fold = () => {
    for (const details of all(".notes")) details.open = wide.matches;
    for (const details of all(".sources")) details.open = railed.matches;
    layout();
  };
  const paper = matchMedia("print");
  for (const width of [wide, railed]) width.addEventListener("change", () => { if (!paper.matches) fold(); });
  addEventListener("resize", layout);
  addEventListener("load", layout);
  if (typeof ResizeObserver === "function") {
    const watched = new ResizeObserver(layout);
    for (const read of all(".head, .read")) watched.observe(read);
  }
  fold();

  // A note and its words point at one another.
  const wordsOf = (note) => all(`[data-found~="${note.dataset.note}"]`, note.closest(".para") ?? note);
  const pointed = (note, on) => [note, ...wordsOf(note)].forEach((one) => one.classList.toggle("pointed", on));
  const noteOf = (sign) => document.getElementById(sign.hash.slice(1));
  for (const note of all(".note")) {
    for (const [type, on] of [["pointerenter", true], ["pointerleave", false], ["focusin", true], ["focusout", false]])
      note.addEventListener(type, () => pointed(note, on));
  }
  for (const sign of all(".sign")) {
    for (const [type, on] of [["pointerenter", true], ["pointerleave", false], ["focus", true], ["blur", false]])
      sign.addEventListener(type, () => pointed(noteOf(sign), on));
    sign.addEventListener("click", () => {
      const note = noteOf(sign);
      const details = note.closest("details");
      if (details) details.open = true;
      if (wide.matches) laid(note.closest(".spread"), note);
    });
  }

  // A source lights up all that it says.
  const lamp = document.querySelector(".lamp");
  const told = lamp.querySelector("p");
  let lit = [];
  let at = -1;
  let pressed = null;
  const look = (number) => {
    at = number;
    lit[at]?.scrollIntoView({ block: "center", behavior: still.matches ? "auto" : "smooth" });
  };
  const clear = () => {
    for (const one of all(".lit")) one.classList.remove("lit");
    for (const one of all(".lighting")) one.classList.remove("lighting");
    pressed?.setAttribute("aria-pressed", "false");
    pressed = null;
    lit = [];
    lamp.hidden = true;
    told.textContent = "";
  };
  const seen = (one) => { const box = one.getBoundingClientRect(); return box.top >= 0 && box.bottom <= innerHeight; };
  const light = (button) => {
    const again = button === pressed;
    clear();
    if (again) return;
    pressed = button;
    button.setAttribute("aria-pressed", "true");
    const spread = button.closest(".spread");
    lit = all(`[data-by~="${button.dataset.source}"]`, spread);
    spread.classList.add("lighting");
    for (const one of lit) one.classList.add("lit");
    const blocks = new Set(lit.map((one) => one.closest(".para"))).size;
    lamp.hidden = false;
    told.textContent = `${button.dataset.name}: in ${blocks} ${blocks === 1 ? "paragraph" : "paragraphs"}`;
    lamp.querySelector(".onward").hidden = blocks < 2;
    at = lit.findIndex(seen);
    if (at < 0 && lit.length) look(0);
  };
  for (const button of all(".who")) button.addEventListener("click", () => light(button));
  lamp.querySelector(".clear").addEventListener("click", () => { const back = pressed; clear(); back?.focus(); });
  lamp.querySelector(".onward").addEventListener("click", () => {
    const here = lit[at]?.closest(".para");
    const next = lit.findIndex((one, number) => number > at && one.closest(".para") !== here);
    look(next < 0 ? 0 : next);
  });
  addEventListener("keydown", (event) => { if (event.key === "Escape" && pressed) { pressed.focus(); clear(); } });

  // The story without its marks.
  for (const button of all(".unmark")) {
    button.hidden = false;
    button.addEventListener("click", () => {
      const plain = button.closest(".spread").classList.toggle("unmarked");
      button.setAttribute("aria-pressed", String(plain));
    });
  }

  // Claims by kind.
  for (const filters of all(".filters")) {
    filters.hidden = false;
    const rows = all("tbody tr", filters.parentElement);
    filters.addEventListener("click", (event) => {
      const chosen = event.target.closest("button");
      if (!chosen) return;
      for (const one of all("button", filters)) one.setAttribute("aria-pressed", String(one === chosen));
      for (const row of rows) row.hidden = chosen.dataset.show !== "all" && !row.classList.contains(chosen.dataset.show);
    });
  }

  // A rule that a link leads to opens.
  const opened = () => {
    const target = location.hash.length > 1 ? document.getElementById(decodeURIComponent(location.hash.slice(1))) : null;
    if (target?.matches("details")) target.open = true;
    if (target?.matches(".note")) { const folded = target.closest("details"); if (folded) folded.open = true; }
  };
  addEventListener("hashchange", opened);
  opened();

  // Paper gets the whole story, or the memo alone.
  addEventListener("beforeprint", () => { for (const one of all(".notes, .sources")) one.open = true; });
  addEventListener("afterprint", () => { root.classList.remove("memo-only"); fold(); });
  for (const button of all(".print")) {
    button.hidden = false;
    button.addEventListener("click", () => { root.classList.add("memo-only"); print(); });
  }
})();

// The index sorts by any of its columns; numbers begin with the most, words with A.
(() => {
  "use strict";
  const table = document.querySelector(".stories");
  if (!table) return;
  const body = table.tBodies[0];
  const heads = [...table.tHead.rows[0].cells];
  const values = new Intl.Collator(undefined, { numeric: true });
  heads.forEach((head, column) => {
    const inside = head.querySelector(".head");
    const button = document.createElement("button");
    button.type = "button";
    button.append(...inside.childNodes);
    inside.replaceWith(button);
    button.addEventListener("click", () => {
      const first = column ? "descending" : "ascending";
      const other = column ? "ascending" : "descending";
      const order = head.getAttribute("aria-sort") === first ? other : first;
      heads.forEach((one) => one.removeAttribute("aria-sort"));
      head.setAttribute("aria-sort", order);
      const sign = order === "ascending" ? 1 : -1;
      const rows = [...body.rows];
      rows.sort((a, b) => sign * values.compare(a.cells[column].dataset.value, b.cells[column].dataset.value));
      body.append(...rows);
    });
  });
})();

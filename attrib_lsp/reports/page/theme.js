// The switch from light to dark. A page opened from disk may not be allowed to remember: then it follows the system.
(() => {
  "use strict";
  const root = document.documentElement;
  const button = document.querySelector(".theme");
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const remembered = () => { try { return localStorage.getItem("attrib-theme"); } catch { return null; } };
  const remember = (theme) => { try { localStorage.setItem("attrib-theme", theme); } catch { /* not allowed */ } };
  const current = () => root.dataset.theme ?? (dark.matches ? "dark" : "light");
  const show = () => { button.textContent = current() === "dark" ? "Light page" : "Dark page"; };
  if (["light", "dark"].includes(remembered())) root.dataset.theme = remembered();
  root.classList.add("scripted");
  button.hidden = false;
  button.addEventListener("click", () => {
    root.dataset.theme = current() === "dark" ? "light" : "dark";
    remember(root.dataset.theme);
    show();
  });
  dark.addEventListener("change", show);
  show();
})();


"use strict";
(() => {
  const findings = [...document.querySelectorAll(".finding")];
  const buttons = [...document.querySelectorAll("[data-filter]")];
  const find = document.getElementById("find");
  const all = document.getElementById("all");
  const words = new Map(findings.map((finding) => [finding, finding.textContent.toLowerCase()]));
  const show = () => {
    const off = new Set(buttons.filter((b) => b.getAttribute("aria-pressed") === "false").map((b) => b.dataset.filter));
    const wanted = find.value.trim().toLowerCase();
    for (const finding of findings) {
      finding.hidden = off.has(finding.dataset.verdict) || !words.get(finding).includes(wanted);
    }
  };
  const toggle = (button) => button.setAttribute("aria-pressed", button.getAttribute("aria-pressed") !== "true");
  buttons.forEach((button) => button.addEventListener("click", () => { toggle(button); show(); }));
  find.addEventListener("input", show);
  all.addEventListener("click", () => {
    toggle(all);
    const open = all.getAttribute("aria-pressed") === "true";
    all.textContent = open ? "close all" : "open all";
    document.querySelectorAll("details.finding").forEach((finding) => { finding.open = open; });
  });
  const reveal = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    for (let at = target; at; at = at.parentElement) {
      if (at instanceof HTMLDetailsElement) { at.open = true; }
      at.hidden = false;
    }
    if (target) { target.scrollIntoView(); }
  };
  addEventListener("hashchange", reveal);
  addEventListener("beforeprint", () => document.querySelectorAll("details.finding").forEach((f) => { f.open = true; }));
  document.getElementById("tools").hidden = false;
  if (location.hash) { reveal(); }
})();

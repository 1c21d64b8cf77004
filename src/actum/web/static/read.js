// A fact that is clicked opens beside the text; a place named in the address is marked where the server did not.
"use strict";
(() => {
  const panel = document.getElementById("panel");
  const inside = panel && panel.querySelector(".inside");
  let from = null;

  async function open(link) {
    const address = new URL(link.href);
    const id = decodeURIComponent(address.hash.slice(1));
    const answer = await fetch(address.pathname + address.search);
    if (!answer.ok) { location.href = link.href; return; }
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const sheet = page.getElementById(id);
    if (!sheet) { location.href = link.href; return; }
    inside.replaceChildren(document.importNode(sheet, true));
    inside.firstChild.removeAttribute("id");
    for (const lit of document.querySelectorAll(".lit")) lit.classList.remove("lit");
    const own = document.getElementById(id);
    if (own) own.classList.add("lit");
    from = link;
    panel.hidden = false;
    inside.scrollTop = 0;
    inside.focus();
  }

  function close() {
    panel.hidden = true;
    if (from) from.focus();
  }

  if (panel && location.protocol !== "file:") {
    document.querySelector(".edition").addEventListener("click", (event) => {
      const link = event.target.closest("a[href*='/facts/']");
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
      event.preventDefault();
      open(link).catch(() => { location.href = link.href; });
    });
    // A verdict given in the panel leaves the reader where they are, and shows the fact with its new judgement.
    inside.addEventListener("submit", async (event) => {
      const form = event.target;
      const sheet = form.closest(".sheet");
      const fact = form.elements.fact;
      if (!sheet || !fact) return;
      event.preventDefault();
      const body = new URLSearchParams(new FormData(form));
      if (event.submitter && event.submitter.name) body.set(event.submitter.name, event.submitter.value);
      const answer = await fetch(form.action, { method: "POST", body });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const told = answer.ok ? page.getElementById(fact.value) : page.querySelector(".says");
      if (!told) { location.reload(); return; }
      const shown = document.importNode(told, true);
      shown.removeAttribute("id");
      if (answer.ok) { inside.replaceChildren(shown); inside.focus(); } else { shown.setAttribute("role", "alert"); form.after(shown); }
    });
    panel.querySelector(".close").addEventListener("click", close);
    document.addEventListener("keydown", (event) => { if (event.key === "Escape" && !panel.hidden) close(); });
  }

  // A static site cannot mark the place that the address asks for; code points are counted as the text counts them.
  const asked = location.hash.match(/^#s(\d+)-(\d+)$/);
  if (!asked || document.getElementById(asked[0].slice(1))) return;
  const [start, end] = [Number(asked[1]), Number(asked[2])];
  for (const line of document.querySelectorAll(".words p[data-start]")) {
    let at = Number(line.dataset.start);
    if (at + [...line.textContent].length <= start || at >= end) continue;
    const texts = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
    const found = [];
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      const chars = [...node.data];
      const [low, high] = [Math.max(start - at, 0), Math.min(end - at, chars.length)];
      if (low < high) found.push([node, chars.slice(0, low).join("").length, chars.slice(0, high).join("").length]);
      at += chars.length;
    }
    for (const [node, low, high] of found) {
      const range = document.createRange();
      range.setStart(node, low);
      range.setEnd(node, high);
      const mark = document.createElement("mark");
      mark.className = "asked";
      range.surroundContents(mark);
    }
    line.scrollIntoView({ block: "center" });
  }
})();

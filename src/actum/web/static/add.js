// Files dropped anywhere on the page are sent; how far the build is, is asked while it runs.
"use strict";
(() => {
  const box = document.getElementById("progress");
  const form = document.getElementById("drop");
  if (!box) return;
  const step = box.querySelector(".step");
  const bar = box.querySelector("progress");
  const told = box.querySelector(".told");
  const ui = document.documentElement.lang.slice(0, 2);
  let shown = null;

  function show(state) {
    box.hidden = false;
    bar.hidden = !state.running;
    if (state.of) { bar.max = state.of; bar.value = state.done; } else { bar.removeAttribute("value"); }
    const count = state.of ? ` ${state.done}/${state.of}` : "";
    step.textContent = state.running ? (state.what === "reading" ? box.dataset.reading : state.what) + count
      : state.error ? `${box.dataset.failed} ${state.error}` : box.dataset.done;
    told.replaceChildren(...state.lines.map((line) => {
      const item = document.createElement("li");
      item.lang = "en";
      item.textContent = line;
      return item;
    }));
    if (!state.running) renew();
    if (!state.running && !state.error) {
      const link = document.createElement("a");
      link.href = box.dataset.works;
      link.textContent = box.dataset.again;
      step.append(" ", link);
    }
  }

  // What the page lists is listed anew: the copies that have come, and what could not be used.
  async function renew() {
    const answer = await fetch(location.pathname);
    if (!answer.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    for (const id of ["copies", "unread"]) {
      const [now, made] = [document.getElementById(id), page.getElementById(id)];
      if (now && made) now.replaceWith(document.adoptNode(made));
    }
  }

  async function watch(wait) {
    const answer = await fetch("/api/progress");
    const state = await answer.json();
    if (state.running || wait || shown !== null && state.finished !== shown) show(state);
    shown = state.finished;
    if (state.running) setTimeout(() => watch(true), 400);
  }

  async function send(files) {
    const body = new FormData();
    for (const file of files) body.append("files", file, file.name);
    show({ running: true, what: "reading", done: 0, of: files.length, lines: [], error: "" });
    const answer = await fetch("/api/files", { method: "POST", body });
    if (answer.ok) { watch(true); return; }
    const problem = await answer.json().catch(() => ({ says: `${answer.status} ${ui}` }));
    show({ running: false, lines: [], error: problem.says });
  }

  watch(false);
  if (!form) return;
  form.addEventListener("submit", (event) => {
    const files = form.querySelector("input[type=file]").files;
    event.preventDefault();
    if (files.length) send(files);
  });
  document.addEventListener("dragover", (event) => { event.preventDefault(); form.classList.add("over"); });
  document.addEventListener("dragleave", (event) => { if (!event.relatedTarget) form.classList.remove("over"); });
  document.addEventListener("drop", (event) => {
    event.preventDefault();
    form.classList.remove("over");
    if (event.dataTransfer.files.length) send(event.dataTransfer.files);
  });
})();

// Filters that act at once. On a table that is whole (data-filters) rows are hidden and shown here, and on a static
// site, which no server answers for, sorted and grouped too; elsewhere (data-swap) the server's answer to the form
// takes the place of the results, without a new page. Without script the form asks the server.
"use strict";
(() => {
  // What a row has under a name: the values themselves, or, where they are many and long, the numbers of their options.
  function values(row, name, form) {
    const own = (row.dataset[name] || "").split(" ").filter(Boolean);
    const numbered = form && (form.dataset.numbered || "").split(" ").includes(name);
    return numbered ? own.map((n) => form.elements[name].options[Number(n)].value) : own;
  }
  const fold = (text) => (window.actumFold ? window.actumFold(text).text : text.toLowerCase());
  const write = (n) => n.toLocaleString("en");

  function fits(row, asked, form) {
    for (const [name, wanted] of asked) {
      if (name === "text") {
        row.folded ??= fold(row.textContent);
        if (!row.folded.includes(wanted[0])) return false;
      } else if (!wanted.some((one) => values(row, name, form).includes(one))) return false;
    }
    return true;
  }

  function asks(form) {
    const asked = new Map();
    for (const [name, value] of new FormData(form)) {
      if (!value || name === "sort" || name === "group") continue;
      asked.set(name, [...(asked.get(name) || []), name === "text" ? fold(value) : String(value)]);
    }
    return asked;
  }

  function query(form) {
    return String(new URLSearchParams([...new FormData(form)].filter(([, value]) => value)));
  }

  function remember(form) {
    const own = query(form);
    // a page from file:// may not change its address: then the filters stay out of it
    try { history.replaceState(null, "", (own ? `?${own}` : location.pathname) + location.hash); } catch { return; }
  }

  function recall(form) {
    for (const [name, value] of new URLSearchParams(location.search)) {
      for (const field of form.querySelectorAll(`[name="${CSS.escape(name)}"]`)) {
        if (field.type === "checkbox") { field.checked ||= field.value === value; } else field.value = value;
      }
    }
  }

  function called(form, name, value) {
    const field = form.elements[name];
    const option = field && field.options && [...field.options].find((one) => one.value === value);
    return option ? option.textContent.replace(/ \([\d,]+\)$/u, "") : value;
  }

  function arrange(form, body, rows) {
    const sort = form.elements.sort && form.elements.sort.value;
    const group = form.elements.group && form.elements.group.value;
    const key = (row) => values(row, sort, form).map((one) => called(form, sort, one)).join("\u0000");
    const order = sort ? [...rows].sort((a, b) => !key(a) - !key(b) || (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0)) : rows;
    if (!group) { body.replaceChildren(...order); return; }
    const groups = new Map();
    for (const row of order.filter((one) => !one.hidden)) {
      const own = values(row, group, form);
      for (const value of own.length ? own : [""]) groups.set(value, [...(groups.get(value) || []), row]);
    }
    const placed = new Set();
    const made = [...groups].map(([value, some]) => [value ? called(form, group, value) : "–", some])
      .sort((a, b) => (a[0] === "–") - (b[0] === "–") || (a[0] < b[0] ? -1 : 1));
    body.replaceChildren(...made.flatMap(([name, some]) => {
      const head = document.createElement("tr");
      const cell = document.createElement("th");
      head.className = "group";
      cell.colSpan = rows[0].cells.length;
      cell.scope = "rowgroup";
      cell.textContent = `${name} (${write(some.length)})`;
      head.append(cell);
      return [head, ...some.map((row) => { const again = placed.has(row); placed.add(row); return again ? row.cloneNode(true) : row; })];
    }));
  }

  function whole(form, table) {
    const told = form.querySelector("[data-told]") || document.querySelector("#count[data-told]");
    const rows = [...table.querySelectorAll(form.dataset.rows || "tbody tr")];
    const apply = () => {
      const asked = asks(form);
      let shown = 0;
      for (const row of rows) { row.hidden = !fits(row, asked, form); shown += !row.hidden; }
      if (form.dataset.static && form.elements.sort && rows.length) arrange(form, table.tBodies[0], rows);
      if (told) told.textContent = told.dataset.told.replace("{n}", write(shown)).replace("{m}", write(rows.length));
    };
    const act = () => { apply(); remember(form); };
    form.hidden = false;
    if (form.dataset.static || form.dataset.script) { recall(form); if (location.search) apply(); }
    form.addEventListener("input", act);
    form.addEventListener("submit", (event) => { event.preventDefault(); act(); });
  }

  function swapping(form) {
    let asked = 0;
    let timer = 0;
    const ask = async () => {
      asked += 1;
      const mine = asked;
      const own = query(form);
      const results = document.getElementById(form.dataset.swap);
      results.classList.add("waiting");
      const answer = await fetch(`${form.getAttribute("action")}?${own}`);
      if (mine !== asked) return;
      if (!answer.ok) { form.submit(); return; }
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const next = page.getElementById(form.dataset.swap);
      const status = results.querySelector("[role=status]");
      const words = next.querySelector("[role=status]");
      // the very element that is read out stays, so that the new count is announced
      if (status && words) { status.textContent = words.textContent; words.replaceWith(status); }
      results.replaceWith(next);
      remember(form);
    };
    form.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(() => ask().catch(() => form.submit()), 250); });
  }

  for (const form of document.querySelectorAll("form[data-filters]")) {
    const table = document.getElementById(form.dataset.filters);
    if (table) whole(form, table);
  }
  for (const form of document.querySelectorAll("form[data-swap]")) swapping(form);

  // What the address or a link names is shown, whatever hides it.
  function reveal(hash) {
    const there = hash && document.getElementById(decodeURIComponent(hash.slice(1)));
    if (there && there.matches("tr[hidden]")) there.hidden = false;
    if (there && there.matches("details")) there.open = true;
  }
  reveal(location.hash);
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']");
    if (link) reveal(link.hash);
  });
})();

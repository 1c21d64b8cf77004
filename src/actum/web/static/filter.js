// Filters that act at once on a table that is whole. Without script the form asks the server; on a static site there
// is none, so that what the address asks is read here.
"use strict";
(() => {
  const values = (row, name) => (row.dataset[name] || "").split(" ").filter(Boolean);

  function fits(row, asked) {
    for (const [name, wanted] of asked) {
      if (name === "text") {
        const said = window.actumFold ? window.actumFold(row.textContent).text : row.textContent.toLowerCase();
        if (!said.includes(wanted[0])) return false;
      } else if (!wanted.some((one) => values(row, name).includes(one))) return false;
    }
    return true;
  }

  function asks(form) {
    const asked = new Map();
    for (const [name, value] of new FormData(form)) {
      if (!value || form.elements[name].dataset && form.elements[name].dataset.server) continue;
      const own = name === "text" && window.actumFold ? window.actumFold(value).text : String(value);
      asked.set(name, [...(asked.get(name) || []), own]);
    }
    return asked;
  }

  function remember(form) {
    const query = new URLSearchParams([...new FormData(form)].filter(([, value]) => value));
    const own = String(query);
    try { history.replaceState(null, "", (own ? `?${own}` : location.pathname) + location.hash); } catch { /* file:// may refuse */ }
    for (const link of document.querySelectorAll("a[data-keeps]")) link.search = own;
  }

  function setUp(form) {
    const table = document.getElementById(form.dataset.filters);
    if (!table) return;
    const told = form.querySelector("[data-told]");
    const rows = [...table.querySelectorAll("tbody tr:not(.group)")];
    const apply = () => {
      const asked = asks(form);
      let shown = 0;
      for (const row of rows) { row.hidden = !fits(row, asked); if (!row.hidden) shown += 1; }
      for (const group of table.querySelectorAll("tr.group")) {
        let next = group.nextElementSibling;
        while (next && next.hidden && !next.classList.contains("group")) next = next.nextElementSibling;
        group.hidden = !next || next.classList.contains("group");
      }
      const write = (n) => n.toLocaleString("en");
      if (told) told.textContent = told.dataset.told.replace("{n}", write(shown)).replace("{m}", write(rows.length));
    };
    form.hidden = false;
    if (form.dataset.static) {
      for (const [name, value] of new URLSearchParams(location.search)) {
        for (const field of form.querySelectorAll(`[name="${CSS.escape(name)}"]`)) {
          if (field.type === "checkbox") { field.checked ||= field.value === value; } else field.value = value;
        }
      }
      if (location.search) apply();
    }
    form.addEventListener("input", (event) => { if (!event.target.dataset.server) { apply(); remember(form); } });
    form.addEventListener("change", (event) => { if (event.target.dataset.server && !form.dataset.static) form.requestSubmit(); });
    if (form.dataset.static) form.addEventListener("submit", (event) => { event.preventDefault(); apply(); remember(form); });
  }

  for (const form of document.querySelectorAll("form[data-filters]")) setUp(form);

  // A row that the address names is shown, whatever hides it.
  const wanted = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (wanted && wanted.matches("tr[hidden]")) wanted.hidden = false;
  if (wanted && wanted.matches("details")) wanted.open = true;
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']");
    const there = link && document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (there && there.matches("tr[hidden]")) there.hidden = false;
    if (there && there.matches("details")) there.open = true;
  });
})();

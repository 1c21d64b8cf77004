// Search on a static site: sentences from data/texts.js that have the words, in the order of works and places, on the
// texts' own characters.
"use strict";
(() => {
  const SOME = 50; // hits shown at a time, as on the server
  const AROUND = 28; // characters on each side of a hit, as on the server
  const texts = window.actumTexts;
  const form = document.getElementById("find");
  const told = document.getElementById("told");
  const results = document.getElementById("results");
  const body = document.getElementById("hits");
  const more = document.getElementById("more");
  const lists = [...document.querySelectorAll("#facets select")];
  if (!texts || !form || !window.actumFold) return;
  let folded = null;
  let found = [];

  const isLetter = /[\p{L}\p{N} ]/u;
  const plain = (letters) => letters.filter((one) => isLetter.test(one));

  function units() {
    folded ??= texts.units.map(([work, start, text, facets]) => {
      const { letters } = window.actumFold(text, true);
      return { work, start, text, facets, plain: plain(letters).join("") };
    });
    return folded;
  }

  // The query sentence by sentence, as on the server: marks alone go with what is before them.
  function partsOf(text) {
    const parts = [];
    for (const part of text.trim().split(/(?<=[。！？])/u)) {
      if (parts.length && !plain([...part]).length) parts[parts.length - 1] += part;
      else if (part) parts.push(part);
    }
    return parts;
  }

  // Where words stand in a text, on its own characters, each place as [start, end).
  function spansOf(text, words) {
    const own = window.actumFold(text, true);
    const marked = plain([...words]).length < [...words].length;
    const kept = own.letters.map((one, at) => [one, own.places[at]]).filter(([one]) => marked || isLetter.test(one));
    const letters = [...words];
    const spans = [];
    for (let at = 0; at + letters.length <= kept.length;) {
      if (letters.every((one, n) => kept[at + n][0] === one)) {
        spans.push([kept[at][1], kept[at + letters.length - 1][1] + 1]);
        at += letters.length;
      } else at += 1;
    }
    return spans;
  }

  // The sentences in which the words begin: each with the first place of theirs.
  function search(words) {
    const whole = window.actumFold([...words.trim()].slice(0, 200).join(""), true).text;
    const parts = partsOf(whole);
    const bare = parts.map((part) => plain([...part]).join("").trim());
    if (!bare.some(Boolean)) return null;
    const all = units();
    const place = bare.reduce((best, one, n) => (one.length > bare[best].length ? n : best), 0);
    const hits = new Map();
    all.forEach((unit, at) => {
      if (!unit.plain.includes(bare[place])) return;
      const own = [];
      for (let n = Math.max(at - place, 0); n < Math.min(at + parts.length - place, all.length); n += 1) if (all[n].work === unit.work) own.push(n);
      const text = own.map((n) => all[n].text).join("");
      for (const [start, end] of spansOf(text, whole)) {
        const [from, to] = [all[own[0]].start + start, all[own[0]].start + end];
        const home = own.findLast((n) => all[n].start <= from);
        if (!hits.has(home)) hits.set(home, [from, to]);
      }
    });
    return [...hits].sort(([a], [b]) => a - b);
  }

  function around(all, at, start, end) {
    const work = all[at].work;
    let whole = "";
    let begin = null;
    for (let n = Math.max(at - 2, 0); n < Math.min(at + 4, all.length); n += 1) {
      if (all[n].work !== work) continue;
      begin ??= all[n].start;
      whole += all[n].text;
    }
    const chars = [...whole.replace(/\n/gu, " ")];
    const [low, high] = [start - begin, end - begin];
    return [chars.slice(Math.max(low - AROUND, 0), low), chars.slice(low, high), chars.slice(high, high + AROUND)].map((one) => one.join(""));
  }

  function cell(name, kind, lang, words, inner) {
    const made = document.createElement(name);
    if (kind) made.className = kind;
    if (lang) made.lang = lang;
    const holder = inner ? made.appendChild(document.createElement(inner)) : made;
    holder.textContent = words;
    return made;
  }

  function row(hit) {
    const all = units();
    const work = texts.works[all[hit[0]].work];
    const [start, end] = hit[1];
    const [before, words, behind] = around(all, hit[0], start, end);
    const made = document.createElement("tr");
    const head = document.createElement("th");
    const link = document.createElement("a");
    head.scope = "row";
    link.href = `${work.href}?at=${start}-${end}#s${start}-${end}`;
    link.title = work.title;
    link.textContent = work.date || "–";
    head.append(link);
    made.append(head, cell("td", "left", work.lang, before, "span"), cell("td", "mid", work.lang, words, "mark"), cell("td", "right", work.lang, behind));
    return made;
  }

  function chosen() {
    const asked = lists.filter((list) => list.value).map((list) => `${list.name}:${list.value}`);
    return found.filter(([at]) => asked.every((one) => texts.facets[one] !== undefined && units()[at].facets.includes(texts.facets[one])));
  }

  function show(from) {
    const hits = chosen();
    if (!from) body.replaceChildren();
    body.append(...hits.slice(from, from + SOME).map(row));
    const shown = Math.min(from + SOME, hits.length);
    const n = hits.length.toLocaleString("en");
    told.textContent = hits.length ? told.dataset.found.replace("{n}", n) + (shown < hits.length ? ` · ${told.dataset.shown.replace("{b}", shown)}` : "") : told.dataset.none;
    results.hidden = !found.length;
    more.parentNode.hidden = shown >= hits.length;
    more.dataset.from = String(shown);
    for (const list of lists) {
      const here = new Set(found.flatMap(([at]) => units()[at].facets));
      for (const option of list.options) option.hidden = Boolean(option.value) && !here.has(texts.facets[`${list.name}:${option.value}`]);
      list.closest("section").hidden = [...list.options].every((one) => !one.value || one.hidden);
    }
  }

  function ask() {
    const words = form.elements.q.value;
    const hits = search(words);
    found = hits || [];
    body.replaceChildren();
    if (hits) show(0);
    else if (words.trim()) { told.textContent = told.dataset.letter; results.hidden = true; }
    else { told.textContent = ""; results.hidden = true; }
    const query = new URLSearchParams([["q", words], ...lists.map((list) => [list.name, list.value])].filter(([, value]) => value));
    // a page from file:// may not change its address
    try { history.replaceState(null, "", String(query) ? `?${query}` : location.pathname); } catch { return; }
  }

  form.addEventListener("submit", (event) => { event.preventDefault(); ask(); });
  for (const list of lists) list.addEventListener("change", ask);
  more.addEventListener("click", () => show(Number(more.dataset.from)));
  const asked = new URLSearchParams(location.search);
  for (const list of lists) list.value = asked.get(list.name) || "";
  if (asked.get("q")) { form.elements.q.value = asked.get("q"); ask(); }
})();

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

  function units() {
    folded ??= texts.units.map(([work, start, text, facets]) => {
      const { letters, places } = window.actumFold(text);
      return { work, start, text, facets, letters, places };
    });
    return folded;
  }

  // Where the words begin in a unit, or at its end and on into the next ones of the same work.
  function matches(all, at, letters) {
    const unit = all[at];
    const places = [];
    for (let from = 0; from <= unit.letters.length - 1; from += 1) {
      let place = from;
      let current = at;
      let n = 0;
      while (n < letters.length) {
        if (place >= all[current].letters.length) {
          if (current + 1 >= all.length || all[current + 1].work !== unit.work) break;
          current += 1;
          place = 0;
          if (letters[n] === " ") n += 1;
          continue;
        }
        if (all[current].letters[place] !== letters[n]) break;
        place += 1;
        n += 1;
      }
      if (n === letters.length) places.push([from, current, place - 1]);
    }
    return places;
  }

  function search(words) {
    const { letters, text } = window.actumFold(words);
    if (!letters.length) return [];
    const all = units();
    const lone = [...text][0];
    const hits = [];
    all.forEach((unit, at) => {
      if (!unit.letters.includes(lone)) return;
      for (const place of matches(all, at, letters)) hits.push([at, place]);
    });
    return hits;
  }

  function span(all, [at, [from, last, to]]) {
    const unit = all[at];
    const start = unit.start + unit.places[from];
    const end = all[last].start + all[last].places[to] + 1;
    return [start, end];
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
    const [start, end] = span(all, hit);
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
    found = search(words);
    if (words.trim()) show(0); else { told.textContent = ""; results.hidden = true; }
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

// The day of an instrument is chosen with a slider: its status stands on the page already, and is shown at once.
"use strict";
(() => {
  const years = document.getElementById("years");
  if (!years) return;
  years.closest("label").hidden = false;
  const form = document.getElementById("as-of");
  const tell = () => {
    form.elements.date.value = years.value;
    years.setAttribute("aria-valuetext", `${years.dataset.words} ${years.value}`);
  };
  years.addEventListener("input", tell);
  years.addEventListener("change", () => form.requestSubmit());
})();
(() => {
  const slide = document.getElementById("slide");
  if (!slide) return;
  const periods = [...document.querySelectorAll(".through > li")];
  const [now, before, shown] = ["now", "before", "day"].map((id) => document.getElementById(id));
  const [line, date] = [document.getElementById("line"), document.getElementById("date")];
  const EPOCH = 719163; // the ordinal of 1970-01-01, where day 1 is 0001-01-01
  const dayOf = (value) => new Date((value - EPOCH) * 86400000).toISOString().slice(0, 10);
  const [low, high] = [Number(slide.min), Number(slide.max)];
  const [left, right] = [Number(slide.dataset.left), Number(slide.dataset.right)];

  function show(day) {
    const at = periods.filter((one) => one.dataset.from <= day).pop();
    for (const one of periods) one.removeAttribute("aria-current");
    before.hidden = Boolean(at);
    now.hidden = !at;
    if (at) {
      at.setAttribute("aria-current", "date");
      now.replaceChildren(...[...at.querySelector(".what").childNodes].map((one) => one.cloneNode(true)));
    }
    shown.textContent = day;
    if (date) date.value = day;
    slide.setAttribute("aria-valuetext", `${day}: ${at ? at.querySelector(".state-words").textContent : before.textContent}`);
    const x = left + ((Number(slide.value) - low) / (high - low)) * (right - left);
    line.setAttribute("d", line.getAttribute("d").replace(/^M[\d.]+/, `M${x.toFixed(1)}`));
  }

  slide.closest("label").hidden = false;
  slide.addEventListener("input", () => show(dayOf(Number(slide.value))));
  slide.addEventListener("change", () => {
    if (location.protocol === "file:") return;
    const address = new URL(location.href);
    address.searchParams.set("date", dayOf(Number(slide.value)));
    history.replaceState(null, "", address);
  });
})();

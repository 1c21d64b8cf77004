// What every page does: the token that came in the address is given to the server once, and leaves the address.
// A token that the server refuses is told; on a static site, which has no server, nothing is asked.
"use strict";
(() => {
  const given = location.hash.match(/^#token=(.*)$/);
  const words = document.body.dataset;
  if (!given || !words.tokenRefused) return;
  history.replaceState(null, "", location.pathname + location.search);

  function tell(says) {
    const line = document.createElement("p");
    const door = document.createElement("a");
    line.className = "refused";
    line.setAttribute("role", "alert");
    line.textContent = `⚠ ${says} `;
    door.href = words.tokenDoor;
    door.textContent = words.tokenEnter;
    line.append(door);
    document.getElementById("content").prepend(line);
  }

  function written(token) {
    try { return decodeURIComponent(token); } catch { return token; }
  }

  const body = JSON.stringify({ token: written(given[1]) });
  fetch("/api/enter", { method: "POST", headers: { "content-type": "application/json" }, body })
    .then((answer) => { if (answer.ok) location.reload(); else tell(words.tokenRefused); })
    .catch(() => tell(words.tokenUnheard));
})();

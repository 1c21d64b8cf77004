// What every page does: the token that came in the address is given to the server once, and leaves the address.
"use strict";
(() => {
  const given = location.hash.match(/^#token=(.+)$/);
  if (!given) return;
  history.replaceState(null, "", location.pathname + location.search);
  const body = JSON.stringify({ token: decodeURIComponent(given[1]) });
  fetch("/api/enter", { method: "POST", headers: { "content-type": "application/json" }, body })
    .then((answer) => { if (answer.ok) location.reload(); });
})();

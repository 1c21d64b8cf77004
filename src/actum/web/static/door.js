// The door of a static site leads on to the first language that the browser asks for and the site has.
"use strict";
(() => {
  const asked = navigator.languages.map((one) => one.slice(0, 2).toLowerCase());
  const found = asked.find((one) => document.querySelector(`a[href^="${CSS.escape(one)}/"]`)) || "en";
  location.replace(`${found}/index.html`);
})();

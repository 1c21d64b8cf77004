// What is left of words when script, width, case, spaces and punctuation no longer count, with the place of each
// character that is left: the browser's twin of text/fold.py, for words that a reader types. Places count code points.
"use strict";
(() => {
  const classes = new Map();
  for (const members of (window.actumVariants || "").split("\n")) {
    const [first] = members;
    for (const one of members) classes.set(one, first);
  }
  const letter = /[\p{L}\p{N}]/u;
  const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

  window.actumFold = (text) => {
    const letters = [];
    const places = [];
    let spaced = -1;
    [...text].forEach((char, at) => {
      if (/\s/u.test(char)) { spaced = at; return; }
      for (const one of char.normalize("NFKC").toUpperCase()) {
        if (!letter.test(one)) continue;
        if (spaced >= 0 && letters.length && !unspaced.test(one) && !unspaced.test(letters[letters.length - 1])) {
          letters.push(" ");
          places.push(spaced);
        }
        spaced = -1;
        letters.push(classes.get(one) || one);
        places.push(at);
      }
    });
    return { text: letters.join(""), letters, places };
  };
})();

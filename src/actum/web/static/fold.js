// What is left of words when script, width, case, spaces and punctuation no longer count, with the place of each
// character that is left: the browser's twin of text/fold.py, for words that a reader types. Places count code points.
// Where marks are asked for, punctuation is kept, one mark for each class.
"use strict";
(() => {
  const classes = new Map();
  for (const members of (window.actumVariants || "").split("\n")) {
    const [first] = members;
    for (const one of members) classes.set(one, first);
  }
  const marks = new Map((window.actumMarks || "").split("\n").filter(Boolean).map((line) => [...line]).map(([to, mark]) => [mark, to]));
  const runs = { "—": "—", "。": "…", "…": "…" };
  const mark = /\p{P}/u;
  const letter = /[\p{L}\p{N}]/u;
  const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

  window.actumFold = (text, kept = false) => {
    const letters = [];
    const places = [];
    let spaced = -1;
    [...text].forEach((char, at) => {
      if (/\s/u.test(char)) { spaced = at; return; }
      for (const one of marks.has(char) || mark.test(char) ? [marks.get(char) || char] : char.normalize("NFKC").toUpperCase()) {
        const last = letters[letters.length - 1];
        if (!letter.test(one)) {
          if (!kept || /\p{C}/u.test(one)) continue;
          if (runs[one] && (last === one || last === runs[one])) letters[letters.length - 1] = runs[one];
          else { letters.push(one); places.push(at); }
          spaced = -1;
          continue;
        }
        if (spaced >= 0 && letters.length && !unspaced.test(one) && letter.test(last) && !unspaced.test(last)) {
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

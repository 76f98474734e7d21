// Folding: what a search compares. Letters lose case and accents, marks and apostrophes of one kind become one.

const DELETED = 0xffff;
const EXPANDED = 0xfffe;
/** @type {Record<string, string>} */
const EXPANSIONS = { œ: "oe", Œ: "oe", æ: "ae", Æ: "ae", ß: "ss", "…": "...", ﬁ: "fi", ﬂ: "fl" };
const SAME = [
  ["'", "‘’‚‛ʼʹ′`´"],
  ['"', "“”„‟«»″‹›"],
  ["-", "‐‑‒–—―−"],
  [" ", "\t\n\r\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000"],
  ["ا", "أإآٱ"],
  ["ي", "ىئ"],
  ["و", "ؤ"],
  ["ه", "ة"],
];
const IGNORED = /[\u00ad\u0640\u200b-\u200f\u061c\u202a-\u202e\u2060-\u2069\ufeff]|\p{M}/u;

/** @type {Uint16Array | null} */
let foldedUnits = null;

/** What each code unit becomes; made once, when the first text is folded. */
function foldTable() {
  const made = new Uint16Array(0x10000);
  for (let code = 0; code < 0x10000; code++) made[code] = code;
  const ranges = [[0, 0x6ff], [0x1e00, 0x2069], [0xfb00, 0xfb06], [0xfeff, 0xfeff]];
  for (const [first, last] of ranges) {
    for (let code = first; code <= last; code++) {
      const letter = String.fromCharCode(code);
      if (EXPANSIONS[letter]) made[code] = EXPANDED;
      else if (IGNORED.test(letter)) made[code] = DELETED;
      else made[code] = letter.normalize("NFD")[0].toLowerCase().charCodeAt(0);
    }
  }
  for (const [to, from] of SAME) for (const letter of from) made[letter.charCodeAt(0)] = to.charCodeAt(0);
  return made;
}

/**
 * A folded text, and where its length departs from the original's.
 * @typedef {object} Folded
 * @property {string} text
 * @property {number[] | null} shifts pairs: from this folded place on, the original place is so much further; null if
 *   places are the same throughout
 */

/**
 * Fold a text.
 * @param {string} text
 * @returns {Folded}
 */
export function fold(text) {
  foldedUnits ??= foldTable();
  const length = text.length;
  let units = new Uint16Array(length + 16);
  let size = 0;
  let widest = 0;
  /** @type {number[] | null} */
  let shifts = null;
  for (let place = 0; place < length; place++) {
    const code = text.charCodeAt(place);
    const folded = foldedUnits[code];
    if (folded < EXPANDED) {
      if (size === units.length) units = grown(units);
      units[size++] = folded;
      if (folded > widest) widest = folded;
      continue;
    }
    if (folded === EXPANDED) {
      const letters = EXPANSIONS[text[place]];
      if (size + letters.length > units.length) units = grown(units);
      for (let letter = 0; letter < letters.length; letter++) units[size++] = letters.charCodeAt(letter);
    }
    (shifts ??= []).push(size, place + 1 - size);
  }
  // a text of Latin letters alone takes half the room
  const used = units.subarray(0, size);
  const folded = widest < 0x80 ? latin.decode(Uint8Array.from(used)) : wide.decode(used);
  return { text: folded, shifts };
}

const latin = new TextDecoder("latin1");
const wide = new TextDecoder("utf-16le");

/**
 * @param {Uint16Array} units
 * @returns {Uint16Array<ArrayBuffer>}
 */
function grown(units) {
  const more = new Uint16Array(units.length * 2);
  more.set(units);
  return more;
}

/**
 * Where a place of the folded text stands in the original.
 * @param {number[] | null} shifts
 * @param {number} place
 * @returns {number}
 */
export function original(shifts, place) {
  if (!shifts) return place;
  let low = 0;
  let high = shifts.length / 2;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (shifts[2 * middle] <= place) low = middle + 1;
    else high = middle;
  }
  return low === 0 ? place : place + shifts[2 * low - 1];
}

// Full-text search: folded words from their beginning, phrases as they are, over the folded texts.

import { fold, original } from "./fold.js";
import { pointOf } from "./offsets.js";

/**
 * @typedef {object} Term
 * @property {string} text folded
 * @property {boolean} whole whether it must end with a word: phrases do
 * @property {boolean} inside whether it may begin inside a word: Arabic joins articles and prepositions to words
 * @property {boolean} not whether articles with it are left out
 */

const LETTER = /[\p{L}\p{N}]/u;
const PIECES = /(-?)(?:"([^"]*)"?|([^\s"]+))/g;

/**
 * The terms of a query: words, "phrases in marks of any kind", and -words that must not stand there.
 * @param {string} query
 * @returns {Term[]}
 */
export function termsOf(query) {
  const terms = [];
  for (const [, minus, phrase, word] of fold(query).text.matchAll(PIECES)) {
    const text = (phrase ?? word).replace(/ +/g, " ").trim();
    if (!LETTER.test(text)) continue;
    terms.push({ text, whole: phrase !== undefined, inside: /^[\u0600-\u06ff]/.test(text), not: minus === "-" });
  }
  return terms;
}

/**
 * The next place of a term in a folded text, or -1.
 * @param {string} folded
 * @param {Term} term
 * @param {number} from
 * @returns {number}
 */
export function nextHit(folded, term, from) {
  for (let place = folded.indexOf(term.text, from); place >= 0; place = folded.indexOf(term.text, place + 1)) {
    const begins = term.inside || place === 0 || !LETTER.test(folded[place - 1]) || !LETTER.test(term.text[0]);
    const end = place + term.text.length;
    const ends = !term.whole || end === folded.length || !LETTER.test(folded[end]) || !LETTER.test(folded[end - 1]);
    if (begins && ends) return place;
  }
  return -1;
}

/**
 * Whether a folded text fits.
 * @param {string} folded
 * @param {Term[]} terms
 */
export function fits(folded, terms) {
  for (const term of terms) if (nextHit(folded, term, 0) >= 0 === term.not) return false;
  return true;
}

/**
 * Where the terms stand in the original text, in UTF-16 units.
 * @param {string} folded
 * @param {number[] | null} shifts
 * @param {Term[]} terms
 * @returns {[number, number][]}
 */
export function hitsIn(folded, shifts, terms) {
  /** @type {[number, number][]} */
  const hits = [];
  for (const term of terms) {
    if (term.not) continue;
    for (let place = nextHit(folded, term, 0); place >= 0; place = nextHit(folded, term, place + term.text.length)) {
      hits.push([original(shifts, place), original(shifts, place + term.text.length)]);
    }
  }
  return hits.sort((one, two) => one[0] - two[0] || one[1] - two[1]);
}

/**
 * What a search found.
 * @typedef {object} Found
 * @property {Uint8Array} articles 1 for each article that fits
 * @property {Uint8Array | null} quotes 1 for each quotation that fits, if the search was within quotations
 */

/**
 * Search the articles, by their titles and texts, or their quotations.
 * @param {import("./corpus.js").Corpus} corpus
 * @param {Term[]} terms
 * @param {boolean} withinQuotes
 * @returns {Found}
 */
export function search(corpus, terms, withinQuotes) {
  const { folded } = corpus.texts;
  const articles = new Uint8Array(corpus.size);
  const quotes = withinQuotes ? new Uint8Array(corpus.firstQuote[corpus.size]) : null;
  const wanted = terms.filter((term) => !term.not);
  for (let article = 0; article < articles.length; article++) {
    const text = folded[article] ?? "";
    if (!quotes) {
      articles[article] = fits(text, terms) || (fits(foldedTitle(corpus, article), terms) && !unwanted(text, terms)) ? 1 : 0;
    } else if (fits(text, wanted) && markQuotes(corpus, article, terms, quotes)) {
      articles[article] = 1;
    }
  }
  return { articles, quotes };
}

/**
 * @param {string} text
 * @param {Term[]} terms
 */
function unwanted(text, terms) {
  return terms.some((term) => term.not && nextHit(text, term, 0) >= 0);
}

/** @type {WeakMap<object, string[]>} */
const titles = new WeakMap();

/**
 * Fold the titles before the first search asks for them.
 * @param {import("./corpus.js").Corpus} corpus
 */
export function foldTitles(corpus) {
  for (let article = 0; article < corpus.size; article++) foldedTitle(corpus, article);
}

/**
 * @param {import("./corpus.js").Corpus} corpus
 * @param {number} article
 * @returns {string}
 */
function foldedTitle(corpus, article) {
  let known = titles.get(corpus);
  if (!known) titles.set(corpus, (known = []));
  return (known[article] ??= fold(corpus.titles[article] ?? "").text);
}

/**
 * Mark the quotations of an article in which every term stands, each within one segment.
 * @param {import("./corpus.js").Corpus} corpus
 * @param {number} article
 * @param {Term[]} terms
 * @param {Uint8Array} marks
 * @returns {boolean} whether there are any
 */
function markQuotes(corpus, article, terms, marks) {
  const { folded, shifts, astral } = corpus.texts;
  const text = /** @type {string} */ (folded[article]);
  const places = terms.map((term) =>
    hitsIn(text, shifts[article], [{ ...term, not: false }]).map(([start, end]) => [
      pointOf(astral[article], start),
      pointOf(astral[article], end),
    ]),
  );
  let any = false;
  for (let quote = corpus.firstQuote[article]; quote < corpus.firstQuote[article + 1]; quote++) {
    const segments = corpus.segments[quote];
    const stands = (/** @type {number[][]} */ hits) =>
      hits.some(([start, end]) => segments.some(([from, to]) => from <= start && end <= to));
    if (terms.every((term, number) => stands(places[number]) !== term.not)) {
      marks[quote] = 1;
      any = true;
    }
  }
  return any;
}

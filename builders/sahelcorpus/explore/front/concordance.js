// The concordance: the selected quotations in their contexts, one beneath the other, in any order.

import { bdi, h, visible } from "./dom.js";
import { fold } from "./fold.js";
import { numberIn, ownerOf, speakerName } from "./marks.js";
import { SIGNS, label, valueName } from "./names.js";
import { pager } from "./pager.js";
import { hitsIn, termsOf } from "./search.js";
import { marked } from "./selection.js";
import { hrefOf } from "./state.js";
import { day, t } from "./words.js";

/** @typedef {import("./main.js").App} App */

const LINES_A_PAGE = 25;
const CONTEXT = 60;
const MOST_WORDS = 280;

/** @typedef {"date" | "outlet" | "speaker" | "cue" | "target" | "text"} Order */

/** @type {[Order, string][]} */
const COLUMNS = [["date", "facet.date"], ["outlet", "facet.outlet"], ["speaker", "facet.speaker"], ["cue", "facet.cue"], ["text", "inContext"], ["target", "facet.target"]];

/**
 * The order that a state asks for, and whether it runs backwards.
 * @param {string} sort
 * @returns {[Order, boolean]}
 */
function orderOf(sort) {
  const name = /** @type {Order} */ (sort.replace(/^-/, ""));
  return COLUMNS.some(([known]) => known === name) ? [name, sort.startsWith("-")] : ["date", true];
}

/**
 * @param {App} app
 * @returns {Promise<import("./dom.js").Child[]>}
 */
export async function concordanceView(app) {
  const quotes = await orderedQuotes(app);
  if (!quotes.length) return [h("p", { class: "nothing" }, t("noQuotes"))];
  const { first, page } = pager(app, quotes.length, LINES_A_PAGE);
  const shown = quotes.slice(first, first + LINES_A_PAGE);
  await app.corpus.texts.need(shown.map((quote) => app.corpus.articleOfQuote[quote]));
  const [order, backwards] = orderOf(app.state.sort);
  const head = COLUMNS.map(([name, words]) => {
    const current = name === order;
    const href = hrefOf(app.state, { sort: current && !backwards ? `-${name}` : name });
    const arrow = current ? (backwards ? " ↓" : " ↑") : "";
    return h(
      "th",
      { scope: "col", role: "columnheader", class: `in-${name}`, "aria-sort": current ? (backwards ? "descending" : "ascending") : null },
      h("a", { href, "data-key": `order ${name}`, title: t("sortBy", t(words)) }, t(words), arrow && h("span", { "aria-hidden": "true" }, arrow)),
    );
  });
  return [
    h(
      "table",
      { class: "concordance", role: "table", "aria-label": t("concordance") },
      h("thead", { role: "rowgroup" }, h("tr", { role: "row" }, head)),
      h("tbody", { role: "rowgroup" }, shown.map((quote) => row(app, quote))),
    ),
    page,
  ];
}

/**
 * The selected quotations, in the order that is asked for.
 * @param {App} app
 * @returns {Promise<number[]>}
 */
export async function orderedQuotes(app) {
  const { corpus, selection, state } = app;
  const quotes = marked(selection.quotes);
  const [order, backwards] = orderOf(state.view === "concordance" ? state.sort : "");
  const articleOf = corpus.articleOfQuote;
  /** @type {number[] | Int32Array} the place of each quotation, as far as this order knows */
  let places;
  if (order === "date") {
    const ofArticle = ranks(corpus.days);
    places = quotes.map((quote) => ofArticle[articleOf[quote]]);
  } else if (order === "outlet" || order === "speaker" || order === "cue") {
    const facet = corpus.facet(order);
    const ofValue = ranks(facet.values.map((value) => valueName(corpus, order, value)));
    places = quotes.map((quote) => ofValue[facet.codes[order === "outlet" ? articleOf[quote] : quote]]);
  } else if (order === "target") {
    const targets = targetsByQuote(app);
    places = ranks(quotes.map((quote) => targets.get(quote) ?? "\uffff"));
  } else {
    await corpus.texts.need(new Set(quotes.map((quote) => articleOf[quote])));
    places = ranks(quotes.map((quote) => corpus.quote(quote).text ?? ""));
  }
  const sign = backwards ? -1 : 1;
  return quotes
    .map((quote, number) => ({ quote, place: sign * places[number] }))
    .sort((one, two) => one.place - two.place || one.quote - two.quote)
    .map(({ quote }) => quote);
}

/**
 * The place of each of some words in the order of the alphabet; the same words have the same place.
 * @param {string[]} words
 * @returns {Int32Array}
 */
function ranks(words) {
  const { compare } = new Intl.Collator();
  const sorted = [...new Set(words)].sort(compare);
  const places = new Map(sorted.map((word, place) => [word, place]));
  return Int32Array.from(words, (word) => /** @type {number} */ (places.get(word)));
}

/**
 * The names of the targets of the selected stances that each quotation carries.
 * @param {App} app
 * @returns {Map<number, string>}
 */
function targetsByQuote(app) {
  const { corpus, selection } = app;
  /** @type {Map<number, string>} */
  const targets = new Map();
  selection.stances.forEach((mark, stance) => {
    const quote = corpus.quoteOfStance[stance];
    if (!mark || quote < 0) return;
    const name = corpus.nameOf(corpus.keyOf("target", stance));
    targets.set(quote, targets.has(quote) ? `${targets.get(quote)}, ${name}` : name);
  });
  return targets;
}

/**
 * @param {App} app
 * @param {number} quote
 */
function row(app, quote) {
  const { corpus, state } = app;
  const article = corpus.articleOfQuote[quote];
  const record = corpus.quote(quote);
  const language = corpus.keyOf("language", article);
  const whole = corpus.about(article);
  const read = hrefOf(state, { view: "read", article: whole.article_id, record: ownerOf(record.quote_id), page: state.page });
  /** @param {string} name @param {...import("./dom.js").Child} children */
  const cell = (name, ...children) => h("td", { role: "cell", class: `in-${name}` }, children);
  return h(
    "tr",
    { role: "row" },
    cell("date", day(whole.published, whole.published_precision, "short")),
    cell("outlet", bdi(corpus.nameOf(whole.source_id))),
    cell("speaker", bdi(speakerName(app, record))),
    cell("cue", record.cue && bdi(record.cue.lemma, language)),
    cell(
      "text",
      h(
        "a",
        { href: read, lang: language, dir: "auto", class: "kwic", "data-key": `quote ${quote}`, "aria-label": `${t("quotation", numberIn(record.quote_id))}: ${record.text ?? ""}` },
        context(app, article, record),
      ),
    ),
    cell("target", stancesOf(app, quote)),
  );
}

/**
 * A quotation between what stands before and after it.
 * @param {App} app
 * @param {number} article
 * @param {any} record
 * @returns {Node[]}
 */
function context(app, article, record) {
  const { texts } = app.corpus;
  const { segments } = record;
  if (texts.text(article) === null) {
    const places = segments.map((/** @type {any} */ one) => `${one.start}–${one.end}`).join(", ");
    return [h("b", null, record.text ? visible(record.text) : `${record.quote_id}: ${places}`)];
  }
  const from = segments[0].start;
  const to = segments[segments.length - 1].end;
  // whole words of the same paragraph
  const left = (texts.slice(article, Math.max(0, from - CONTEXT), from) ?? "").replace(from > CONTEXT ? /^(.*\n|\S*\s)/s : /^.*\n/s, "");
  const right = (texts.slice(article, to, to + CONTEXT) ?? "").replace(/(\n.*|\s\S*)$/s, "");
  /** @type {Node[]} */
  const words = [];
  let place = from;
  for (const segment of segments) {
    // what interrupts a quotation is no part of it
    if (segment.start > place) words.push(h("span", { class: "between" }, visible(texts.slice(article, place, segment.start) ?? "")));
    words.push(h("b", null, withHits(app, segment.text)));
    place = segment.end;
  }
  return [h("span", { class: "left" }, visible(left)), ...words, h("span", { class: "right" }, visible(right))];
}

/**
 * @param {App} app
 * @param {string} text
 * @returns {Node[]}
 */
function withHits(app, text) {
  const short = text.length > MOST_WORDS ? `${text.slice(0, MOST_WORDS)}…` : text;
  const terms = termsOf(app.state.query);
  if (!terms.length) return visible(short);
  const folded = fold(short);
  const nodes = [];
  let place = 0;
  for (const [from, to] of hitsIn(folded.text, folded.shifts, terms)) {
    if (from < place) continue;
    nodes.push(...visible(short.slice(place, from)), h("mark", null, visible(short.slice(from, to))));
    place = to;
  }
  return [...nodes, ...visible(short.slice(place))];
}

/**
 * @param {App} app
 * @param {number} quote
 */
function stancesOf(app, quote) {
  const { corpus } = app;
  const article = corpus.articleOfQuote[quote];
  const list = [];
  for (let stance = corpus.firstStance[article]; stance < corpus.firstStance[article + 1]; stance++) {
    if (corpus.quoteOfStance[stance] !== quote) continue;
    const name = corpus.keyOf("stance", stance);
    list.push(
      h(
        "li",
        { class: `stance ${name}` },
        h("span", { class: "sign", "aria-hidden": "true" }, SIGNS[name]),
        h("span", { class: "sr" }, `${label("stance", name)} `),
        bdi(corpus.nameOf(corpus.keyOf("target", stance))),
      ),
    );
  }
  return list.length ? h("ul", null, list) : "";
}

// The articles that were found.

import { bdi, h, visible } from "./dom.js";
import { SIGNS, label, valueName } from "./names.js";
import { pager } from "./pager.js";
import { hitsIn, termsOf } from "./search.js";
import { hrefOf } from "./state.js";
import { counted, day, t } from "./words.js";

/** @typedef {import("./main.js").App} App */

const A_PAGE = 20;
const SNIPPET = 220;

/** @type {Record<string, string>} */
const SORTS = { "": "newest", oldest: "oldest", quotes: "mostQuotes", outlet: "byOutlet" };

/**
 * The selected articles, in the order that is asked for.
 * @param {App} app
 * @returns {number[]}
 */
export function orderedArticles(app) {
  const { corpus, selection, state } = app;
  // every further order is a stable sort of this one
  const articles = newestFirst(corpus).filter((article) => selection.articles[article]);
  if (state.view === "concordance") return articles;
  if (state.sort === "oldest") {
    // what has no date stands last in either order
    const { days } = corpus;
    const dated = articles.filter((article) => days[article]);
    return [...dated.reverse(), ...articles.filter((article) => !days[article])];
  }
  if (state.sort === "quotes") {
    const many = new Uint32Array(corpus.size);
    selection.quotes.forEach((mark, quote) => (many[corpus.articleOfQuote[quote]] += mark));
    return articles.sort((one, two) => many[two] - many[one]);
  }
  if (state.sort === "outlet") {
    const names = (/** @type {number} */ article) => corpus.nameOf(corpus.keyOf("outlet", article));
    const known = new Map(articles.map((article) => [article, names(article)]));
    const compare = new Intl.Collator().compare;
    return articles.sort((one, two) => compare(known.get(one) ?? "", known.get(two) ?? ""));
  }
  return articles;
}

/** @type {WeakMap<object, number[]>} */
const orders = new WeakMap();

/**
 * All articles, the newest first and those without a date last; sorted once.
 * @param {import("./corpus.js").Corpus} corpus
 */
function newestFirst(corpus) {
  let order = orders.get(corpus);
  if (order?.length !== corpus.size) {
    const { days } = corpus;
    order = Array.from(days, (_, article) => article);
    order.sort((one, two) => (days[two] < days[one] ? -1 : days[two] > days[one] ? 1 : one - two));
    orders.set(corpus, order);
  }
  return order;
}

/**
 * @param {App} app
 * @returns {Promise<import("./dom.js").Child[]>}
 */
export async function listView(app) {
  const { state } = app;
  const articles = orderedArticles(app);
  if (!articles.length) return [h("p", { class: "nothing" }, t("nothing"))];
  const { first, page } = pager(app, articles.length, A_PAGE);
  const shown = articles.slice(first, first + A_PAGE);
  const { texts } = app.corpus;
  // the list does not wait for the texts: their first words come when they are there
  if (!shown.every((article) => texts.has(article))) void texts.need(shown).then(app.redraw);
  const sort = h(
    "label",
    { class: "sort" },
    t("sort"),
    h(
      "select",
      { "data-key": "sort", change: (event) => app.go({ sort: event.target.value, page: 1 }) },
      Object.entries(SORTS).map(([value, words]) => h("option", { value, selected: value === state.sort }, t(words))),
    ),
  );
  return [
    h("div", { class: "bar" }, sort),
    h("ol", { class: "articles", start: first + 1 }, shown.map((article) => listed(app, article))),
    page,
  ];
}

/**
 * @param {App} app
 * @param {number} article
 */
function listed(app, article) {
  const { corpus, state } = app;
  const record = { ...corpus.about(article), text: corpus.texts.text(article) };
  const about = [
    bdi(corpus.nameOf(record.source_id)),
    day(record.published, record.published_precision),
    valueName(corpus, "language", record.language),
    record.genre && label("genre", record.genre.replaceAll("_", " ")),
  ];
  return h(
    "li",
    null,
    h(
      "article",
      null,
      h("h3", null, h("a", { href: hrefOf(state, { view: "read", article: record.article_id, page: state.page }), "data-key": `article ${article}` }, titleOf(record))),
      h("p", { class: "about" }, about.filter(Boolean).map((one) => h("span", null, one))),
      snippet(app, article, record),
      tally(app, article),
    ),
  );
}

/**
 * The title of an article, or what stands for it.
 * @param {any} record
 * @returns {HTMLElement}
 */
export function titleOf(record) {
  if (record.title) return bdi(record.title, record.language);
  const words = record.text ? `${record.text.slice(0, 80).trim()}…` : record.article_id;
  return bdi(words, record.text ? record.language : null);
}

/**
 * @param {App} app
 * @param {number} article
 * @param {any} record
 */
function snippet(app, article, record) {
  const { text } = record;
  if (text === null) return h("p", { class: "snippet" }, app.corpus.texts.has(article) ? t("noText") : "\u00a0");
  const terms = termsOf(app.state.query);
  const { folded, shifts } = app.corpus.texts;
  const hits = terms.length ? hitsIn(folded[article] ?? "", shifts[article], terms) : [];
  let start = hits.length ? Math.max(0, hits[0][0] - 70) : 0;
  if (start > 0) start = text.indexOf(" ", start) + 1 || start;
  const end = Math.min(text.length, start + SNIPPET);
  /** @type {(Node | string)[]} */
  const pieces = [start > 0 ? "… " : ""];
  let place = start;
  for (const [from, to] of hits) {
    if (from < place || to > end) continue;
    pieces.push(...visible(text.slice(place, from)), h("mark", null, visible(text.slice(from, to))));
    place = to;
  }
  pieces.push(...visible(text.slice(place, end)), end < text.length ? "…" : "");
  return h("p", { class: "snippet", lang: record.language, dir: "auto" }, pieces);
}

/**
 * How many selected quotations and stances an article has.
 * @param {App} app
 * @param {number} article
 */
function tally(app, article) {
  const { corpus, selection } = app;
  let quotes = 0;
  for (let quote = corpus.firstQuote[article]; quote < corpus.firstQuote[article + 1]; quote++) quotes += selection.quotes[quote];
  const facet = corpus.facet("stance");
  /** @type {Record<string, number>} */
  const labels = {};
  for (let stance = corpus.firstStance[article]; stance < corpus.firstStance[article + 1]; stance++) {
    if (!selection.stances[stance]) continue;
    const name = facet.values[facet.codes[stance]];
    labels[name] = (labels[name] ?? 0) + 1;
  }
  const stances = Object.keys(SIGNS)
    .filter((name) => labels[name])
    .map((name) => h("li", { class: `stance ${name}` }, h("span", { "aria-hidden": "true" }, SIGNS[name]), ` ${labels[name]} ${label("stance", name)}`));
  return h("ul", { class: "tally" }, h("li", null, counted(quotes, "quote")), stances);
}

// Who is quoted by whom, who is for or against whom, and when: tables whose every number selects what it counts.

import { bdi, h } from "./dom.js";
import { SIGNS, label, valueName } from "./names.js";
import { OTHERS, UNLINKED, VOICE } from "./corpus.js";
import { choosing, hrefOf } from "./state.js";
import { counted, number, t } from "./words.js";

/** @typedef {import("./main.js").App} App */

const FEW = 10;
const MANY = 40;

/** Which tables the reader has made longer. */
const longer = new Set();
let byMonth = false;

/**
 * A table of counts.
 * @typedef {object} Matrix
 * @property {string} name
 * @property {string} rowFacet
 * @property {string} columnFacet
 * @property {Map<string, Map<string, Record<string, number>>>} cells counts by label, by row and column
 * @property {(row: string, column: string) => Record<string, string[]>} chosen what a cell selects
 * @property {(row: string) => string} rowName
 * @property {(row: string, column: string, counts: Record<string, number>) => string} told
 */

/**
 * @param {App} app
 * @returns {Promise<import("./dom.js").Child[]>}
 */
export async function seeView(app) {
  if (!app.selection.counts.articles) return [h("p", { class: "nothing" }, t("nothing"))];
  return [section(app, quotedBy(app)), section(app, standsFor(app)), overTime(app)];
}

/**
 * @param {App} app
 * @returns {Matrix}
 */
function quotedBy(app) {
  const { corpus, selection } = app;
  /** @type {Matrix["cells"]} */
  const cells = new Map();
  const outlets = corpus.facet("outlet");
  const speakers = corpus.facet("speaker");
  /** @type {Map<number, number>} counts by the numbers of both */
  const tally = new Map();
  for (let quote = 0; quote < selection.quotes.length; quote++) {
    if (!selection.quotes[quote]) continue;
    const key = outlets.codes[corpus.articleOfQuote[quote]] * speakers.values.length + speakers.codes[quote];
    tally.set(key, (tally.get(key) ?? 0) + 1);
  }
  for (const [key, count] of tally) {
    add(cells, outlets.values[Math.floor(key / speakers.values.length)], speakers.values[key % speakers.values.length], "", count);
  }
  const rowName = (/** @type {string} */ row) => valueName(corpus, "outlet", row);
  return {
    name: "quotedBy",
    rowFacet: "outlet",
    columnFacet: "speaker",
    cells,
    chosen: (row, column) => ({ ...(row && { outlet: [row] }), ...(column && { speaker: [column] }) }),
    rowName,
    told: (row, column, counts) => t("cellQuotes", rowName(row), valueName(corpus, "speaker", column), counted(counts[""], "quote")),
  };
}

/**
 * @param {App} app
 * @returns {Matrix}
 */
function standsFor(app) {
  const { corpus, selection } = app;
  /** @type {Matrix["cells"]} */
  const cells = new Map();
  selection.stances.forEach((mark, stance) => {
    if (!mark) return;
    const holder = corpus.keyOf("holder", stance);
    // the voice of an article is its outlet's: each outlet has a row of its own
    const row = holder === VOICE ? `${VOICE} ${corpus.keyOf("outlet", corpus.articleOfStance[stance])}` : holder;
    add(cells, row, corpus.keyOf("target", stance), corpus.keyOf("stance", stance));
  });
  const outletOf = (/** @type {string} */ row) => row.slice(VOICE.length + 1);
  const isVoice = (/** @type {string} */ row) => row.startsWith(`${VOICE} `);
  const rowName = (/** @type {string} */ row) =>
    isVoice(row) ? t("ownVoice", valueName(corpus, "outlet", outletOf(row))) : valueName(corpus, "holder", row);
  return {
    name: "standsFor",
    rowFacet: "holder",
    columnFacet: "target",
    cells,
    chosen: (row, column) => ({
      ...(row && (isVoice(row) ? { holder: [VOICE], outlet: [outletOf(row)] } : { holder: [row] })),
      ...(column && { target: [column] }),
    }),
    rowName,
    told: (row, column, counts) => {
      const labels = Object.keys(SIGNS).filter((name) => counts[name]).map((name) => t("oneLabel", counts[name], label("stance", name)));
      return t("cellStances", rowName(row), valueName(corpus, "target", column), labels.join(", "));
    },
  };
}

/**
 * @param {Matrix["cells"]} cells
 * @param {string} row
 * @param {string} column
 * @param {string} name
 * @param {number} [count]
 */
function add(cells, row, column, name, count = 1) {
  let ofRow = cells.get(row);
  if (!ofRow) cells.set(row, (ofRow = new Map()));
  let counts = ofRow.get(column);
  if (!counts) ofRow.set(column, (counts = {}));
  counts[name] = (counts[name] ?? 0) + count;
}

/** @param {Record<string, number>} counts */
function sumOf(counts) {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

/**
 * @param {App} app
 * @param {Matrix} matrix
 */
function section(app, matrix) {
  const most = longer.has(matrix.name) ? MANY : FEW;
  /** @type {Map<string, number>} */
  const rowSums = new Map();
  /** @type {Map<string, number>} */
  const columnSums = new Map();
  for (const [row, columns] of matrix.cells) {
    for (const [column, counts] of columns) {
      rowSums.set(row, (rowSums.get(row) ?? 0) + sumOf(counts));
      columnSums.set(column, (columnSums.get(column) ?? 0) + sumOf(counts));
    }
  }
  // whoever is nobody in particular stands last, however often
  const vague = (/** @type {string} */ key) => Number(key === OTHERS || key === UNLINKED);
  const largest = (/** @type {Map<string, number>} */ sums) =>
    [...sums].sort((one, two) => vague(one[0]) - vague(two[0]) || two[1] - one[1] || (one[0] < two[0] ? -1 : 1)).map(([key]) => key);
  const rows = largest(rowSums);
  const columns = largest(columnSums);
  const more = rows.length > FEW || columns.length > FEW;
  const button = h(
    "button",
    { type: "button", class: "quiet", "data-key": `more ${matrix.name}`, click: () => {
      if (!longer.delete(matrix.name)) longer.add(matrix.name);
      app.redraw();
    } },
    t(longer.has(matrix.name) ? "showLess" : "showMore"),
  );
  const title = t(matrix.name);
  return h(
    "section",
    { class: "seen" },
    h("h3", null, title),
    h("p", { class: "hint" }, t(`${matrix.name}Hint`)),
    rows.length
      ? h(
          "div",
          { class: "scroll", tabindex: 0, role: "region", "aria-label": title },
          matrixTable(app, matrix, rows.slice(0, most), columns.slice(0, most), rowSums, columnSums),
        )
      : h("p", { class: "nothing" }, t("nothing")),
    more && button,
  );
}

/**
 * @param {App} app
 * @param {Matrix} matrix
 * @param {string[]} rows
 * @param {string[]} columns
 * @param {Map<string, number>} rowSums
 * @param {Map<string, number>} columnSums
 */
function matrixTable(app, matrix, rows, columns, rowSums, columnSums) {
  const { corpus } = app;
  let top = 1;
  for (const row of rows) for (const column of columns) top = Math.max(top, sumOf(matrix.cells.get(row)?.get(column) ?? {}));
  /** @param {string} row @param {string} column @param {import("./state.js").View} view */
  const href = (row, column, view) => hrefOf(app.state, { view, sort: "", chosen: choosing(app.state, matrix.chosen(row, column)) });
  // of what an article says itself there is no quotation to show: its articles are
  const shownIn = (/** @type {string} */ row) => (row.startsWith(VOICE) ? "find" : "concordance");
  const head = columns.map((column) => h("th", { scope: "col" }, h("a", { href: href("", column, "see") }, bdi(valueName(corpus, matrix.columnFacet, column)))));
  const totals = (/** @type {Map<string, number>} */ sums, /** @type {string} */ key) => h("td", { class: "sum" }, number(sums.get(key) ?? 0));
  const body = rows.map((row) =>
    h(
      "tr",
      null,
      h("th", { scope: "row" }, h("a", { href: href(row, "", "see") }, bdi(matrix.rowName(row)))),
      columns.map((column) => cell(matrix, row, column, top, href(row, column, shownIn(row)))),
      totals(rowSums, row),
    ),
  );
  const foot = h("tr", null, h("th", { scope: "row" }, t("total")), columns.map((column) => totals(columnSums, column)), h("td", { class: "sum" }));
  return h(
    "table",
    { class: `matrix ${matrix.name}` },
    h("thead", null, h("tr", null, h("td", null), head, h("th", { scope: "col" }, t("total")))),
    h("tbody", null, body),
    h("tfoot", null, foot),
  );
}

/**
 * @param {Matrix} matrix
 * @param {string} row
 * @param {string} column
 * @param {number} top
 * @param {string} href
 */
function cell(matrix, row, column, top, href) {
  const counts = matrix.cells.get(row)?.get(column);
  if (!counts) return h("td", { class: "empty" });
  const all = sumOf(counts);
  const { favor = 0, against = 0 } = counts;
  const rest = all - favor - against;
  const lean = favor > against ? "favor" : against > favor ? "against" : "even";
  const isCount = "" in counts;
  const words = isCount ? [number(all)] : [favor > 0 && h("span", null, `+${favor}`), against > 0 && h("span", null, `−${against}`), rest > 0 && h("span", null, String(rest))];
  const strength = Math.max(1, Math.ceil((5 * (isCount ? all : Math.abs(favor - against) || 1)) / top));
  return h(
    "td",
    { class: isCount ? `heat count-${Math.min(5, strength)}` : `heat ${lean}-${Math.min(5, strength)}` },
    h("a", { href, "aria-label": matrix.told(row, column, counts), "data-key": `cell ${matrix.name} ${row} ${column}` }, words),
  );
}

/** @param {App} app */
function overTime(app) {
  const { corpus, selection } = app;
  const length = byMonth ? 7 : 4;
  /** @type {Map<string, Record<string, number>>} */
  const periods = new Map();
  /** @param {number} article @param {string} name */
  const count = (article, name) => {
    const key = corpus.days[article].slice(0, length);
    let counts = periods.get(key);
    if (!counts) periods.set(key, (counts = {}));
    counts[name] = (counts[name] ?? 0) + 1;
  };
  selection.articles.forEach((mark, article) => mark && count(article, "articles"));
  selection.quotes.forEach((mark, quote) => mark && count(corpus.articleOfQuote[quote], "quotes"));
  selection.stances.forEach((mark, stance) => mark && count(corpus.articleOfStance[stance], corpus.keyOf("stance", stance)));
  const keys = [...periods.keys()].sort();
  const columns = ["articles", "quotes", "favor", "against"];
  const names = [t("of.article"), t("of.quote"), label("stance", "favor"), label("stance", "against")];
  const tops = columns.map((name) => Math.max(1, ...keys.map((key) => periods.get(key)?.[name] ?? 0)));
  const stancesTop = Math.max(tops[2], tops[3]);
  const button = h("button", { type: "button", class: "quiet", "data-key": "grain", click: () => {
    byMonth = !byMonth;
    app.redraw();
  } }, t(byMonth ? "byYear" : "byMonth"));
  return h(
    "section",
    { class: "seen" },
    h("h3", null, t("overTime")),
    h("p", { class: "hint" }, t("overTimeHint")),
    h(
      "div",
      { class: "scroll", tabindex: 0, role: "region", "aria-label": t("overTime") },
      h(
        "table",
        { class: "time" },
        h("thead", null, h("tr", null, h("th", { scope: "col" }, t("period")), names.map((name) => h("th", { scope: "col" }, name)))),
        h("tbody", null, keys.map((key) => h("tr", null, h("th", { scope: "row" }, key || t("noDate")), columns.map((name, column) => bar(app, key, name, names[column], periods.get(key)?.[name] ?? 0, column < 2 ? tops[column] : stancesTop))))),
      ),
    ),
    button,
  );
}

/**
 * @param {App} app
 * @param {string} key
 * @param {string} name
 * @param {string} title
 * @param {number} count
 * @param {number} top
 */
function bar(app, key, name, title, count, top) {
  if (!count) return h("td", { class: "empty" });
  const strip = h("span", { class: `bar-of ${name}`, "aria-hidden": "true" });
  strip.style.inlineSize = `${Math.round((100 * count) / top)}%`;
  const words = [strip, h("span", null, number(count))];
  if (!key) return h("td", null, words);
  const [from, to] = daysOf(key);
  /** @type {Partial<import("./state.js").State>} */
  const change = { view: "find", sort: "", from, to };
  if (name === "favor" || name === "against") change.chosen = choosing(app.state, { stance: [name] });
  return h("td", null, h("a", { href: hrefOf(app.state, change), "aria-label": `${key}: ${number(count)} ${title}` }, words));
}

/**
 * The first and the last day of a year or a month.
 * @param {string} key
 * @returns {[string, string]}
 */
function daysOf(key) {
  if (key.length === 4) return [`${key}-01-01`, `${key}-12-31`];
  const last = new Date(Date.UTC(Number(key.slice(0, 4)), Number(key.slice(5)), 0)).getUTCDate();
  return [`${key}-01`, `${key}-${last}`];
}

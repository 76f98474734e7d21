// Taking the selection away: files, a citation, a line of Python, an address.

import { IDS_IN_LINE, bibtex, cslJson, pythonLine } from "./citation.js";
import { bdi, h } from "./dom.js";
import { KEYS, csv, jsonLines, rowOf, selectedOf } from "./exports.js";
import { hrefOf } from "./state.js";
import { counted, t } from "./words.js";

/** @typedef {import("./main.js").App} App */
/** @typedef {import("./exports.js").Table} Table */

/** @type {[Table, string][]} */
const TABLES = [["articles", "article"], ["quotes", "quote"], ["stances", "stance"]];

/** @type {Table} */
let tableOfLine = "quotes";

/**
 * @param {App} app
 * @returns {Promise<import("./dom.js").Child[]>}
 */
export async function takeawayView(app) {
  const { head } = app.corpus;
  const stem = `${head.collection}-${head.version}`;
  return [
    h("section", null, h("h3", null, t("downloads")), downloads(app, stem), h("p", { class: "hint" }, t("csvHint"))),
    h("section", null, h("h3", null, t("python")), h("p", { class: "hint" }, t("pythonHint")), python(app, stem)),
    h(
      "section",
      null,
      h("h3", null, t("cite")),
      h("p", { class: "hint" }, t("citeHint")),
      copyable("BibTeX", bibtex(head, app.state), () => save(`${stem}.bib`, bibtex(head, app.state))),
      copyable("CSL-JSON", cslJson(head, app.state), () => save(`${stem}.csl.json`, cslJson(head, app.state))),
    ),
    h("section", null, h("h3", null, t("link")), h("p", { class: "hint" }, t("linkHint")), copyable(t("link"), hrefOf(app.state, { view: "find" }), null)),
  ];
}

/**
 * @param {App} app
 * @param {string} stem
 */
function downloads(app, stem) {
  /** @param {Table} table @param {"csv" | "jsonl" | "ids"} form */
  const button = (table, form) =>
    h(
      "button",
      { type: "button", "data-key": `download ${table} ${form}`, "aria-label": t("download", t(`of.${nounOf(table)}`), form === "ids" ? t("ids") : form.toUpperCase()), click: () => download(app, table, form, stem) },
      form === "ids" ? t("ids") : form.toUpperCase(),
    );
  return h(
    "ul",
    { class: "downloads" },
    TABLES.map(([table, noun]) => h("li", null, h("span", null, counted(app.selection.counts[table], noun)), button(table, "csv"), button(table, "jsonl"), button(table, "ids"))),
  );
}

/** @param {Table} table */
function nounOf(table) {
  return /** @type {[Table, string]} */ (TABLES.find(([name]) => name === table))[1];
}

/**
 * @param {App} app
 * @param {Table} table
 * @param {"csv" | "jsonl" | "ids"} form
 * @param {string} stem
 */
async function download(app, table, form, stem) {
  const { corpus } = app;
  const records = selectedOf(app.selection, table);
  if (form === "ids") {
    save(`${stem}-${table}.txt`, idsOf(app, table, records).map((id) => `${id}\n`).join(""));
    return;
  }
  const articleOf = (/** @type {number} */ record) => (table === "articles" ? record : table === "quotes" ? corpus.articleOfQuote[record] : corpus.articleOfStance[record]);
  /** @type {string[]} */
  const parts = [];
  // a block of articles at a time: texts beside the page are not all held at once
  const chunk = 2_000;
  const rows = [];
  for (let first = 0; first < records.length; first += chunk) {
    const some = records.slice(first, first + chunk);
    await corpus.texts.need(new Set(some.map(articleOf)));
    const made = some.map((record) => rowOf(corpus, table, record));
    if (form === "jsonl") parts.push(jsonLines(made));
    else rows.push(...made);
  }
  save(`${stem}-${table}.${form}`, form === "jsonl" ? parts.join("") : csv(rows));
}

/**
 * @param {App} app
 * @param {Table} table
 * @param {number[]} records
 * @returns {string[]}
 */
function idsOf(app, table, records) {
  const { corpus } = app;
  if (table === "articles") return records.map((record) => corpus.ids[record]);
  return records.map((record) => (table === "quotes" ? corpus.quote(record).quote_id : corpus.stance(record).stance_id));
}

/**
 * @param {App} app
 * @param {string} stem
 */
function python(app, stem) {
  const records = selectedOf(app.selection, tableOfLine);
  const file = `${stem}-${tableOfLine}.txt`;
  const whole = records.length === app.corpus.head.counts[tableOfLine];
  const ids = whole ? null : records.length <= IDS_IN_LINE ? idsOf(app, tableOfLine, records) : new Array(records.length).fill("");
  const line = pythonLine(app.corpus.head, tableOfLine, KEYS[tableOfLine], ids, file);
  const choice = h(
    "label",
    { class: "sort" },
    t("what"),
    h(
      "select",
      { "data-key": "python table", change: (event) => {
        tableOfLine = event.target.value;
        app.redraw();
      } },
      TABLES.map(([table, noun]) => h("option", { value: table, selected: table === tableOfLine }, t(`of.${noun}`))),
    ),
  );
  const long = ids !== null && ids.length > IDS_IN_LINE;
  return h("div", null, choice, copyable("Python", line, null), long && h("p", { class: "hint" }, t("pythonFile", file)));
}

/**
 * Text to take, with a button that copies it and perhaps one that saves it.
 * @param {string} title
 * @param {string} text
 * @param {(() => void) | null} saving
 */
function copyable(title, text, saving) {
  const told = h("span", { role: "status", class: "told" });
  const block = h("pre", { tabindex: 0, role: "region", "aria-label": title }, h("code", null, bdi(text)));
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      // without a clipboard, the text is selected and the reader copies it
      getSelection()?.selectAllChildren(block);
      return;
    }
    told.textContent = t("copied");
  };
  return h(
    "div",
    { class: "copyable" },
    h("p", null, h("strong", null, title), h("button", { type: "button", "data-key": `copy ${title}`, "aria-label": `${t("copy")}: ${title}`, click: copy }, t("copy")), saving && h("button", { type: "button", "data-key": `save ${title}`, "aria-label": t("download", title, ""), click: saving }, "↓"), told),
    block,
  );
}

/**
 * Hand a file to the reader.
 * @param {string} name
 * @param {string} content
 */
function save(name, content) {
  const address = URL.createObjectURL(new Blob([content], { type: "application/octet-stream" }));
  const link = h("a", { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

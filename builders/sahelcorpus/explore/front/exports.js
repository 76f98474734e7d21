// The selection as records: exact in JSONL, safe for spreadsheets in CSV.

import { marked } from "./selection.js";

/** @typedef {import("./corpus.js").Corpus} Corpus */
/** @typedef {import("./selection.js").Selection} Selection */
/** @typedef {"articles" | "quotes" | "stances"} Table */

/** @type {Record<Table, string>} */
export const KEYS = { articles: "article_id", quotes: "quote_id", stances: "stance_id" };

/**
 * The numbers of the selected records of a table.
 * @param {Selection} selection
 * @param {Table} table
 */
export function selectedOf(selection, table) {
  return marked(selection[table]);
}

/**
 * One row of a table as the dataset has it, its split added.
 * @param {Corpus} corpus
 * @param {Table} table
 * @param {number} record
 * @returns {Record<string, any>}
 */
export function rowOf(corpus, table, record) {
  if (table === "articles") {
    const whole = corpus.article(record);
    return { ...whole, text: whole.text ?? "", split: corpus.keyOf("split", record) };
  }
  const article = table === "quotes" ? corpus.articleOfQuote[record] : corpus.articleOfStance[record];
  const whole = corpus.about(article);
  const printed = {
    article_id: whole.article_id, source_id: whole.source_id, language: whole.language, published: whole.published, origin: whole.origin,
  };
  const split = corpus.keyOf("split", article);
  if (table === "quotes") return { ...corpus.quote(record), ...printed, split };
  const carrier = corpus.quoteOfStance[record];
  return { ...corpus.stance(record), ...printed, quote_text: carrier < 0 ? null : corpus.quote(carrier).text, split };
}

/**
 * Rows as JSON, one a line.
 * @param {Record<string, any>[]} rows
 */
export function jsonLines(rows) {
  return rows.map((row) => `${JSON.stringify(row)}\n`).join("");
}

/**
 * Rows as CSV (RFC 4180, with a byte order mark, by which spreadsheets know UTF-8).
 * @param {Record<string, any>[]} rows
 */
export function csv(rows) {
  if (!rows.length) return "\ufeff";
  const names = Object.keys(rows[0]).filter((name) => name !== "quotes" && name !== "stances");
  const lines = [names, ...rows.map((row) => names.map((name) => row[name]))];
  return `\ufeff${lines.map((cells) => cells.map(csvCell).join(",")).join("\r\n")}\r\n`;
}

/**
 * A cell. Words that a spreadsheet could take for a formula get an apostrophe before them: those that begin with an equals,
 * plus, minus or at sign, narrow or wide, with a tab or a line end. Numbers are the dataset's own and stay numbers.
 * @param {any} value
 * @returns {string}
 */
export function csvCell(value) {
  if (value === null || value === undefined) return "";
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  const words = (typeof value === "string" ? value : JSON.stringify(value)).replace(/[\u202a-\u202e\u2066-\u2069]/g, "");
  const safe = /^[=+\-@\t\r\n＝＋－＠]/.test(words.trimStart()) || /^[\t\r\n]/.test(words) ? `'${words}` : words;
  return `"${safe.replaceAll('"', '""')}"`;
}

// How the dataset and the selection are cited, and opened again in Python.

import { selectionOf } from "./state.js";

/** @typedef {import("./corpus.js").Head} Head */
/** @typedef {import("./state.js").State} State */

const AUTHOR = "The sahelcorpus maintainers";
/** Up to so many ids stand in the line of Python itself. */
export const IDS_IN_LINE = 40;

/**
 * What narrows the selection, in one line.
 * @param {State} state
 */
export function selectionInWords(state) {
  return selectionOf(state).map(([name, value]) => `${name}=${value}`).join("; ");
}

/**
 * @param {Head} head
 * @param {State} state
 */
function noteOf(head, state) {
  const selection = selectionInWords(state);
  return `Version ${head.version}, release digest sha256:${head.digest}.${selection ? ` Selection: ${selection}.` : ""}`;
}

/**
 * @param {Head} head
 * @param {State} state
 */
export function bibtex(head, state) {
  const year = head.last_judged?.slice(0, 4);
  const fields = [
    ["author", `{${AUTHOR}}`],
    ["title", `{${escaped(head.title)}}`],
    ...(year ? [["year", year]] : []),
    ["version", escaped(head.version)],
    ...(head.homepage ? [["url", head.homepage]] : []),
    ["note", escaped(noteOf(head, state))],
  ];
  const lines = fields.map(([name, value]) => `  ${name} = {${value}}`);
  return `@misc{${head.collection}-${head.version},\n${lines.join(",\n")}\n}\n`;
}

/** @type {Record<string, string>} */
const TEX = {
  "\\": "\\textbackslash{}", "~": "\\textasciitilde{}", "^": "\\textasciicircum{}", "{": "\\{", "}": "\\}",
  "%": "\\%", "&": "\\&", "#": "\\#", "$": "\\$", _: "\\_",
};

/**
 * Words in which no sign means something to TeX.
 * @param {string} words
 */
function escaped(words) {
  return words.replace(/[\\~^{}%&#$_]/g, (sign) => TEX[sign]).replace(/[\u0000-\u001f\u202a-\u202e\u2066-\u2069]/g, " ");
}

/**
 * @param {Head} head
 * @param {State} state
 */
export function cslJson(head, state) {
  const issued = head.last_judged?.split("-").map(Number);
  const item = {
    id: `${head.collection}-${head.version}`,
    type: "dataset",
    title: head.title,
    author: [{ literal: AUTHOR }],
    ...(issued ? { issued: { "date-parts": [issued] } } : {}),
    version: head.version,
    ...(head.homepage ? { URL: head.homepage } : {}),
    note: noteOf(head, state),
  };
  return `${JSON.stringify([item], null, 1)}\n`;
}

/**
 * The line of Python that loads the selected records of a table.
 * @param {Head} head
 * @param {string} table
 * @param {string} key the field that names a record
 * @param {string[] | null} ids the ids of the selected records; null for all that there are
 * @param {string} file the file of ids, for a long selection
 */
export function pythonLine(head, table, key, ids, file) {
  const loaded = `import sahelcorpus; ${table} = sahelcorpus.load(${quoted(head.directory)}, ${quoted(table)}, digest=${quoted(head.digest)})`;
  if (ids === null) return loaded;
  const set = ids.length <= IDS_IN_LINE ? `{${ids.map(quoted).join(", ")}}` : `set(open(${quoted(file)}).read().split())`;
  const chosen = ids.length ? set : "set()";
  return `${loaded}.filter(${chosen}.__contains__, input_columns=${quoted(key)})`;
}

/**
 * A string as Python writes it.
 * @param {string} words
 */
function quoted(words) {
  return JSON.stringify(words).replace(/[\u007f-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

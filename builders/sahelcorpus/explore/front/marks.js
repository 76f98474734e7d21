// The marks of an article: its quotations, cues, speakers, evidence, and what a search found.

import { unitOf } from "./offsets.js";
import { label } from "./names.js";
import { hitsIn, termsOf } from "./search.js";
import { t } from "./words.js";

/** @typedef {import("./main.js").App} App */
/** @typedef {import("./runs.js").Mark} Mark */

/**
 * The short name of a quotation or stance within its article: what follows the dot of its id.
 * @param {string} id
 */
export function ownerOf(id) {
  return id.slice(id.lastIndexOf(".") + 1);
}

/**
 * The number of a quotation or stance within its article.
 * @param {string} id
 */
export function numberIn(id) {
  return ownerOf(id).slice(1);
}

/**
 * Who speaks, as the article or the registry names them.
 * @param {App} app
 * @param {any} quote
 */
export function speakerName(app, quote) {
  return quote.actor_id ? app.corpus.nameOf(quote.actor_id) : (quote.speaker_name ?? t("saysNobody"));
}

/**
 * @param {App} app
 * @param {number} article
 * @param {any} record
 * @returns {Mark[]}
 */
export function marksOf(app, article, record) {
  const { astral, folded, shifts } = app.corpus.texts;
  const unit = (/** @type {number} */ point) => unitOf(astral[article], point);
  /** @param {any} span @param {Partial<Mark>} rest @returns {Mark} */
  const mark = (span, rest) => ({
    start: unit(span.start), end: unit(span.end), kind: "hit", owners: [], name: "", depth: 0, before: "", after: "", ...rest,
  });
  /** @type {Mark[]} */
  const marks = [];
  const parents = new Map(record.quotes.map((/** @type {any} */ quote) => [quote.quote_id, quote.parent_quote_id]));
  for (const quote of record.quotes) {
    const owner = ownerOf(quote.quote_id);
    const number = numberIn(quote.quote_id);
    let depth = 0;
    for (let parent = quote.parent_quote_id; parent && depth < 9; parent = parents.get(parent)) depth++;
    const told = [t("quotation", number), label("type", quote.type), speakerName(app, quote)];
    if (quote.parent_quote_id) told.push(t("insideOf", numberIn(quote.parent_quote_id)));
    quote.segments.forEach((/** @type {any} */ segment, /** @type {number} */ place) => {
      const before = place ? `${t("quotation", number)}, ${t("continues")}` : told.join(", ");
      const after = place === quote.segments.length - 1 ? ` (${t("endOf", number)}) ` : "";
      const status = quote.status === "gold" ? "" : quote.status;
      marks.push(mark(segment, { kind: "quote", owners: [owner], name: `${quote.type} ${status}`.trim(), depth, before, after }));
    });
    if (quote.cue) marks.push(mark(quote.cue, { kind: "cue", owners: [owner], after: ` (${t("cueOf", number)}) ` }));
    if (quote.speaker) marks.push(mark(quote.speaker, { kind: "speaker", owners: [owner], after: ` (${t("speakerOf", number)}) ` }));
  }
  for (const stance of record.stances) {
    const owners = [ownerOf(stance.stance_id)];
    if (stance.quote_id) owners.push(ownerOf(stance.quote_id));
    const after = ` (${t("evidenceOf", label("stance", stance.label), app.corpus.nameOf(stance.target_actor_id))}) `;
    for (const span of stance.evidence) marks.push(mark(span, { kind: "evidence", owners, name: stance.label, after }));
  }
  const terms = termsOf(app.state.query);
  if (terms.length) {
    for (const [start, end] of hitsIn(folded[article] ?? "", shifts[article], terms)) {
      marks.push({ ...mark({ start: 0, end: 0 }, {}), start, end });
    }
  }
  return marks;
}

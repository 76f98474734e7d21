// The margin: for each quotation who says it and where they stand, and what every annotator made of it, side by side.

import { bdi, h } from "./dom.js";
import { numberIn, ownerOf, speakerName } from "./marks.js";
import { SIGNS, label } from "./names.js";
import { choosing, hrefOf } from "./state.js";
import { number, t } from "./words.js";

/** @typedef {import("./main.js").App} App */

/**
 * Light up what belongs to a quotation or stance, and nothing else.
 * @param {Element} body
 * @param {string} owner an empty string for nothing
 */
export function lightUp(body, owner) {
  for (const lit of body.querySelectorAll(".lit")) lit.classList.remove("lit");
  if (owner) for (const part of body.querySelectorAll(`[data-owners~="${owner}"]`)) part.classList.add("lit");
}

/**
 * @param {App} app
 * @param {any} record the article
 * @param {any} quote
 * @returns {HTMLElement}
 */
export function quoteNote(app, record, quote) {
  const owner = ownerOf(quote.quote_id);
  const stances = record.stances.filter((/** @type {any} */ stance) => stance.quote_id === quote.quote_id);
  const key = quote.actor_id ?? `~${quote.speaker_name ?? ""}`;
  const facts = [
    label("type", quote.type),
    quote.status !== "gold" && label("status", quote.status),
    label("speakerKind", quote.speaker_kind),
    quote.cue && h("span", null, `${t("cue")}: `, bdi(quote.cue.lemma, record.language)),
    quote.parent_quote_id && t("insideOf", numberIn(quote.parent_quote_id)),
  ];
  return h(
    "div",
    { role: "note", class: `note ${quote.status}`, "data-owners": owner, "data-note": owner, tabindex: -1, "aria-label": t("quotation", numberIn(quote.quote_id)) },
    h("p", { class: "who" }, backToText(owner), narrowing(app, "speaker", key, speakerName(app, quote))),
    quote.actor_id && quote.speaker_name && quote.speaker_name !== app.corpus.nameOf(quote.actor_id) && h("p", { class: "named" }, bdi(quote.speaker_name)),
    h("p", { class: "facts" }, facts.filter(Boolean).map((one) => h("span", null, one))),
    !quote.text && h("p", { class: "facts" }, `${t("quotationText")}: ${quote.segments.map((/** @type {any} */ one) => `${one.start}–${one.end}`).join(", ")}`),
    stances.map((/** @type {any} */ stance) => stanceLine(app, stance)),
    judged([quote, ...stances], [quoteJudgements(app, quote), ...stances.map((/** @type {any} */ stance) => stanceJudgements(app, stance))]),
  );
}

/**
 * @param {string} owner
 */
function backToText(owner) {
  return h(
    "button",
    {
      type: "button",
      class: "handle",
      "aria-label": t("quotation", owner.slice(1)),
      click: (event) => {
        const handle = event.currentTarget.closest(".body")?.querySelector(`[data-handle="${owner}"]`);
        handle?.scrollIntoView({ block: "center" });
        handle?.focus({ preventScroll: true });
      },
    },
    owner.slice(1),
  );
}

/**
 * A name that selects what has it.
 * @param {App} app
 * @param {string} facet
 * @param {string} key
 * @param {string} name
 */
function narrowing(app, facet, key, name) {
  const href = hrefOf(app.state, { view: "concordance", chosen: choosing(app.state, { [facet]: [key] }), sort: "" });
  return h("a", { href, title: t("selectThis", name) }, bdi(name));
}

/**
 * A stance of the article's own voice, in the margin.
 * @param {App} app
 * @param {any} stance
 * @returns {HTMLElement}
 */
export function stanceNote(app, stance) {
  const owner = ownerOf(stance.stance_id);
  return h(
    "div",
    { role: "note", class: "note voice", "data-owners": owner, "data-note": owner, tabindex: -1, "aria-label": t("voiceStances") },
    h("p", { class: "who" }, t("voiceStances")),
    stanceLine(app, stance),
    judged([stance], [stanceJudgements(app, stance)]),
  );
}

/**
 * Stances of the article's own voice that no words of it show.
 * @param {App} app
 * @param {any[]} stances
 */
export function articleVoice(app, stances) {
  if (!stances.length) return "";
  return h("section", { class: "note voice whole", "aria-label": t("voiceStances") }, h("h3", null, t("voiceStances")), stances.map((stance) => [stanceLine(app, stance), judged([stance], [stanceJudgements(app, stance)])]).flat());
}

/**
 * @param {App} app
 * @param {any} stance
 */
function stanceLine(app, stance) {
  const target = app.corpus.nameOf(stance.target_actor_id);
  const chain = stance.holder_chain.map((/** @type {any} */ link) => link.name);
  const facts = [
    stance.intensity !== null && `${t("intensity")} ${signed(stance.intensity)}`,
    stance.quote_id && label("endorsement", stance.endorsement),
    stance.status !== "gold" && label("status", stance.status),
    chain.length > 1 && h("span", null, `${t("reported")} `, bdi(chain.join(" › "))),
  ];
  return h(
    "div",
    { class: "line", "data-owners": ownerOf(stance.stance_id) },
    h(
      "p",
      { class: `stance ${stance.label}` },
      h("span", { class: "sign", "aria-hidden": "true" }, SIGNS[stance.label]),
      h("span", null, label("stance", stance.label), " "),
      narrowing(app, "target", stance.target_actor_id, target),
    ),
    h("p", { class: "facts" }, facts.filter(Boolean).map((one) => h("span", null, one))),
  );
}

/** @param {number} value */
function signed(value) {
  return value > 0 ? `+${value}` : value < 0 ? `−${-value}` : "0";
}

/**
 * What every annotator made of some records, under a fold.
 * @param {any[]} records
 * @param {(Node | string)[]} tables
 */
function judged(records, tables) {
  const many = records.reduce((sum, record) => sum + record.annotations.length, 0);
  return many > 0 && h("details", { class: "judged" }, h("summary", null, many === 1 ? t("judgement") : t("judgements", number(many))), tables);
}

/**
 * A table in which every annotator has a column.
 * @param {string} title
 * @param {string[]} annotators
 * @param {[string, (Node | string | null)[]][]} rows
 */
function sideBySide(title, annotators, rows) {
  const told = rows.filter(([, cells]) => cells.some((cell) => cell !== null && cell !== ""));
  return h(
    "div",
    { class: "scroll", tabindex: 0, role: "region", "aria-label": title },
    h(
      "table",
      null,
      h("caption", null, bdi(title)),
      h("thead", null, h("tr", null, h("th", { scope: "col" }, t("annotator")), annotators.map((name) => h("th", { scope: "col" }, name)))),
      h("tbody", null, told.map(([name, cells]) => h("tr", null, h("th", { scope: "row" }, name), cells.map((cell) => h("td", null, cell ?? ""))))),
    ),
  );
}

/**
 * @param {App} app
 * @param {string} id
 */
function annotatorName(app, id) {
  const kind = app.corpus.annotators.get(id)?.kind;
  return kind ? `${id} (${kind})` : id;
}

/** @param {any} judgement */
function common(judgement) {
  return { confidence: judgement.confidence === null ? null : number(judgement.confidence), when: String(judgement.judged_at).slice(0, 10) };
}

/**
 * @param {App} app
 * @param {any} stance
 */
function stanceJudgements(app, stance) {
  /** @type {any[]} */
  const all = stance.annotations;
  if (!all.length) return "";
  const { state, by, note } = stance.adjudication;
  const decided = h(
    "p",
    { class: "facts" },
    h("span", null, `${t("published")}: ${label("stance", stance.label)}`),
    h("span", null, label("agreement", state), by ? ` · ${by}` : ""),
    note && h("span", null, bdi(note)),
  );
  const table = sideBySide(`${stance.stance_id}: ${app.corpus.nameOf(stance.target_actor_id)}`, all.map((one) => annotatorName(app, one.annotator_id)), [
    [t("label"), all.map((one) => h("span", { class: `stance ${one.label}` }, h("span", { class: "sign", "aria-hidden": "true" }, SIGNS[one.label]), label("stance", one.label)))],
    [t("intensity"), all.map((one) => (one.intensity === null ? null : signed(one.intensity)))],
    [t("confidence"), all.map((one) => common(one).confidence)],
    [t("reason"), all.map((one) => one.rationale && bdi(one.rationale))],
    [t("guideline"), all.map((one) => one.guideline)],
    [t("judgedAt"), all.map((one) => common(one).when)],
  ]);
  return h("div", null, table, decided);
}

/**
 * @param {App} app
 * @param {any} quote
 */
function quoteJudgements(app, quote) {
  /** @type {any[]} */
  const all = quote.annotations;
  if (!all.length) return "";
  return sideBySide(quote.quote_id, all.map((one) => annotatorName(app, one.annotator_id)), [
    [t("decision"), all.map((one) => label("decision", one.decision))],
    [t("quotationText"), all.map((one) => one.segments.length ? bdi(one.segments.map((/** @type {any} */ span) => span.text || `${span.start}–${span.end}`).join(" … ")) : null)],
    [t("confidence"), all.map((one) => common(one).confidence)],
    [t("reason"), all.map((one) => one.note && bdi(one.note))],
    [t("guideline"), all.map((one) => one.guideline)],
    [t("judgedAt"), all.map((one) => common(one).when)],
  ]);
}

// Reading: the article with what was annotated in it, and in the margin who says it and where they stand.

import { about, outletLabels } from "./about.js";
import { bdi, h, outward, visible } from "./dom.js";
import { label, valueName } from "./names.js";
import { articleVoice, lightUp, quoteNote, stanceNote } from "./notes.js";
import { orderedArticles, titleOf } from "./list.js";
import { keepMargins } from "./margin.js";
import { marksOf, ownerOf } from "./marks.js";
import { paragraphsOf, runsOf } from "./runs.js";
import { addressOf, hrefOf } from "./state.js";
import { counted, day, number, t } from "./words.js";

/** @typedef {import("./main.js").App} App */
/** @typedef {import("./runs.js").Mark} Mark */

/** Languages that are written from right to left. */
const FROM_RIGHT = /^(ar|fa|he|ur|ps|ckb|dv|sd|ug|yi)\b/;

/** What is shown in the text, kept while the page is open. */
const shownMarks = { quotes: true, speakers: true, evidence: true };

/**
 * @param {App} app
 * @returns {Promise<import("./dom.js").Child[]>}
 */
export async function articleView(app) {
  const { corpus, state } = app;
  const article = corpus.numberOf(state.article);
  if (article < 0) return [h("p", { class: "nothing" }, t("noSuchArticle", state.article))];
  await corpus.texts.need([article]);
  const record = corpus.article(article);
  const direction = FROM_RIGHT.test(record.language) ? "rtl" : "auto";
  const body = h("div", { class: "body", "data-view": "text" });
  for (const [name, on] of Object.entries(shownMarks)) body.classList.toggle(`no-${name}`, !on);
  if (record.text === null) fillWithoutText(app, record, body);
  else fillWithText(app, article, record, direction, body);
  listenForLight(body);
  keepMargins(body);
  if (state.record) requestAnimationFrame(() => reveal(body, state.record));
  return [
    navigation(app, article),
    h("header", { class: "head", lang: record.language, dir: direction }, h("h2", { tabindex: -1 }, titleOf(record))),
    h("p", { class: "about" }, aboutLine(app, record).map((one) => h("span", null, one))),
    badges(app, article, record),
    ...(record.text === null ? [] : [legend(body)]),
    body,
    ...sameGroup(app, article),
    outletLabels(app, record),
    about(record),
  ];
}

/**
 * @param {App} app
 * @param {number} article
 */
function navigation(app, article) {
  const { corpus, state } = app;
  const articles = orderedArticles(app);
  const place = articles.indexOf(article);
  /** @param {number} to @param {string} words */
  const link = (to, words) =>
    place < 0 || articles[to] === undefined
      ? h("span", { class: "off" }, t(words))
      : h("a", { href: hrefOf(state, { article: corpus.ids[articles[to]], record: "" }), "data-key": `page ${words}` }, t(words));
  const where = place < 0 ? t("outsideSelection") : t("inSelection", number(place + 1), number(articles.length));
  return h(
    "nav",
    { class: "pager", "aria-label": t("read") },
    h("a", { href: addressOf({ ...state, view: "find" }), "data-key": "back" }, t("back")),
    h("span", { class: "where" }, where),
    link(place - 1, "previous"),
    link(place + 1, "next"),
  );
}

/**
 * @param {App} app
 * @param {any} record
 */
function aboutLine(app, record) {
  return [
    h("strong", null, bdi(app.corpus.nameOf(record.source_id))),
    day(record.published, record.published_precision),
    record.byline && bdi(record.byline),
    valueName(app.corpus, "language", record.language),
    record.genre && label("genre", record.genre.replaceAll("_", " ")),
    ...record.countries.map((/** @type {string} */ code) => bdi(valueName(app.corpus, "country", code))),
  ].filter(Boolean);
}

/**
 * @param {App} app
 * @param {number} article
 * @param {any} record
 */
function badges(app, article, record) {
  return h(
    "ul",
    { class: "badges" },
    h("li", null, label("origin", record.origin)),
    h("li", null, `${t("facet.split")}: ${app.corpus.keyOf("split", article)}`),
    h("li", null, counted(record.quotes.length, "quote")),
    h("li", null, counted(record.stances.length, "stance")),
    record.text_flags.map((/** @type {string} */ flag) => h("li", null, flag.replaceAll("_", " "))),
  );
}

/** @param {HTMLElement} body */
function legend(body) {
  /** @param {"quotes" | "speakers" | "evidence"} name @param {string} words */
  const box = (name, words) =>
    h(
      "label",
      { class: `show-${name}` },
      h("input", {
        type: "checkbox",
        checked: shownMarks[name],
        "data-key": `show ${name}`,
        change: (event) => {
          shownMarks[name] = event.target.checked;
          body.classList.toggle(`no-${name}`, !shownMarks[name]);
        },
      }),
      h("span", null, t(words)),
    );
  return h(
    "fieldset",
    { class: "legend" },
    h("legend", null, t("marks")),
    box("quotes", "showQuotes"),
    box("speakers", "showSpeakers"),
    box("evidence", "showEvidence"),
  );
}

/**
 * @param {App} app
 * @param {number} article
 * @param {any} record
 * @param {string} direction
 * @param {HTMLElement} body
 */
function fillWithText(app, article, record, direction, body) {
  const marks = marksOf(app, article, record);
  const paragraphs = paragraphsOf(record.text);
  const paragraphOf = (/** @type {string} */ owner) => {
    const mark = marks.find((one) => one.owners[0] === owner);
    const place = mark ? paragraphs.findIndex(([, end]) => mark.start < end) : -1;
    return place < 0 ? paragraphs.length - 1 : place;
  };
  /** @type {HTMLElement[][]} */
  const notes = paragraphs.map(() => []);
  const put = (/** @type {string} */ owner, /** @type {HTMLElement} */ note) => notes[paragraphOf(owner)]?.push(note);
  for (const quote of record.quotes) put(ownerOf(quote.quote_id), quoteNote(app, record, quote));
  const voice = record.stances.filter((/** @type {any} */ stance) => stance.quote_id === null);
  for (const stance of voice) {
    if (stance.evidence.length) put(ownerOf(stance.stance_id), stanceNote(app, stance));
  }
  body.append(articleVoice(app, voice.filter((/** @type {any} */ stance) => !stance.evidence.length)));
  paragraphs.forEach(([from, to], place) => {
    const text = h("p", { class: "text", lang: record.language, dir: direction }, markedText(record.text, from, to, marks));
    const margin = h("div", { class: "margin" }, notes[place]);
    body.append(h("div", { class: "paragraph" }, text, notes[place].length > 0 && margin));
  });
}

/**
 * The marked text of a paragraph.
 * @param {string} text
 * @param {number} from
 * @param {number} to
 * @param {Mark[]} marks
 * @returns {Node[]}
 */
function markedText(text, from, to, marks) {
  /** @type {Node[]} */
  const nodes = [];
  for (const run of runsOf(from, to, marks)) {
    for (const mark of run.begins) {
      if (mark.kind === "quote") nodes.push(handle(mark));
      else if (mark.before) nodes.push(h("span", { class: "sr" }, mark.before));
    }
    const words = visible(text.slice(run.start, run.end));
    if (run.marks.length) {
      const owners = [...new Set(run.marks.flatMap((mark) => mark.owners))].join(" ");
      const quoted = run.marks.filter((mark) => mark.kind === "quote").map((mark) => mark.owners[0]).join(" ");
      const tag = run.marks.some((mark) => mark.kind === "hit") ? "mark" : "span";
      nodes.push(h(tag, { class: classesOf(run.marks), "data-owners": owners || null, "data-quoted": quoted || null }, words));
    } else nodes.push(...words);
    for (const mark of run.ends) if (mark.after) nodes.push(h("span", { class: "sr" }, mark.after));
  }
  return nodes;
}

/** @param {Mark[]} marks */
function classesOf(marks) {
  const depth = Math.max(0, ...marks.map((mark) => (mark.kind === "quote" ? mark.depth + 1 : 0)));
  const names = new Set(marks.flatMap((mark) => (mark.kind === "evidence" || mark.kind === "quote" ? [mark.kind, mark.name] : [mark.kind])));
  if (depth > 1) names.add("nested");
  return [...names].join(" ");
}

/**
 * The number at the beginning of a quotation: a button that leads to its note.
 * @param {Mark} mark
 */
function handle(mark) {
  const [owner] = mark.owners;
  return h(
    "button",
    {
      type: "button",
      class: "handle",
      "data-owners": owner,
      "data-handle": owner,
      "aria-label": mark.before,
      click: (event) => focusNote(event.currentTarget, owner),
    },
    owner.slice(1),
  );
}

/**
 * @param {HTMLElement} from
 * @param {string} owner
 */
function focusNote(from, owner) {
  const note = /** @type {HTMLElement | null} */ (from.closest(".body")?.querySelector(`[data-note="${owner}"]`));
  note?.scrollIntoView({ block: "nearest" });
  note?.focus();
}

/**
 * What belongs together lights up together, under the pointer and under the focus.
 * @param {HTMLElement} body
 */
function listenForLight(body) {
  /** @param {Event} event */
  const light = (event) => {
    const owned = /** @type {Element} */ (event.target).closest("[data-owners]");
    if (owned) lightUp(body, (owned.getAttribute("data-owners") ?? "").split(" ")[0]);
    else if (event.type === "pointerover") lightUp(body, "");
  };
  body.addEventListener("pointerover", light);
  body.addEventListener("focusin", light);
  body.addEventListener("pointerleave", () => lightUp(body, ""));
}

/**
 * Go to the quotation or stance that the address names.
 * @param {HTMLElement} body
 * @param {string} record
 */
function reveal(body, record) {
  if (!/^[qs]\d+$/.test(record)) return;
  const target = [`[data-handle="${record}"]`, `.text [data-owners~="${record}"]`, `[data-note="${record}"]`]
    .map((selector) => body.querySelector(selector))
    .find(Boolean);
  target?.scrollIntoView({ block: "center" });
  if (target instanceof HTMLButtonElement) target.focus({ preventScroll: true });
  lightUp(body, record);
}

/**
 * @param {App} app
 * @param {any} record
 * @param {HTMLElement} body
 */
function fillWithoutText(app, record, body) {
  const link = outward(record.url, t("readThere"));
  const archive = outward(record.archive_url, t("archived"));
  body.append(
    h("p", { class: "notice" }, t("noText"), link && h("span", null, " ", link), archive && h("span", null, " · ", archive)),
    articleVoice(app, record.stances.filter((/** @type {any} */ stance) => stance.quote_id === null)),
    h("div", { class: "notes-alone" }, record.quotes.map((/** @type {any} */ quote) => quoteNote(app, record, quote))),
  );
}

/**
 * @param {App} app
 * @param {number} article
 */
function sameGroup(app, article) {
  const { corpus, state } = app;
  const group = corpus.facet("group");
  const code = group.codes[article];
  if (code < 0 || group.values[code] === "~none") return [];
  /** @type {HTMLElement[]} */
  const others = [];
  group.codes.forEach((other, number) => {
    if (other !== code || number === article) return;
    const outlet = corpus.nameOf(corpus.keyOf("outlet", number));
    const words = [corpus.titles[number] ?? corpus.ids[number], outlet, corpus.days[number]].filter(Boolean).join(" · ");
    others.push(h("li", null, h("a", { href: hrefOf(state, { article: corpus.ids[number], record: "" }) }, bdi(words))));
  });
  return others.length ? [h("section", { class: "same" }, h("h3", null, t("sameGroup")), h("ul", null, others))] : [];
}

// The page: opens the dataset, and draws what the address says.

import { articleView } from "./article.js";
import { openBlock } from "./blocks.js";
import { concordanceView } from "./concordance.js";
import { Corpus } from "./corpus.js";
import { bdi, h, put } from "./dom.js";
import { chosenChips, drawPanel } from "./facets.js";
import { listView } from "./list.js";
import { foldTitles, termsOf } from "./search.js";
import { seeView } from "./see.js";
import { Selector } from "./selection.js";
import { addressOf, hrefOf, stateOf } from "./state.js";
import { takeawayView } from "./takeaway.js";
import { Texts } from "./texts.js";
import { counted, language, setLanguage, t } from "./words.js";

/** @typedef {import("./state.js").State} State */
/** @typedef {import("./state.js").View} View */

/**
 * What every view is given.
 * @typedef {object} App
 * @property {Corpus} corpus
 * @property {Selector} selector
 * @property {State} state
 * @property {import("./selection.js").Selection} selection
 * @property {Map<string, Uint32Array>} counts
 * @property {(change: Partial<State>, replace?: boolean) => void} go change the state, and with it the address
 * @property {() => void} redraw
 */

/** @type {Record<View, (app: App) => Promise<import("./dom.js").Child[]>>} */
const VIEW_OF = { find: listView, read: articleView, concordance: concordanceView, see: seeView, take: takeawayView };

/** @param {string} id */
function part(id) {
  return /** @type {HTMLElement} */ (document.getElementById(id));
}

/** @param {State} state */
function chooseLanguage(state) {
  setLanguage(state.ui || (navigator.language.startsWith("fr") ? "fr" : "en"));
  document.documentElement.lang = language();
}

/** The first state whose address is shown; the page is drawn before its texts are there. */
async function start() {
  const head = JSON.parse(part("head").textContent ?? "");
  chooseLanguage(stateOf(location.hash));
  part("status").textContent = t("opening");
  const registry = await openBlock(head.blocks.find((/** @type {any} */ block) => block.kind === "registry"), head.beside);
  const of = (/** @type {string} */ kind) => head.blocks.filter((/** @type {any} */ block) => block.kind === kind);
  const corpus = new Corpus(head, registry, new Texts(of("texts"), head.beside));
  for (const block of of("facts")) {
    corpus.add(await openBlock(block, head.beside));
    if (head.beside) part("status").textContent = `${t("opening")} ${Math.round((100 * corpus.size) / head.counts.articles)} %`;
  }
  const page = new Page(corpus);
  addEventListener("hashchange", () => page.follow());
  await page.draw();
  performance.mark("drawn");
  if (head.beside === null) await page.readAll();
}

/** Draws the state, and changes it. */
class Page {
  /** @param {Corpus} corpus */
  constructor(corpus) {
    this.corpus = corpus;
    this.selector = new Selector(corpus);
    this.state = stateOf(location.hash);
    this.turn = 0;
    this.listen();
  }

  listen() {
    const form = /** @type {HTMLFormElement} */ (part("search"));
    const field = /** @type {HTMLInputElement} */ (part("query"));
    const within = /** @type {HTMLInputElement} */ (part("within"));
    form.addEventListener("submit", (event) => event.preventDefault());
    const ask = () => {
      const view = this.state.view === "read" ? "find" : this.state.view;
      this.go({ query: field.value, within: within.checked, page: 1, view }, true);
    };
    field.addEventListener("input", ask);
    within.addEventListener("change", ask);
    part("show-panel").addEventListener("click", () => this.showPanel());
  }

  showPanel() {
    const open = part("panel").classList.toggle("open");
    part("show-panel").setAttribute("aria-expanded", String(open));
  }

  /** The address was changed by a link, by the reader or by going back. */
  follow() {
    const before = this.state;
    this.state = stateOf(location.hash);
    const moved = before.view !== this.state.view || before.article !== this.state.article || before.page !== this.state.page;
    void this.draw().then(() => moved && this.arrive());
  }

  /** In a new view, reading goes on at its heading. */
  arrive() {
    if (this.state.view === "read" && this.state.record) return;
    const heading = /** @type {HTMLElement | null} */ (part("content").querySelector("h2"));
    heading?.focus({ preventScroll: true });
    if (part("content").getBoundingClientRect().top < 0) part("content").scrollIntoView();
  }

  /**
   * @param {Partial<State>} change
   * @param {boolean} [replace]
   */
  go(change, replace) {
    this.state = { ...this.state, ...change };
    history[replace ? "replaceState" : "pushState"](null, "", addressOf(this.state));
    void this.draw();
  }

  /** Read every text, so that a search finds all there is. */
  async readAll() {
    const { texts } = this.corpus;
    const told = (/** @type {number} */ share) => {
      const searching = termsOf(this.state.query).length > 0 && share < 1;
      part("progress").textContent = searching ? t("searching", Math.floor(100 * share)) : "";
    };
    await texts.needAll(told);
    foldTitles(this.corpus);
    performance.mark("searchable");
    if (termsOf(this.state.query).length) await this.draw();
  }

  async draw() {
    const turn = ++this.turn;
    const { corpus, selector, state } = this;
    chooseLanguage(state);
    const selection = selector.select(state);
    /** @type {App} */
    const app = {
      corpus,
      selector,
      state,
      selection,
      counts: selector.counts(state, selection),
      go: (change, replace) => this.go(change, replace),
      redraw: () => void this.draw(),
    };
    const focused = document.activeElement?.getAttribute("data-key");
    this.drawHead(app);
    drawPanel(part("facets"), app);
    if (focused) refocus(focused);
    if (this.turn === 1) performance.mark("facets");
    const nodes = await VIEW_OF[state.view](app);
    if (turn !== this.turn) return;
    const title = state.view === "read" ? [] : [h("h2", { tabindex: -1, class: "view" }, t(state.view))];
    part("content").replaceChildren();
    put(part("content"), ...title, ...nodes);
    if (focused && document.activeElement === document.body) refocus(focused);
    if (termsOf(state.query).length && corpus.head.beside && !this.reading) {
      this.reading = true;
      await this.readAll();
    }
  }

  /** @param {App} app */
  drawHead(app) {
    const { head } = this.corpus;
    const { state } = app;
    const { articles, quotes, stances } = app.selection.counts;
    part("status").textContent = t("selected", counted(articles, "article"), counted(quotes, "quote"), counted(stances, "stance"));
    part("skip").textContent = t("skip");
    part("version").textContent = `${head.collection} ${t("version")} ${head.version}`;
    part("views").setAttribute("aria-label", t("views"));
    const views = /** @type {View[]} */ (["find", "concordance", "see", "take"]);
    part("views").replaceChildren(
      ...views.map((view) => {
        const here = view === state.view || (view === "find" && state.view === "read");
        return h("a", { href: hrefOf(state, { view, sort: "", record: "" }), "aria-current": here ? "page" : null, "data-key": `view ${view}` }, t(view));
      }),
    );
    const other = language() === "fr" ? "en" : "fr";
    part("language").replaceChildren(h("a", { href: addressOf({ ...state, ui: other }), lang: other, hreflang: other, "data-key": "language" }, t("other")));
    part("query-label").textContent = t("searchFor");
    part("within-label").textContent = t("within");
    part("hint").textContent = t("searchHint");
    const field = /** @type {HTMLInputElement} */ (part("query"));
    if (field.value !== state.query) field.value = state.query;
    /** @type {HTMLInputElement} */ (part("within")).checked = state.within;
    part("panel").setAttribute("aria-label", t("filters"));
    part("panel-title").textContent = t("filters");
    part("show-panel").textContent = t("showFilters");
    const chips = chosenChips(app);
    part("chosen").replaceChildren(...(chips ? [chips] : []));
    part("foot").replaceChildren(
      h("p", null, t("licence", head.licence)),
      h("p", null, t("digest", ""), h("code", null, head.digest)),
      h("p", null, t("madeWith", head.made_with)),
      head.homepage ? h("p", null, bdi(head.homepage)) : "",
    );
  }
}

/**
 * After drawing anew, the focus is where it was.
 * @param {string} key
 */
function refocus(key) {
  for (const element of document.querySelectorAll("[data-key]")) {
    if (element.getAttribute("data-key") === key) {
      /** @type {HTMLElement} */ (element).focus({ preventScroll: true });
      return;
    }
  }
}

start().catch((/** @type {Error} */ error) => {
  part("status").textContent = t("failed", error.message);
  throw error;
});

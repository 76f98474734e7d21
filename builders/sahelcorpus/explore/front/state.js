// What is shown: the selection and the view. The address carries it, and gives it back.

/** @typedef {"find" | "read" | "concordance" | "see" | "take"} View */

/** @type {View[]} */
export const VIEWS = ["find", "read", "concordance", "see", "take"];
export const FACET_NAMES = [
  "outlet", "year", "country", "language", "genre", "speaker", "type", "cue", "status", "target", "stance", "holder",
  "endorsement", "agreement", "stance_status", "split", "group",
];

/**
 * @typedef {object} State
 * @property {View} view
 * @property {string} article id of the article that is read
 * @property {string} record id of the quotation or stance that is looked at in it
 * @property {string} query
 * @property {boolean} within whether the query is for words within quotations
 * @property {string} from first day, or an empty string
 * @property {string} to last day, or an empty string
 * @property {Record<string, string[]>} chosen the keys that are chosen, by facet
 * @property {string} sort
 * @property {number} page
 * @property {"en" | "fr" | ""} ui language of the page, empty for the browser's
 */

/** @returns {State} */
export function emptyState() {
  return { view: "find", article: "", record: "", query: "", within: false, from: "", to: "", chosen: {}, sort: "", page: 1, ui: "" };
}

/**
 * The address of a state, from its `#` on.
 * @param {State} state
 * @returns {string}
 */
export function addressOf(state) {
  const parts = new URLSearchParams();
  if (state.view !== "find") parts.set("view", state.view);
  if (state.view === "read") {
    parts.set("article", state.article);
    if (state.record) parts.set("record", state.record);
  }
  for (const [name, value] of selectionOf(state)) parts.append(name, value);
  if (state.sort) parts.set("sort", state.sort);
  if (state.page > 1) parts.set("page", String(state.page));
  if (state.ui) parts.set("ui", state.ui);
  return `#${parts}`;
}

/**
 * What narrows the selection, as names and values.
 * @param {State} state
 * @returns {[string, string][]}
 */
export function selectionOf(state) {
  /** @type {[string, string][]} */
  const pairs = [];
  if (state.query) pairs.push(["q", state.query]);
  if (state.query && state.within) pairs.push(["in", "quotations"]);
  if (state.from) pairs.push(["from", state.from]);
  if (state.to) pairs.push(["to", state.to]);
  for (const name of FACET_NAMES) for (const key of state.chosen[name] ?? []) pairs.push([name, key]);
  return pairs;
}

/**
 * The state that an address carries; what it does not know is passed over.
 * @param {string} address
 * @returns {State}
 */
export function stateOf(address) {
  const parts = new URLSearchParams(address.replace(/^#/, ""));
  const state = emptyState();
  const view = /** @type {View} */ (parts.get("view") ?? "find");
  if (VIEWS.includes(view)) state.view = view;
  state.article = parts.get("article") ?? "";
  state.record = parts.get("record") ?? "";
  state.query = parts.get("q") ?? "";
  state.within = parts.get("in") === "quotations";
  state.from = dayIn(parts.get("from"));
  state.to = dayIn(parts.get("to"));
  for (const name of FACET_NAMES) {
    const keys = parts.getAll(name);
    if (keys.length) state.chosen[name] = [...new Set(keys)];
  }
  state.sort = parts.get("sort") ?? "";
  state.page = Math.max(1, Number.parseInt(parts.get("page") ?? "1", 10) || 1);
  const ui = parts.get("ui");
  if (ui === "en" || ui === "fr") state.ui = ui;
  return state;
}

/** @param {string | null} written */
function dayIn(written) {
  return written && /^\d{4}-\d{2}-\d{2}$/.test(written) ? written : "";
}

/**
 * The address of a state with changes; a changed selection begins at its first page.
 * @param {State} state
 * @param {Partial<State>} change
 * @returns {string}
 */
export function hrefOf(state, change) {
  return addressOf({ ...state, page: 1, ...change });
}

/**
 * The chosen keys with those of some facets put in place of what was chosen there; an empty list takes a facet away.
 * @param {State} state
 * @param {Record<string, string[]>} change
 * @returns {Record<string, string[]>}
 */
export function choosing(state, change) {
  const chosen = { ...state.chosen, ...change };
  for (const name of Object.keys(chosen)) if (!chosen[name].length) delete chosen[name];
  return chosen;
}

/**
 * The chosen keys with one more, or one less.
 * @param {State} state
 * @param {string} facet
 * @param {string} key
 */
export function toggled(state, facet, key) {
  const keys = state.chosen[facet] ?? [];
  return choosing(state, { [facet]: keys.includes(key) ? keys.filter((one) => one !== key) : [...keys, key] });
}

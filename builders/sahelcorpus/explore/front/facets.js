// The panel: facets with how many records each value would give, and what is chosen.

import { bdi, h, put } from "./dom.js";
import { fold } from "./fold.js";
import { valueName } from "./names.js";
import { choosing, hrefOf, selectionOf, toggled } from "./state.js";
import { comparing, language, number, t } from "./words.js";

/** @typedef {import("./main.js").App} App */
/** @typedef {import("./corpus.js").Facet} Facet */

/** @type {[string, string[]][]} */
const GROUPS = [
  ["aboutArticles", ["outlet", "date", "year", "country", "language", "genre"]],
  ["aboutQuotes", ["speaker", "type", "cue", "status"]],
  ["aboutStances", ["target", "stance", "holder", "endorsement", "agreement", "stance_status"]],
  ["aboutData", ["split", "group"]],
];
const SHOWN = 6;
const MOST_SHOWN = 200;

/** What the reader has opened, kept while the page is open. */
const opened = new Set(["outlet", "speaker", "target", "stance"]);
/** @type {App} what was drawn last, from which a facet is filled when it is opened */
let latest;
/** @type {Set<string>} */
const shownWhole = new Set();
/** @type {Map<string, string>} */
const looking = new Map();

/**
 * Draw the panel.
 * @param {HTMLElement} panel
 * @param {App} app
 */
export function drawPanel(panel, app) {
  latest = app;
  /** @param {string} name */
  const made = (name) => (name === "date" ? dateFacet(app) : oneFacet(app, app.corpus.facet(name)));
  if (panel.lang !== language()) {
    panel.lang = language();
    panel.replaceChildren(
      ...GROUPS.map(([group, names]) => h("section", { class: "facets", "aria-label": t(group) }, h("h3", null, t(group)), names.map(made))),
    );
    return;
  }
  for (const old of panel.querySelectorAll("details[data-facet]")) {
    const name = old.getAttribute("data-facet") ?? "";
    const facet = app.corpus.facets.get(name);
    const many = old.querySelector(".many");
    if (facet && many && old.childElementCount === 1 && !isOpen(app, name)) {
      // what is folded shows a number alone
      many.textContent = number(present(app, facet));
      continue;
    }
    // a date that is being written must not be taken away half written
    if (name !== "date" || !old.contains(document.activeElement)) old.replaceWith(made(name));
  }
}

/**
 * @param {App} app
 * @param {string} name
 * @param {string} count
 * @param {() => (Node | null)[]} fill what is under the fold
 */
function folded(app, name, count, fill) {
  const open = isOpen(app, name);
  const details = h(
    "details",
    { "data-facet": name, open },
    h("summary", { "data-key": `facet ${name}` }, t(`facet.${name}`), count && h("span", { class: "many" }, count)),
    open && fill(),
  );
  details.addEventListener("toggle", () => {
    if (!details.open) opened.delete(name);
    else if (!opened.has(name)) {
      opened.add(name);
      // what is folded is made when it is opened
      if (details.childElementCount === 1) put(details, ...fill());
    }
  });
  return details;
}

/**
 * @param {App} app
 * @param {string} name
 */
function isOpen({ state }, name) {
  const bounded = name === "date" && Boolean(state.from || state.to);
  return opened.has(name) || bounded || Boolean(state.chosen[name]?.length);
}

/** @param {App} app */
function dateFacet(app) {
  /** @param {"from" | "to"} end */
  const field = (end) =>
    h(
      "label",
      null,
      t(end),
      h("input", {
        type: "date",
        "data-key": `date ${end}`,
        value: app.state[end],
        change: (event) => app.go({ [end]: event.target.value, page: 1 }, true),
      }),
    );
  return folded(app, "date", "", () => [h("div", { class: "dates" }, field("from"), field("to"))]);
}

/**
 * @param {App} app
 * @param {Facet} facet
 */
function oneFacet(app, facet) {
  return folded(app, facet.name, number(present(app, facet)), () => valuesOfFacet(latest, facet));
}

/**
 * How many values of a facet the selection has.
 * @param {App} app
 * @param {Facet} facet
 */
function present(app, facet) {
  return tallyOf(app, facet).reduce((sum, count) => sum + Number(count > 0), 0);
}

/**
 * @param {App} app
 * @param {Facet} facet
 */
function tallyOf(app, facet) {
  return app.counts.get(facet.name) ?? new Uint32Array(0);
}

/**
 * @param {App} app
 * @param {Facet} facet
 */
function valuesOfFacet(app, facet) {
  const tally = tallyOf(app, facet);
  const chosen = new Set(app.state.chosen[facet.name] ?? []);
  const values = facet.values
    .map((key, code) => ({ key, count: tally[code] ?? 0, name: "" }))
    .filter(({ key, count }) => count > 0 || chosen.has(key));
  for (const value of values) value.name = valueName(app.corpus, facet.name, value.key);
  values.sort(ordered(facet.name, chosen));
  const list = h("ul", { class: "values" });
  const fill = () => list.replaceChildren(...shown(app, facet, values, chosen));
  const filter =
    values.length > 2 * SHOWN
      ? h("input", {
          type: "search",
          class: "filter",
          "data-key": `filter ${facet.name}`,
          "aria-label": t("filterValues", t(`facet.${facet.name}`)),
          placeholder: t("lookFor"),
          value: looking.get(facet.name),
          input: (event) => {
            looking.set(facet.name, event.target.value);
            fill();
          },
        })
      : null;
  fill();
  return [filter, list, moreButton(facet, values.length, fill)];
}

/**
 * @param {Facet} facet
 * @param {number} many
 * @param {() => void} fill
 */
function moreButton(facet, many, fill) {
  if (many <= SHOWN) return null;
  const words = () => t(shownWhole.has(facet.name) ? "fewerValues" : "moreValues", number(many));
  const button = h("button", { type: "button", class: "quiet", "data-key": `more ${facet.name}` }, words());
  button.addEventListener("click", () => {
    if (!shownWhole.delete(facet.name)) shownWhole.add(facet.name);
    button.textContent = words();
    fill();
  });
  return button;
}

/** @typedef {{key: string, count: number, name: string}} Value */

/**
 * @param {string} facet
 * @param {Set<string>} chosen
 * @returns {(one: Value, two: Value) => number}
 */
function ordered(facet, chosen) {
  const compare = comparing();
  return (one, two) => {
    const first = Number(chosen.has(two.key)) - Number(chosen.has(one.key));
    if (first) return first;
    if (facet === "year") return compare(two.key, one.key);
    return two.count - one.count || compare(one.name, two.name);
  };
}

/**
 * @param {App} app
 * @param {Facet} facet
 * @param {Value[]} values
 * @param {Set<string>} chosen
 */
function shown(app, facet, values, chosen) {
  const sought = fold(looking.get(facet.name) ?? "").text.trim();
  const fitting = sought ? values.filter((value) => namesOf(app, value).some((name) => name.includes(sought))) : values;
  const most = sought || shownWhole.has(facet.name) ? MOST_SHOWN : Math.max(SHOWN, chosen.size);
  return fitting.slice(0, most).map(({ key, count, name }) =>
    h(
      "li",
      null,
      h(
        "label",
        null,
        h("input", {
          type: "checkbox",
          "data-key": `value ${facet.name} ${key}`,
          checked: chosen.has(key),
          change: () => app.go({ chosen: toggled(app.state, facet.name, key), page: 1 }),
        }),
        h("span", { class: "name" }, bdi(name)),
        h("span", { class: "count" }, number(count)),
      ),
    ),
  );
}

/**
 * The folded names of a value: an actor has several.
 * @param {App} app
 * @param {Value} value
 * @returns {string[]}
 */
function namesOf(app, { key, name }) {
  const also = app.corpus.actors.get(key)?.names ?? app.corpus.sources.get(key)?.aliases ?? [];
  return [name, ...also.map((/** @type {any} */ one) => one.name)].map((one) => fold(one).text);
}

/**
 * What is chosen, each with a link that takes it away.
 * @param {App} app
 * @returns {HTMLElement | null}
 */
export function chosenChips(app) {
  const pairs = selectionOf(app.state).filter(([name]) => name !== "in");
  if (!pairs.length) return null;
  const chips = pairs.map(([name, key]) => {
    const [title, value, change] = told(app, name, key);
    return h(
      "li",
      null,
      h(
        "a",
        { href: hrefOf(app.state, change), "data-key": `chip ${name} ${key}`, "aria-label": t("remove", `${title}: ${value}`) },
        h("span", { class: "of" }, title),
        bdi(value),
        h("span", { class: "cross", "aria-hidden": "true" }, "×"),
      ),
    );
  });
  const nothing = { query: "", within: false, from: "", to: "", chosen: {} };
  const clear = h("li", null, h("a", { class: "clear", href: hrefOf(app.state, nothing), "data-key": "clear" }, t("clear")));
  return h("ul", { class: "chips", "aria-label": t("chosen") }, chips, chips.length > 1 && clear);
}

/**
 * @param {App} app
 * @param {string} name
 * @param {string} key
 * @returns {[string, string, Partial<import("./state.js").State>]} title, value, and the change that takes it away
 */
function told(app, name, key) {
  if (name === "q") return [t("search"), key, { query: "", within: false }];
  if (name === "from" || name === "to") return [t(name), key, { [name]: "" }];
  const rest = (app.state.chosen[name] ?? []).filter((one) => one !== key);
  return [t(`facet.${name}`), valueName(app.corpus, name, key), { chosen: choosing(app.state, { [name]: rest }) }];
}

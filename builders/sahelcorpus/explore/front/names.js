// What the values of facets are called.

import { NONE, OTHERS, UNLINKED, VOICE } from "./corpus.js";
import { countryName, known, languageName, t } from "./words.js";

/** @typedef {import("./corpus.js").Corpus} Corpus */

/**
 * What a value of a facet is called.
 * @param {Corpus} corpus
 * @param {string} facet
 * @param {string} key
 * @returns {string}
 */
export function valueName(corpus, facet, key) {
  if (key === NONE || key === VOICE || key === OTHERS) return t(`value.${key}`);
  switch (facet) {
    case "outlet":
    case "target":
    case "holder":
      return corpus.nameOf(key);
    case "speaker":
      if (key === UNLINKED) return t("value.~");
      return key.startsWith(UNLINKED) ? key.slice(UNLINKED.length) : corpus.nameOf(key);
    case "country":
      // an invented country is an actor of the registry
      return corpus.countries.get(key) ?? countryName(key);
    case "language":
      return languageName(key);
    case "stance_status":
      return label("status", key);
    default:
      return label(facet, key);
  }
}

/**
 * A label in the page's language, or as the dataset has it.
 * @param {string} kind
 * @param {string} name
 */
export function label(kind, name) {
  return known(`${kind}.${name}`) ? t(`${kind}.${name}`) : name;
}

/** The sign of each stance, so that no colour is needed to tell them apart. */
export const SIGNS = /** @type {Record<string, string>} */ ({ favor: "+", against: "−", neutral: "=", mixed: "±", unclear: "?" });

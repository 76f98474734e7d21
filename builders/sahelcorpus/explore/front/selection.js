// The selection: articles, and in them the quotations and the stances that fit; and how many each further value would give.

import { search, termsOf } from "./search.js";

/** @typedef {import("./corpus.js").Corpus} Corpus */
/** @typedef {import("./corpus.js").Facet} Facet */
/** @typedef {import("./state.js").State} State */

/**
 * @typedef {object} Selection 1 for what is selected
 * @property {Uint8Array} articles
 * @property {Uint8Array} quotes
 * @property {Uint8Array} stances
 * @property {{articles: number, quotes: number, stances: number}} counts
 */

/**
 * @typedef {object} Condition
 * @property {Facet} facet
 * @property {Uint8Array} allowed 1 for each number of a value that is chosen
 */

/** Selects, and remembers the last search. */
export class Selector {
  /** @param {Corpus} corpus */
  constructor(corpus) {
    this.corpus = corpus;
    this.searched = "";
    /** @type {import("./search.js").Found | null} */
    this.found = null;
  }

  /**
   * The selection of a state.
   * @param {State} state
   * @param {string} [without] a facet whose own conditions are left out
   * @returns {Selection}
   */
  select(state, without) {
    const { corpus } = this;
    const conditions = this.#conditions(state, without);
    const found = this.#search(state);
    const at = (/** @type {string} */ level) => conditions.filter((one) => one.facet.level === level);
    const articles = found ? found.articles.slice() : new Uint8Array(corpus.size).fill(1);
    narrow(articles, at("article"));
    if (without !== "date") this.#dates(articles, state);
    const ofQuotes = at("quote");
    const ofStances = at("stance");
    const quotes = within(articles, corpus.articleOfQuote);
    this.#leaveRejected(quotes, "status", state);
    narrow(quotes, ofQuotes);
    const narrowsQuotes = ofQuotes.length > 0 || Boolean(found?.quotes);
    if (found?.quotes) for (let quote = 0; quote < quotes.length; quote++) quotes[quote] &= found.quotes[quote];
    const stances = within(articles, corpus.articleOfStance);
    this.#leaveRejected(stances, "stance_status", state);
    narrow(stances, ofStances);
    if (narrowsQuotes) {
      // of quotations that are selected, the stances they carry
      for (let stance = 0; stance < stances.length; stance++) {
        const quote = corpus.quoteOfStance[stance];
        if (quote < 0 || !quotes[quote]) stances[stance] = 0;
      }
    }
    if (ofStances.length) {
      // of stances that are selected, the quotations that carry them
      const carrying = new Uint8Array(quotes.length);
      for (let stance = 0; stance < stances.length; stance++) {
        if (stances[stance] && corpus.quoteOfStance[stance] >= 0) carrying[corpus.quoteOfStance[stance]] = 1;
      }
      for (let quote = 0; quote < quotes.length; quote++) quotes[quote] &= carrying[quote];
      keepHolding(articles, stances, corpus.articleOfStance);
    } else if (narrowsQuotes) {
      keepHolding(articles, quotes, corpus.articleOfQuote);
    }
    return { articles, quotes, stances, counts: { articles: sum(articles), quotes: sum(quotes), stances: sum(stances) } };
  }

  /**
   * How many records each value of each facet has, among those that the other facets leave.
   * @param {State} state
   * @param {Selection} selection
   * @returns {Map<string, Uint32Array>} by the name of the facet, by the number of the value
   */
  counts(state, selection) {
    /** @type {Map<string, Uint32Array>} */
    const counts = new Map();
    const all = records(selection);
    for (const facet of this.corpus.facets.values()) {
      const { codes, more } = facet;
      const others = state.chosen[facet.name]?.length ? records(this.select(state, facet.name)) : all;
      const tally = new Uint32Array(facet.values.length);
      const numbers = others[facet.level]();
      for (let place = 0; place < numbers.length; place++) {
        const code = codes[numbers[place]];
        if (code >= 0) tally[code]++;
      }
      if (more) for (const record of numbers) if (more[record]) for (const further of more[record]) tally[further]++;
      counts.set(facet.name, tally);
    }
    return counts;
  }

  /**
   * @param {State} state
   * @param {string | undefined} without
   * @returns {Condition[]}
   */
  #conditions(state, without) {
    const conditions = [];
    for (const facet of this.corpus.facets.values()) {
      const keys = state.chosen[facet.name];
      if (!keys?.length || facet.name === without) continue;
      const allowed = new Uint8Array(facet.values.length);
      facet.values.forEach((key, number) => {
        if (keys.includes(key)) allowed[number] = 1;
      });
      conditions.push({ facet, allowed });
    }
    return conditions;
  }

  /** @param {State} state */
  #search(state) {
    const terms = termsOf(state.query);
    if (!terms.length) return null;
    const asked = `${state.within} ${this.corpus.texts.ready} ${this.corpus.size} ${state.query}`;
    if (asked !== this.searched) {
      this.found = search(this.corpus, terms, state.within);
      this.searched = asked;
    }
    return this.found;
  }

  /**
   * @param {Uint8Array} articles
   * @param {State} state
   */
  #dates(articles, state) {
    if (!state.from && !state.to) return;
    const { days } = this.corpus;
    for (let article = 0; article < articles.length; article++) {
      const day = days[article];
      if (!day || (state.from && day < state.from) || (state.to && day > state.to)) articles[article] = 0;
    }
  }

  /**
   * What a person has refused is shown only to who asks for it.
   * @param {Uint8Array} marks
   * @param {string} name
   * @param {State} state
   */
  #leaveRejected(marks, name, state) {
    const facet = this.corpus.facet(name);
    const rejected = facet.values.indexOf("rejected");
    if (rejected < 0 || state.chosen[name]?.includes("rejected")) return;
    for (let record = 0; record < marks.length; record++) if (facet.codes[record] === rejected) marks[record] = 0;
  }
}

/**
 * @param {Uint8Array} marks
 * @param {Condition[]} conditions
 */
function narrow(marks, conditions) {
  for (const { facet, allowed } of conditions) {
    for (let record = 0; record < marks.length; record++) {
      if (!marks[record] || allowed[facet.codes[record]]) continue;
      if (!facet.more?.[record]?.some((code) => allowed[code])) marks[record] = 0;
    }
  }
}

/**
 * @param {Uint8Array} articles
 * @param {Int32Array} articleOf
 */
function within(articles, articleOf) {
  const marks = new Uint8Array(articleOf.length);
  for (let record = 0; record < marks.length; record++) marks[record] = articles[articleOf[record]];
  return marks;
}

/**
 * Leave out the articles without a marked record.
 * @param {Uint8Array} articles
 * @param {Uint8Array} marks
 * @param {Int32Array} articleOf
 */
function keepHolding(articles, marks, articleOf) {
  const holding = new Uint8Array(articles.length);
  for (let record = 0; record < marks.length; record++) if (marks[record]) holding[articleOf[record]] = 1;
  for (let article = 0; article < articles.length; article++) articles[article] &= holding[article];
}

/** @param {Uint8Array} marks */
function sum(marks) {
  let total = 0;
  for (const mark of marks) total += mark;
  return total;
}

/**
 * The numbers of the records that are marked.
 * @param {Uint8Array} marks
 * @returns {number[]}
 */
export function marked(marks) {
  const numbers = [];
  for (let record = 0; record < marks.length; record++) if (marks[record]) numbers.push(record);
  return numbers;
}

/**
 * The numbers of the selected records of each level, each made when it is first asked for.
 * @param {Selection} selection
 * @returns {Record<string, () => number[]>}
 */
function records({ articles, quotes, stances }) {
  const once = (/** @type {Uint8Array} */ marks) => {
    /** @type {number[] | undefined} */
    let numbers;
    return () => (numbers ??= marked(marks));
  };
  return { article: once(articles), quote: once(quotes), stance: once(stances) };
}

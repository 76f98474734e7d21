// The dataset in memory: for every facet the number of its value in each record, and whole records on demand.

import { fieldOf, itemsOf, lengthsOf, numbersOf, placesOf, readerOf, valuesOf } from "./columns.js";

/** @typedef {import("./columns.js").Column} Column */
/** @typedef {import("./columns.js").Reader} Reader */
/** @typedef {import("./texts.js").Texts} Texts */
/** @typedef {"article" | "quote" | "stance"} Level */

/**
 * A facet: what a selection can be narrowed by.
 * @typedef {object} Facet
 * @property {string} name
 * @property {Level} level what carries the value
 * @property {string[]} values the keys of the values, by number
 * @property {Int32Array} codes the number of the value of each record, -1 for none; the first of several
 * @property {number[][] | null} more the numbers of further values of a record
 * @property {(value: any) => number} numbered the number of a key, given if need be
 */

/** @type {[string, Level][]} */
const FACETS = [
  ["outlet", "article"], ["year", "article"], ["country", "article"], ["language", "article"], ["genre", "article"],
  ["speaker", "quote"], ["type", "quote"], ["cue", "quote"], ["status", "quote"],
  ["target", "stance"], ["stance", "stance"], ["holder", "stance"], ["endorsement", "stance"],
  ["agreement", "stance"], ["stance_status", "stance"],
  ["split", "article"], ["group", "article"],
];

/** The key of a speaker whom an article names but no actor is linked to begins so; alone it means that none is named. */
export const UNLINKED = "~";
/** The key of the article's own voice among holders. */
export const VOICE = "~voice";
/** The key of holders who are no actor of the registry. */
export const OTHERS = "~others";
/** The key of what has no value. */
export const NONE = "~none";

/**
 * @param {string} name
 * @param {Level} level
 * @param {number} records
 * @returns {Facet}
 */
function newFacet(name, level, records) {
  /** @type {Map<string, number>} */
  const known = new Map();
  /** @type {string[]} */
  const values = [];
  return {
    name,
    level,
    values,
    codes: new Int32Array(records).fill(-1),
    more: null,
    numbered(value) {
      const key = value === null || value === undefined ? NONE : String(value);
      let number = known.get(key);
      if (number === undefined) {
        number = values.length;
        values.push(key);
        known.set(key, number);
      }
      return number;
    },
  };
}

/**
 * @typedef {object} Head what the page says of itself
 * @property {string} collection
 * @property {string} version
 * @property {string} digest
 * @property {string} title
 * @property {string} description
 * @property {string} licence
 * @property {string | null} homepage
 * @property {string} directory
 * @property {string | null} last_judged
 * @property {string} made_with
 * @property {{articles: number, quotes: number, stances: number}} counts
 * @property {string | null} beside
 * @property {import("./blocks.js").BlockPlace[]} blocks
 */

/** The records of a dataset. */
export class Corpus {
  /**
   * @param {Head} head
   * @param {any} registry
   * @param {Texts} texts
   */
  constructor(head, registry, texts) {
    const { articles, quotes, stances } = head.counts;
    this.head = head;
    this.texts = texts;
    /** @type {Record<string, string[]>} */
    this.labels = registry.labels;
    /** @type {string[]} */
    this.splits = registry.splits;
    /** @type {Map<string, any>} */
    this.sources = new Map(registry.sources.map((/** @type {any} */ one) => [one.source_id, one]));
    /** @type {Map<string, any>} */
    this.actors = new Map(registry.actors.map((/** @type {any} */ one) => [one.actor_id, one]));
    /** @type {Map<string, any>} */
    this.annotators = new Map(registry.annotators.map((/** @type {any} */ one) => [one.annotator_id, one]));
    /** @type {Map<string, string>} the names of states by the code of their country, where it is no real one */
    this.countries = new Map(
      registry.actors
        .filter((/** @type {any} */ one) => one.kind === "state" && /^X[A-Z]$/.test(one.country ?? ""))
        .map((/** @type {any} */ one) => [one.country, one.name]),
    );
    const records = { article: articles, quote: quotes, stance: stances };
    /** @type {Map<string, Facet>} */
    this.facets = new Map(FACETS.map(([name, level]) => [name, newFacet(name, level, records[level])]));
    /** @type {string[]} */
    this.ids = [];
    /** @type {(string | null)[]} */
    this.titles = [];
    /** @type {string[]} day of publication, or an empty string */
    this.days = [];
    /** The first quotation, and the first stance, of each article and of the one past the last. */
    this.firstQuote = new Int32Array(articles + 1);
    this.firstStance = new Int32Array(articles + 1);
    /** @type {number[][][]} start and end of the segments of each quotation, in code points */
    this.segments = [];
    this.articleOfQuote = new Int32Array(quotes);
    this.articleOfStance = new Int32Array(stances);
    /** The quotation that carries each stance, -1 for none. */
    this.quoteOfStance = new Int32Array(stances).fill(-1);
    /** @type {{first: number, reader: Reader, about: Reader, firstQuote: number, quotes: Reader, firstStance: number, stances: Reader}[]} */
    this.blocks = [];
  }

  /** How many articles have been taken in. */
  get size() {
    return this.ids.length;
  }

  /**
   * Take in a block of facts.
   * @param {{articles: Column, split: number[]}} block
   */
  add(block) {
    const first = this.ids.length;
    const articles = block.articles;
    const ids = valuesOf(fieldOf(articles, "article_id"));
    this.ids.push(...ids);
    this.titles.push(...valuesOf(fieldOf(articles, "title")));
    this.days.push(...valuesOf(fieldOf(articles, "published")).map((day) => day ?? ""));
    this.#fill("outlet", first, fieldOf(articles, "source_id"));
    this.#fill("language", first, fieldOf(articles, "language"));
    this.#fill("genre", first, fieldOf(articles, "genre"));
    this.#fill("group", first, fieldOf(articles, "cluster_id"));
    this.#fill("split", first, block.split, this.splits);
    this.#fill("year", first, this.days.slice(first).map((day) => day.slice(0, 4) || null));
    this.#countries(first, fieldOf(articles, "countries"));
    const quotes = fieldOf(articles, "quotes");
    const stances = fieldOf(articles, "stances");
    const quoteIds = this.#addQuotes(first, lengthsOf(quotes), itemsOf(quotes));
    this.#addStances(first, lengthsOf(stances), itemsOf(stances), ids, quoteIds);
    this.blocks.push({
      first,
      reader: readerOf(articles, this.labels),
      about: readerOf(articles, this.labels, "", ["quotes", "stances"]),
      firstQuote: this.firstQuote[first],
      quotes: readerOf(itemsOf(quotes), this.labels, "quotes"),
      firstStance: this.firstStance[first],
      stances: readerOf(itemsOf(stances), this.labels, "stances"),
    });
  }

  /**
   * @param {string} name
   * @param {number} first
   * @param {Column} column
   * @param {string[]} [names]
   */
  #fill(name, first, column, names) {
    const facet = this.facet(name);
    const numbers = numbersOf(column, (value) => facet.numbered(names && value !== null ? names[value] : value));
    facet.codes.set(numbers, first);
  }

  /**
   * @param {number} first
   * @param {Column} column
   */
  #countries(first, column) {
    const facet = this.facet("country");
    const items = valuesOf(itemsOf(column));
    let place = 0;
    facet.more ??= [];
    lengthsOf(column).forEach((length, row) => {
      const numbers = items.slice(place, place + length).map(facet.numbered);
      place += length;
      facet.codes[first + row] = length ? numbers[0] : facet.numbered(null);
      if (length > 1) /** @type {number[][]} */ (facet.more)[first + row] = numbers.slice(1);
    });
  }

  /**
   * @param {number} firstArticle
   * @param {number[]} lengths
   * @param {Column} quotes
   * @returns {Column} the ids
   */
  #addQuotes(firstArticle, lengths, quotes) {
    const first = this.firstQuote[firstArticle];
    let quote = first;
    lengths.forEach((length, row) => {
      for (let item = 0; item < length; item++) this.articleOfQuote[quote++] = firstArticle + row;
      this.firstQuote[firstArticle + row + 1] = quote;
    });
    if (quote === first) return [];
    this.#fill("type", first, fieldOf(quotes, "type"), this.labels["quotes.type"]);
    this.#fill("status", first, fieldOf(quotes, "status"), this.labels["quotes.status"]);
    const cues = fieldOf(quotes, "cue");
    const places = placesOf(cues, quote - first);
    const cueFacet = this.facet("cue");
    const some = places.some((place) => place >= 0);
    const lemmas = some ? numbersOf(fieldOf(cues, "lemma"), cueFacet.numbered) : [];
    for (let row = 0; row < places.length; row++) {
      cueFacet.codes[first + row] = places[row] < 0 ? cueFacet.numbered(null) : lemmas[places[row]];
    }
    const actors = valuesOf(fieldOf(quotes, "actor_id"));
    const names = valuesOf(fieldOf(quotes, "speaker_name"));
    const speakers = this.facet("speaker");
    for (let row = 0; row < actors.length; row++) {
      speakers.codes[first + row] = speakers.numbered(actors[row] ?? UNLINKED + (names[row] ?? ""));
    }
    this.#addSegments(first, fieldOf(quotes, "segments"));
    return fieldOf(quotes, "quote_id");
  }

  /**
   * @param {number} first
   * @param {Column} segments
   */
  #addSegments(first, segments) {
    const starts = valuesOf(fieldOf(itemsOf(segments), "start"));
    const ends = valuesOf(fieldOf(itemsOf(segments), "end"));
    let place = 0;
    lengthsOf(segments).forEach((length, row) => {
      const own = [];
      for (let item = 0; item < length; item++, place++) own.push([starts[place], ends[place]]);
      this.segments[first + row] = own;
    });
  }

  /**
   * @param {number} firstArticle
   * @param {number[]} lengths
   * @param {Column} stances
   * @param {string[]} ids
   * @param {Column} quoteIds
   */
  #addStances(firstArticle, lengths, stances, ids, quoteIds) {
    const first = this.firstStance[firstArticle];
    let stance = first;
    lengths.forEach((length, row) => {
      for (let item = 0; item < length; item++) this.articleOfStance[stance++] = firstArticle + row;
      this.firstStance[firstArticle + row + 1] = stance;
    });
    if (stance === first) return;
    this.#fill("target", first, fieldOf(stances, "target_actor_id"));
    this.#fill("stance", first, fieldOf(stances, "label"), this.labels["stances.label"]);
    this.#fill("endorsement", first, fieldOf(stances, "endorsement"), this.labels["stances.endorsement"]);
    this.#fill("stance_status", first, fieldOf(stances, "status"), this.labels["stances.status"]);
    this.#fill("agreement", first, fieldOf(fieldOf(stances, "adjudication"), "state"), this.labels["stances.adjudication.state"]);
    const kinds = valuesOf(fieldOf(stances, "holder_kind"));
    const holders = valuesOf(fieldOf(stances, "holder_actor_id"));
    const voice = this.labels["stances.holder_kind"].indexOf("article_voice");
    const facet = this.facet("holder");
    for (let row = 0; row < kinds.length; row++) {
      facet.codes[first + row] = facet.numbered(kinds[row] === voice ? VOICE : (holders[row] ?? OTHERS));
    }
    this.#link(firstArticle, first, stance, stances, ids, quoteIds);
  }

  /**
   * Find the quotation that carries each stance.
   * @param {number} firstArticle
   * @param {number} first
   * @param {number} end
   * @param {Column} stances
   * @param {string[]} ids
   * @param {Column} quoteIds
   */
  #link(firstArticle, first, end, stances, ids, quoteIds) {
    /** @param {number} article @returns {import("./columns.js").Owner} */
    const owner = (article) => ({ id: ids[article - firstArticle], slice: () => null });
    const firstQuote = this.firstQuote[firstArticle];
    const read = readerOf(quoteIds, {});
    /** @type {Map<string, number>} */
    const numbers = new Map();
    for (let quote = firstQuote; quote < this.firstQuote[firstArticle + ids.length]; quote++) {
      numbers.set(read(quote - firstQuote, owner(this.articleOfQuote[quote])), quote);
    }
    const carrier = readerOf(fieldOf(stances, "quote_id"), {});
    for (let stance = first; stance < end; stance++) {
      const id = carrier(stance - first, owner(this.articleOfStance[stance]));
      this.quoteOfStance[stance] = id === null ? -1 : (numbers.get(id) ?? -1);
    }
  }

  /**
   * @param {string} name
   * @returns {Facet}
   */
  facet(name) {
    return /** @type {Facet} */ (this.facets.get(name));
  }

  /**
   * The key of a facet's value in a record.
   * @param {string} name
   * @param {number} record
   * @returns {string}
   */
  keyOf(name, record) {
    const facet = this.facet(name);
    return facet.values[facet.codes[record]];
  }

  /** @param {number} article */
  #blockOf(article) {
    let block = this.blocks[0];
    for (const one of this.blocks) if (one.first <= article) block = one;
    return block;
  }

  /**
   * The whole record of an article, its quotations and stances in it; spans have text once its text is there.
   * @param {number} article
   * @returns {any}
   */
  article(article) {
    const block = this.#blockOf(article);
    const record = block.reader(article - block.first, this.owner(article));
    // in the order of the dataset's columns: the text stands before what was annotated in it
    const { quotes, stances, ...rest } = record;
    return { ...rest, text: this.texts.text(article), quotes, stances };
  }

  /**
   * The record of an article without what was annotated in it.
   * @param {number} article
   * @returns {any}
   */
  about(article) {
    const block = this.#blockOf(article);
    return block.about(article - block.first, this.owner(article));
  }

  /**
   * @param {number} quote
   * @returns {any}
   */
  quote(quote) {
    const article = this.articleOfQuote[quote];
    const block = this.#blockOf(article);
    return block.quotes(quote - block.firstQuote, this.owner(article));
  }

  /**
   * @param {number} stance
   * @returns {any}
   */
  stance(stance) {
    const article = this.articleOfStance[stance];
    const block = this.#blockOf(article);
    return block.stances(stance - block.firstStance, this.owner(article));
  }

  /**
   * @param {number} article
   * @returns {import("./columns.js").Owner}
   */
  owner(article) {
    return { id: this.ids[article], slice: (start, end) => this.texts.slice(article, start, end) };
  }

  /**
   * The number of an article by its id, -1 if there is none.
   * @param {string} id
   */
  numberOf(id) {
    return this.ids.indexOf(id);
  }

  /**
   * The name of an actor or an outlet.
   * @param {string} id
   * @returns {string}
   */
  nameOf(id) {
    return this.actors.get(id)?.name ?? this.sources.get(id)?.name ?? id;
  }
}

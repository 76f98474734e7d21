// The texts: loaded block by block, folded for searching, kept or fetched again for reading.

import { openBlock } from "./blocks.js";
import { fold } from "./fold.js";
import { astralPlaces, unitOf } from "./offsets.js";

/** @typedef {import("./blocks.js").BlockPlace} BlockPlace */

/** How many blocks that lie beside the page are held open for reading. */
const OPEN_AT_ONCE = 4;

/** The texts of a dataset. */
export class Texts {
  /**
   * @param {BlockPlace[]} blocks the blocks of texts
   * @param {string | null} beside
   */
  constructor(blocks, beside) {
    this.blocks = blocks;
    this.beside = beside;
    /** @type {(string | undefined)[]} by article; undefined where it is not folded yet, empty without text */
    this.folded = [];
    /** @type {(number[] | null)[]} */
    this.shifts = [];
    /** @type {(number[] | null)[]} */
    this.astral = [];
    /** @type {Map<number, (string | null)[]>} texts by the block's place */
    this.open = new Map();
    /** @type {Map<number, Promise<void>>} */
    this.opening = new Map();
    this.ready = 0;
  }

  /** Whether every text can be searched. */
  get complete() {
    return this.ready === this.blocks.length;
  }

  /**
   * The text of an article; null if it has none, or is not loaded.
   * @param {number} article
   * @returns {string | null}
   */
  text(article) {
    const place = this.placeOf(article);
    return this.open.get(place)?.[article - this.blocks[place].first] ?? null;
  }

  /**
   * Whether the text of an article is at hand.
   * @param {number} article
   */
  has(article) {
    return this.open.has(this.placeOf(article));
  }

  /**
   * The text between two code points: empty for an article without text, null if it is not loaded.
   * @param {number} article
   * @param {number} start
   * @param {number} end
   */
  slice(article, start, end) {
    const text = this.text(article);
    if (text === null) return this.has(article) ? "" : null;
    const astral = this.astral[article] ?? null;
    return text.slice(unitOf(astral, start), unitOf(astral, end));
  }

  /**
   * @param {number} article
   * @returns {number}
   */
  placeOf(article) {
    let place = this.blocks.length - 1;
    while (place > 0 && this.blocks[place].first > article) place--;
    return place;
  }

  /**
   * Make the texts of some articles readable.
   * @param {Iterable<number>} articles
   */
  async need(articles) {
    const places = new Set(Array.from(articles, (article) => this.placeOf(article)));
    for (const place of places) await this.load(place, places);
  }

  /**
   * Make every text searchable, a block at a time, so that the page stays at hand.
   * @param {(share: number) => void} told how much is done, from 0 to 1
   */
  async needAll(told) {
    for (let place = 0; place < this.blocks.length; place++) {
      if (this.folded[this.blocks[place].first] === undefined) {
        await this.load(place, new Set());
        await new Promise((resolve) => setTimeout(resolve));
      }
      told((place + 1) / this.blocks.length);
    }
  }

  /**
   * @param {number} place
   * @param {Set<number>} needed places that must stay open
   */
  async load(place, needed) {
    if (this.open.has(place)) return;
    let opening = this.opening.get(place);
    if (!opening) {
      opening = this.#take(place);
      this.opening.set(place, opening);
    }
    await opening;
    this.opening.delete(place);
    if (this.beside === null) return;
    for (const other of this.open.keys()) {
      if (this.open.size <= OPEN_AT_ONCE) break;
      if (other !== place && !needed.has(other)) this.open.delete(other);
    }
  }

  /** @param {number} place */
  async #take(place) {
    const block = this.blocks[place];
    /** @type {(string | null)[]} */
    const texts = await openBlock(block, this.beside);
    this.open.set(place, texts);
    if (this.folded[block.first] !== undefined) return;
    texts.forEach((text, row) => {
      const folded = fold(text ?? "");
      this.folded[block.first + row] = folded.text;
      this.shifts[block.first + row] = folded.shifts;
      this.astral[block.first + row] = text === null ? null : astralPlaces(text);
    });
    this.ready++;
  }
}

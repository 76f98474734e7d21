// A text cut where marks begin and end, so that marks may overlap and nest.

/**
 * A stretch of a text that means something, in UTF-16 units.
 * @typedef {object} Mark
 * @property {number} start
 * @property {number} end
 * @property {"quote" | "cue" | "speaker" | "evidence" | "hit"} kind
 * @property {string[]} owners what it belongs to: the quotation, the stance
 * @property {string} name of evidence the stance's label, of a quotation its type
 * @property {number} depth of a quotation: how many others it stands in
 * @property {string} before what a screen reader says before it
 * @property {string} after what a screen reader says after it
 */

/**
 * A stretch of a text that the same marks cover.
 * @typedef {object} Run
 * @property {number} start
 * @property {number} end
 * @property {Mark[]} marks the shortest first
 * @property {Mark[]} begins marks that begin here
 * @property {Mark[]} ends marks that end here
 */

/**
 * Cut a part of a text.
 * @param {number} from
 * @param {number} to
 * @param {Mark[]} marks
 * @returns {Run[]}
 */
export function runsOf(from, to, marks) {
  const inside = marks.filter((mark) => mark.start < to && mark.end > from);
  const places = new Set([from, to]);
  for (const mark of inside) {
    if (mark.start > from) places.add(mark.start);
    if (mark.end < to) places.add(mark.end);
  }
  const sorted = [...places].sort((one, two) => one - two);
  const length = (/** @type {Mark} */ mark) => mark.end - mark.start;
  const runs = [];
  for (let place = 0; place + 1 < sorted.length; place++) {
    const start = sorted[place];
    const end = sorted[place + 1];
    runs.push({
      start,
      end,
      marks: inside.filter((mark) => mark.start <= start && mark.end >= end).sort((one, two) => length(one) - length(two)),
      // outer quotations begin before inner ones, and end after them
      begins: inside.filter((mark) => mark.start === start).sort((one, two) => length(two) - length(one)),
      ends: inside.filter((mark) => mark.end === end).sort((one, two) => length(one) - length(two)),
    });
  }
  return runs;
}

/**
 * The paragraphs of a text, without the line ends and the empty ones.
 * @param {string} text
 * @returns {[number, number][]}
 */
export function paragraphsOf(text) {
  /** @type {[number, number][]} */
  const paragraphs = [];
  let start = 0;
  while (start <= text.length) {
    let end = text.indexOf("\n", start);
    if (end < 0) end = text.length;
    if (text.slice(start, end).trim()) paragraphs.push([start, end]);
    start = end + 1;
  }
  return paragraphs;
}

// Columns back to records: reads what the Python module `columns.py` writes.

/** @typedef {unknown[] | {c: unknown, r: number} | {d: string[], i: number[]}} Values */
/** @typedef {{n: Values, of: Column}} Lists */
/** @typedef {{f: Record<string, Column>, null: number[]}} Structs */
/** @typedef {Values | Lists | Structs | {own: Values} | {slice: number} | {joined: number}} Column */

/**
 * What a record needs to know of its article.
 * @typedef {object} Owner
 * @property {string} id the article's id
 * @property {(start: number, end: number) => string | null} slice its text between two code points; null without text
 */

/** @typedef {(row: number, owner: Owner) => any} Reader */

/**
 * Every value of a simple column, in order.
 * @param {Column} column
 * @returns {any[]}
 */
export function valuesOf(column) {
  if (Array.isArray(column)) return column;
  if ("r" in column) return new Array(column.r).fill(column.c);
  if ("d" in column) return column.i.map((number) => (number < 0 ? null : column.d[number]));
  throw new TypeError("not a simple column");
}

/**
 * The number of every value of a simple column, in order, as `numbered` gives it for each different value.
 * @param {Column} column
 * @param {(value: any) => number} numbered
 * @returns {number[]}
 */
export function numbersOf(column, numbered) {
  if (Array.isArray(column)) {
    /** @type {Map<unknown, number>} */
    const known = new Map();
    return column.map((value) => {
      const number = known.get(value) ?? numbered(value);
      known.set(value, number);
      return number;
    });
  }
  if ("r" in column) return column.r ? new Array(column.r).fill(numbered(column.c)) : [];
  if ("d" in column) {
    const numbers = column.d.map(numbered);
    const missing = column.i.includes(-1) ? numbered(null) : -1;
    return column.i.map((number) => (number < 0 ? missing : numbers[number]));
  }
  throw new TypeError("not a simple column");
}

/**
 * The column of a field of a column of records; none if the dataset does not have the field.
 * @param {Column} column
 * @param {string} name
 * @returns {Column}
 */
export function fieldOf(column, name) {
  return /** @type {Structs} */ (column).f[name];
}

/**
 * The items of a column of lists.
 * @param {Column} column
 * @returns {Column}
 */
export function itemsOf(column) {
  return /** @type {Lists} */ (column).of;
}

/**
 * How long each list of a column is.
 * @param {Column} column
 * @returns {number[]}
 */
export function lengthsOf(column) {
  return valuesOf(/** @type {Lists} */ (column).n);
}

/**
 * For each row of a column of records that may be null, where its record stands among those that are not; -1 for null.
 * @param {Column} column
 * @param {number} rows
 * @returns {Int32Array}
 */
export function placesOf(column, rows) {
  const missing = new Set(/** @type {Structs} */ (column).null);
  const places = new Int32Array(rows);
  for (let row = 0, place = 0; row < rows; row++) places[row] = missing.has(row) ? -1 : place++;
  return places;
}

/**
 * A function that gives the record of a row, labels by name.
 * @param {Column} column
 * @param {Record<string, string[]>} labels the names of labels by the path of their column
 * @param {string} [path]
 * @param {string[]} [leftOut] fields of the record itself that are not read
 * @returns {Reader}
 */
export function readerOf(column, labels, path = "", leftOut = []) {
  const names = labels[path];
  if (Array.isArray(column) || "r" in column || "d" in column) {
    const read = simpleReader(column);
    return names ? (row) => (read(row) === null ? null : names[read(row)]) : read;
  }
  if ("own" in column) {
    const rest = simpleReader(column.own);
    return (row, owner) => (rest(row) === null ? null : owner.id + rest(row));
  }
  if ("n" in column) return listReader(column, labels, path);
  if ("f" in column) return structReader(column, labels, path, leftOut);
  throw new TypeError(`no column: ${path}`);
}

/**
 * @param {Values} column
 * @returns {(row: number) => any}
 */
function simpleReader(column) {
  if (Array.isArray(column)) return (row) => column[row];
  if ("r" in column) return () => column.c;
  return (row) => (column.i[row] < 0 ? null : column.d[column.i[row]]);
}

/**
 * @param {Lists} column
 * @param {Record<string, string[]>} labels
 * @param {string} path
 * @returns {Reader}
 */
function listReader(column, labels, path) {
  const starts = [0];
  for (const length of valuesOf(column.n)) starts.push(starts[starts.length - 1] + length);
  const read = readerOf(column.of, labels, path);
  return (row, owner) => {
    const items = [];
    for (let item = starts[row]; item < starts[row + 1]; item++) items.push(read(item, owner));
    return items;
  };
}

/**
 * @param {Structs} column
 * @param {Record<string, string[]>} labels
 * @param {string} path
 * @param {string[]} leftOut
 * @returns {Reader}
 */
function structReader(column, labels, path, leftOut) {
  /** @type {[string, Reader | null][]} */
  const fields = Object.entries(column.f).filter(([name]) => !leftOut.includes(name)).map(([name, below]) => {
    const derived = !Array.isArray(below) && ("slice" in below || "joined" in below);
    return [name, derived ? null : readerOf(below, labels, path ? `${path}.${name}` : name)];
  });
  const missing = new Set(column.null);
  const sorted = column.null;
  return (row, owner) => {
    if (missing.has(row)) return null;
    let place = row;
    for (const before of sorted) {
      if (before > row) break;
      place--;
    }
    /** @type {Record<string, any>} */
    const record = {};
    for (const [name, read] of fields) record[name] = read ? read(place, owner) : null;
    if ("text" in column.f && fields.some(([name, read]) => name === "text" && !read)) {
      record.text = "segments" in record ? joined(record.segments) : owner.slice(record.start, record.end);
    }
    return record;
  };
}

/**
 * @param {{text: string | null}[]} segments
 * @returns {string | null}
 */
function joined(segments) {
  return segments.every((segment) => segment.text !== null) ? segments.map((segment) => segment.text).join(" ") : null;
}

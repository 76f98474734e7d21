// Places in a text: the dataset counts code points, JavaScript counts UTF-16 units. They differ after an astral letter.

/**
 * Where the astral letters of a text stand, in UTF-16 units; null if it has none.
 * @param {string} text
 * @returns {number[] | null}
 */
export function astralPlaces(text) {
  if (!/[\ud800-\udbff]/.test(text)) return null;
  const places = [];
  for (let place = 0; place < text.length; place++) {
    const code = text.codePointAt(place) ?? 0;
    if (code > 0xffff) places.push(place++);
  }
  return places;
}

/**
 * From code points to UTF-16 units.
 * @param {number[] | null} astral
 * @param {number} point
 * @returns {number}
 */
export function unitOf(astral, point) {
  if (!astral) return point;
  let unit = point;
  for (const place of astral) {
    if (place >= unit) break;
    unit++;
  }
  return unit;
}

/**
 * From UTF-16 units to code points.
 * @param {number[] | null} astral
 * @param {number} unit
 * @returns {number}
 */
export function pointOf(astral, unit) {
  if (!astral) return unit;
  let point = unit;
  for (const place of astral) {
    if (place >= unit) break;
    point--;
  }
  return point;
}

// Elements made from data: every word of the dataset becomes a text node, never markup.

/** @typedef {Node | string | number | null | undefined | false} Child */
/** @typedef {Record<string, string | number | boolean | null | undefined | ((event: any) => void)>} Attributes */

const CONTROLS = /([\u202a-\u202e\u2066-\u2069\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f])/;

/**
 * Make an element.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Attributes | null} [attributes] a function listens to the event of its name; true sets, false and null leave out
 * @param {...(Child | Child[])} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function h(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === "function") element.addEventListener(name, value);
    else element.setAttribute(name, value === true ? "" : String(value));
  }
  put(element, ...children);
  return element;
}

/**
 * Put children at the end of an element.
 * @param {Element} element
 * @param {...(Child | Child[])} children
 */
export function put(element, ...children) {
  for (const child of children.flat()) {
    if (child === null || child === undefined || child === false) continue;
    element.append(child instanceof Node ? child : String(child));
  }
}

/**
 * Words of the dataset, isolated from the direction of what stands around them.
 * @param {string | null | undefined} words
 * @param {string | null} [language]
 * @returns {HTMLElement}
 */
export function bdi(words, language) {
  return h("bdi", { lang: language }, visible(words ?? ""));
}

/**
 * Text as nodes in which control characters, bidi overrides among them, are named and have no effect.
 * @param {string} text
 * @returns {Node[]}
 */
export function visible(text) {
  return text
    .split(CONTROLS)
    .filter((piece) => piece !== "")
    .map((piece) => {
      if (!CONTROLS.test(piece)) return document.createTextNode(piece);
      const code = piece.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");
      return h("span", { class: "control" }, `U+${code}`);
    });
}

/**
 * A link that may lead out of the page: http and https alone.
 * @param {string | null | undefined} address
 * @param {Child} [words]
 * @returns {HTMLElement | null}
 */
export function outward(address, words) {
  if (!address || !/^https?:\/\//i.test(address)) return address ? bdi(address) : null;
  return h("a", { href: address, rel: "noopener noreferrer nofollow", target: "_blank" }, words ?? bdi(address));
}

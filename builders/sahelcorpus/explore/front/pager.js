// Long lists a page at a time.

import { h } from "./dom.js";
import { hrefOf } from "./state.js";
import { number, t } from "./words.js";

/**
 * Which part of a list is shown, and the links to the others.
 * @param {import("./main.js").App} app
 * @param {number} many how long the list is
 * @param {number} most how much of it a page holds
 * @returns {{first: number, page: HTMLElement | null}}
 */
export function pager(app, many, most) {
  const pages = Math.max(1, Math.ceil(many / most));
  const current = Math.min(app.state.page, pages);
  const first = (current - 1) * most;
  if (pages === 1) return { first, page: null };
  /** @param {number} to @param {string} words */
  const link = (to, words) =>
    to < 1 || to > pages
      ? h("span", { class: "off" }, t(words))
      : h("a", { href: hrefOf(app.state, { page: to }), "data-key": `page ${words}` }, t(words));
  const place = h("span", null, t("pageOf", number(current), number(pages)));
  const page = h("nav", { class: "pager", "aria-label": t("pageOf", number(current), number(pages)) }, link(current - 1, "previous"), place, link(current + 1, "next"));
  return { first, page };
}

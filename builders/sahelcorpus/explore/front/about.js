// Where an article comes from, what may be done with it, and what is said of its outlet.

import { bdi, h, outward } from "./dom.js";
import { label } from "./names.js";
import { t } from "./words.js";

/**
 * Provenance and rights, by the names that the dataset's fields have.
 * @param {any} record
 */
export function about(record) {
  const { rights, provenance } = record;
  /** @type {[string, Node | string | null][]} */
  const rows = [
    ["article_id", record.article_id],
    ["url", outward(record.url)],
    ["archive_url", outward(record.archive_url)],
    ["published_note", record.published_note && bdi(record.published_note)],
    ["published_not_before", record.published_not_before],
    ["retrieved", record.retrieved],
    ["cluster_id", record.cluster_id],
    ["rights.licence", rights.licence && bdi(rights.licence)],
    ["rights.holder", rights.holder && bdi(rights.holder)],
    ["rights.redistribution", label("redistribution", rights.redistribution)],
    ["rights.basis", bdi(rights.basis)],
    ["provenance.reader", bdi(provenance.reader)],
    ["provenance.file_name", provenance.file_name && bdi(provenance.file_name)],
    ["provenance.received_sha256", provenance.received_sha256],
    ["provenance.text_sha256", provenance.text_sha256],
    ["provenance.note", provenance.note && bdi(provenance.note)],
    ["waivers", record.waivers.length ? bdi(record.waivers.map((/** @type {any} */ one) => `${one.code}: ${one.reason}`).join("; ")) : null],
  ];
  const told = rows.filter(([, value]) => value);
  return h(
    "details",
    { class: "provenance", open: true },
    h("summary", null, t("aboutThis")),
    h("dl", null, told.map(([name, value]) => h("div", null, h("dt", null, h("code", null, name)), h("dd", null, value)))),
  );
}

/**
 * What raters said of the outlet: dated and attributed, never one number.
 * @param {import("./main.js").App} app
 * @param {any} record
 */
export function outletLabels(app, record) {
  const source = app.corpus.sources.get(record.source_id);
  const labels = source?.labels ?? [];
  if (!source) return "";
  const facts = [source.kind, source.country && app.corpus.countries.get(source.country), source.owner].filter(Boolean);
  return h(
    "details",
    { class: "provenance" },
    h("summary", null, t("aboutOutlet")),
    h("p", { class: "about" }, h("span", null, bdi(source.name)), facts.map((one) => h("span", null, bdi(one)))),
    labels.length > 0 &&
      h(
        "div",
        { class: "scroll", tabindex: 0, role: "region", "aria-label": t("aboutOutlet") },
        h(
          "table",
          null,
          h("thead", null, h("tr", null, ["label", "rater", "scheme", "valid"].map((name) => h("th", { scope: "col" }, t(name))))),
          h("tbody", null, labels.map((/** @type {any} */ one) => h("tr", null, h("td", null, outward(one.evidence_url, one.label) ?? bdi(one.label)), h("td", null, bdi(one.rater)), h("td", null, bdi(one.scheme)), h("td", null, `${one.valid_from ?? "…"} – ${one.valid_to ?? "…"}`)))),
        ),
      ),
  );
}

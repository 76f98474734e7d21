"""Rules over `text.txt`: canonical, unchanged, whole, in the declared language."""

from __future__ import annotations

from sahelcorpus.annotate.language import detect_language
from sahelcorpus.check.rule import METADATA, TEXT, Breaches, Known
from sahelcorpus.records.vocabulary import TextFlag
from sahelcorpus.store.collection import StoredArticle
from sahelcorpus.text.canonical import is_canonical, text_sha256
from sahelcorpus.text.flags import observed_flags


def check_text(article: StoredArticle, _: Known) -> Breaches:
    """Yield text that is not canonical, or not the one that was annotated."""
    if not is_canonical(article.text):
        found = "a carriage return" if "\r" in article.text else "letters that are not in NFC"
        yield "SC301", TEXT, (), found, "NFC with \\n line ends"
    recorded, actual = article.metadata.provenance.text_sha256, text_sha256(article.text)
    if recorded != actual:
        yield (
            "SC302",
            METADATA,
            ("provenance", "text_sha256"),
            f"{recorded[:12]}…",
            f"{actual[:12]}…, the digest of text.txt",
        )


_FLAG_CODES = {
    TextFlag.NEAR_EMPTY: "SC303",
    TextFlag.MIXED_SCRIPT: "SC306",
    TextFlag.UNPAIRED_QUOTATION_MARK: "SC307",
    TextFlag.ENCODING_DAMAGE: "SC308",
}


def check_flags(article: StoredArticle, _: Known) -> Breaches:
    """Yield what is unusual in the text and not acknowledged, and what is acknowledged and not there."""
    observed = observed_flags(article.text)
    declared = set(article.metadata.text_flags)
    for flag, places in observed.items():
        if flag not in declared:
            offset, shown = places[0]
            more = f", and {len(places) - 1} more" if len(places) > 1 else ""
            yield (
                _FLAG_CODES[flag],
                TEXT,
                ("code point", offset),
                f"{shown!r}{more}",
                f"this only with {flag} in text_flags",
            )
    waived = {waiver.code for waiver in article.metadata.waivers}
    for flag in sorted(declared - observed.keys() - {TextFlag.TRUNCATED}):
        if _FLAG_CODES[flag] not in waived:
            yield "SC309", METADATA, ("text_flags",), flag, "flags that the text shows"


def check_language(article: StoredArticle, _: Known) -> Breaches:
    """Yield a declared language that is not the detected one."""
    declared = article.metadata.language.split("-")[0]
    detected = detect_language(article.text)
    if detected is None:
        yield "SC305", TEXT, (), "a text langdetect cannot judge", f"prose in {declared!r}"
    elif detected != declared:
        yield "SC304", METADATA, ("language",), f"{declared!r}, but the text reads as {detected!r}", repr(detected)

"""The catalogue of rules: the one place that lists them all.

``sahelcorpus check --explain`` and ``docs/checks.md`` are made from it.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rule:
    """A promise that every article or collection keeps.

    Attributes:
        code: Stable code, `SC` and three digits; never given to another rule.
        name: Stable name in words.
        why: What would go wrong without it.
        mend: What to do about a finding.
        waivable: Whether a person may accept it for one article, with a reason, in `article.yaml`.
    """

    code: str
    name: str
    why: str
    mend: str
    waivable: bool = False


def _catalogue(*rules: Rule) -> dict[str, Rule]:
    return {rule.code: rule for rule in rules}


RULES: dict[str, Rule] = _catalogue(
    # 1xx: files
    Rule(
        "SC101",
        "file-missing",
        "Every article has its three files, and every collection its registry.",
        "Restore the file, or remove the folder.",
    ),
    Rule(
        "SC102",
        "file-unreadable",
        "A folder, a broken link or a locked file in a file's place hides data.",
        "Put a readable file there.",
    ),
    Rule(
        "SC103",
        "file-too-large",
        "A text of tens of megabytes is an archive, not an article.",
        "Split the archive into articles.",
    ),
    Rule(
        "SC104",
        "not-utf-8",
        "Offsets count Unicode code points, which other encodings cannot give.",
        "Convert the file to UTF-8.",
    ),
    Rule("SC105", "nul-byte", "A NUL byte marks a binary file or damage in transit.", "Fetch the text again, as text."),
    Rule("SC106", "yaml-syntax", "A file that does not parse says nothing.", "Correct the line that is named."),
    Rule(
        "SC107",
        "yaml-duplicate-key",
        "Of two values for one key, one would be dropped without a word.",
        "Keep one of the two.",
    ),
    Rule(
        "SC108",
        "yaml-anchor-or-tag",
        "Anchors can explode in memory and tags can run code; neither is needed here.",
        "Write the value out.",
    ),
    Rule(
        "SC109",
        "record-does-not-fit",
        "A record that does not fit its schema would break the tables built from it.",
        "Correct the field; `schemas/` says what it takes.",
    ),
    Rule(
        "SC110",
        "stray-file",
        "A file nobody reads is a file somebody believes to be in the dataset.",
        "Remove it, or move it out of the collection.",
    ),
    Rule(
        "SC111",
        "no-articles",
        "A dataset without articles cannot be loaded.",
        "Add an article: sahelcorpus add FILE --to COLLECTION.",
    ),
    Rule(
        "SC112",
        "not-a-collection",
        "A folder becomes a collection by its collection.yaml.",
        "Name another folder, or start one: sahelcorpus new FOLDER.",
    ),
    Rule(
        "SC113",
        "cannot-write",
        "What cannot be written must not be half written.",
        "Free space, change the permissions, or name another place.",
    ),
    Rule(
        "SC114",
        "path-outside",
        "A link or a name that leads out of the folder could read or overwrite anything.",
        "Keep every file inside the collection's folder.",
    ),
    Rule(
        "SC115",
        "in-use",
        "Two who write one place at once would leave a mixture of both.",
        "Wait until the other process has ended, and run the command again.",
    ),
    Rule(
        "SC116",
        "unfinished-change",
        "A change that was interrupted is finished before anything else, or the collection would be half of each.",
        "Bring the collection back from git, and delete the folder .change in it.",
    ),
    Rule(
        "SC117",
        "library-missing",
        "Web pages and exports of archives are read with libraries that the rest does without.",
        "Install them: pip install 'sahelcorpus[readers]'.",
    ),
    # 2xx: metadata of articles
    Rule(
        "SC201",
        "bad-slug",
        "Folder, id and address must be one plain word, or they will not survive copying.",
        "Use lower-case letters, digits and single hyphens.",
    ),
    Rule(
        "SC202",
        "id-is-not-folder",
        "An article is found by its folder's name.",
        "Make article_id and the folder's name the same.",
    ),
    Rule(
        "SC203",
        "date-and-precision",
        "A date that claims more than is known is a false date.",
        "Give the first day of the known period, or null for unknown.",
    ),
    Rule(
        "SC204",
        "date-impossible",
        "An article cannot appear before its content, or in the future.",
        "Correct published, published_not_before or retrieved.",
        waivable=True,
    ),
    Rule(
        "SC205",
        "unknown-source",
        "An article without an outlet cannot be traced.",
        "Add the outlet to sources.yaml, or correct source_id.",
    ),
    Rule(
        "SC206",
        "rights-missing",
        "Text whose basis nobody wrote down cannot be passed on.",
        "Say in rights.basis how the rights are known.",
    ),
    Rule(
        "SC207",
        "removed-article",
        "Removed articles stay removed.",
        "Leave it out, or delete its folder; the tombstone in removals.yaml is meant.",
    ),
    Rule(
        "SC208",
        "article-id-reused",
        "Two folders that differ only in case or form are one on some disks.",
        "Rename one of them.",
    ),
    Rule(
        "SC209",
        "places-disagree",
        "A document that says two things of one field leaves it to whoever reads it first which one is believed.",
        "Look at provenance.disagreements in article.yaml; where the other value is right, put it in the field.",
    ),
    # 3xx: text
    Rule(
        "SC301",
        "text-not-canonical",
        "Offsets hold only for NFC text with \\n line ends.",
        "Add the article anew, or normalise text.txt and run check --fix.",
    ),
    Rule(
        "SC302",
        "text-changed",
        "Annotations were made on another text: their offsets may lie.",
        "Restore text.txt, or run check --fix to re-anchor the spans.",
    ),
    Rule(
        "SC303",
        "near-empty-text",
        "A few words are a teaser or an error page, not an article.",
        "Fetch the whole article, or remove it.",
        waivable=True,
    ),
    Rule(
        "SC304",
        "language-mismatch",
        "A wrong language sends the wrong extractor over the text.",
        "Correct language, or waive with the reason.",
        waivable=True,
    ),
    Rule(
        "SC305",
        "language-undecided",
        "The detector could not judge the text: it may be no prose at all.",
        "Look at the text, and waive with the reason if it is right.",
        waivable=True,
    ),
    Rule(
        "SC306",
        "mixed-script-word",
        "A Cyrillic с in a Latin word breaks every search, and nobody sees it.",
        "Add mixed_script to text_flags; never repair the canonical text.",
        waivable=True,
    ),
    Rule(
        "SC307",
        "unpaired-quotation-mark",
        "A mark without its partner turns prose into quotation.",
        "Add unpaired_quotation_mark to text_flags; never repair the canonical text.",
        waivable=True,
    ),
    Rule(
        "SC308",
        "encoding-damage",
        "Replacement characters and twice-encoded letters are lost text.",
        "Fetch the text again, or add encoding_damage to text_flags.",
        waivable=True,
    ),
    Rule("SC309", "flag-without-cause", "A flag that the text does not show is a stale claim.", "Remove the flag."),
    # 4xx: spans
    Rule(
        "SC401",
        "span-does-not-slice",
        "A span that does not cover its text is a lie about who said what.",
        "Correct start and end, or run check --fix.",
    ),
    Rule(
        "SC402",
        "span-beyond-text",
        "A span past the end of the text covers nothing.",
        "Correct start and end, or run check --fix.",
    ),
    Rule("SC403", "span-empty", "A span covers at least one code point.", "Correct start and end."),
    Rule(
        "SC404",
        "segments-out-of-order",
        "Segments stand in text order and do not overlap.",
        "Sort the segments, and cut the overlap.",
    ),
    Rule(
        "SC405",
        "quote-text-differs",
        "A quotation's text is its segments, joined by one space.",
        "Correct text, or run check --fix.",
    ),
    Rule(
        "SC406",
        "quotes-out-of-order",
        "Quotations stand in the order of the text, so that diffs stay small.",
        "Sort the quotations, or run check --fix.",
    ),
    # 5xx: ids
    Rule("SC501", "duplicate-id", "Two records with one id cannot be told apart.", "Give one of them a new id."),
    Rule(
        "SC502", "id-of-another-article", "A quotation's or stance's id begins with its article's.", "Correct the id."
    ),
    Rule(
        "SC503",
        "unknown-actor",
        "An actor who is not in the registry cannot be explained.",
        "Add the actor to actors.yaml, or correct the id.",
    ),
    Rule(
        "SC504",
        "unknown-annotator",
        "A label nobody made cannot be believed.",
        "Add the annotator to annotators.yaml, or correct the id.",
    ),
    Rule("SC505", "unknown-quote", "A reference to a quotation that is not there.", "Correct the id."),
    Rule(
        "SC506",
        "unknown-organisation",
        "A role in an organisation that is not in the registry.",
        "Add the organisation to actors.yaml, or correct the id.",
    ),
    Rule(
        "SC507",
        "unknown-article",
        "A reference to an article that is not in the collection leads nowhere.",
        "Correct the id, or run sahelcorpus near-duplicates COLLECTION --write where it names a near-duplicate.",
    ),
    # 6xx: quotations
    Rule(
        "SC601",
        "speaker-kind",
        "A mention has a kind, and no mention is `unexpressed`.",
        "Correct speaker_kind, or the speaker.",
    ),
    Rule(
        "SC602",
        "gold-by-nobody",
        "What a rule or a model says is a candidate until a person or maintainer has decided.",
        "Add the judgement of the person who decided, or make it a candidate.",
    ),
    Rule(
        "SC603",
        "judgement-segments",
        "Differing segments go with the decision marked_differently, and only with it.",
        "Correct decision or segments.",
    ),
    Rule("SC604", "quote-in-circle", "A quotation cannot be reported inside itself.", "Correct parent_quote_id."),
    Rule(
        "SC605",
        "anonymous-linked",
        "Whoever speaks without a name is left without one: an anonymous source gets no actor.",
        "Remove actor_id, or correct speaker_kind if the article does name the speaker.",
    ),
    # 7xx: stances
    Rule(
        "SC701",
        "evidence-missing",
        "A stance for, against or mixed can be shown in the text.",
        "Add the words that show it, or change the label.",
    ),
    Rule(
        "SC702",
        "evidence-outside-quote",
        "What a quoted speaker thinks is shown by what the speaker says.",
        "Take the evidence from inside the quotation.",
    ),
    Rule(
        "SC703",
        "evidence-in-quote",
        "What a quoted person says never becomes the article's stance.",
        "Take the evidence from outside direct quotations, or say that it is endorsed.",
    ),
    Rule(
        "SC704",
        "holder-and-quote",
        "A quoted speaker has a quotation; the article's voice has none.",
        "Correct holder_kind or quote_id.",
    ),
    Rule(
        "SC705",
        "holder-is-not-speaker",
        "The holder of a quoted stance is the speaker of the quotation.",
        "Make holder_actor_id the quotation's actor_id.",
    ),
    Rule(
        "SC706",
        "label-and-intensity",
        "Favor is above zero, against below, neutral zero, mixed and unclear have none.",
        "Correct label or intensity.",
    ),
    Rule(
        "SC707",
        "adjudication",
        "Adjudicated labels say by whom; agreed ones agree; single ones have one judgement.",
        "Correct adjudication.",
    ),
    Rule("SC708", "stance-twice", "One row per holder, quotation and target.", "Merge the two rows."),
    # 8xx: registry
    Rule("SC801", "dates-reversed", "What ends before it begins never held.", "Correct valid_from or valid_to."),
    Rule(
        "SC802",
        "wikidata-unverified",
        "A link that nobody compared is a rumour.",
        "Compare the item and set wikidata_verified, or remove the link.",
    ),
    Rule(
        "SC803",
        "person-without-role",
        "No one private is made linkable: an actor of kind person has a public role, more than a trade or a fate that anybody may have.",
        "Add the public role, or remove the actor.",
    ),
    Rule("SC804", "annotator-version", "A rule or a model without a version cannot be repeated.", "Give the version."),
    # 9xx: splits and releases
    Rule(
        "SC901",
        "group-in-two-splits",
        "Near-duplicates in two splits leak the test set into training.",
        "Pin the group's articles to one split, or dissolve the group.",
    ),
    Rule(
        "SC902",
        "dataset-damaged",
        "A dataset that does not match its own digests cannot be trusted.",
        "Build it again, or fetch it again.",
    ),
    Rule(
        "SC903",
        "stale-generated-part",
        "A generated part that is not fresh says what was true once.",
        "Refresh it with the command that is named.",
    ),
    Rule(
        "SC904",
        "not-committed",
        "A release of files that git does not have cannot be looked up again.",
        "Commit the file, or take the change back.",
    ),
    Rule(
        "SC905",
        "release-unexplained",
        "Whoever uses the data has to know why it is not what it was.",
        "Give the reason with --note or --note-file; leave the version as it was released last.",
    ),
    Rule(
        "SC910",
        "may-not-be-passed-on",
        "What was published cannot be taken back.",
        "Publish the stand-off twin: sahelcorpus standoff DIRECTORY -o TARGET.",
    ),
    Rule(
        "SC911",
        "version-published",
        "A version that changes after it was published breaks every result that names it.",
        "Publish under a new version: sahelcorpus release computes it.",
    ),
    Rule(
        "SC912",
        "cannot-draw",
        "A figure that cannot be drawn anew would show what was true once.",
        'Install what draws: pip install "sahelcorpus[plots]".',
    ),
    Rule(
        "SC921",
        "near-duplicates-apart",
        "A copy that stands in no group with its original is counted twice, and can land in another split.",
        "Run sahelcorpus near-duplicates COLLECTION --write, or waive with the reason why it stands alone.",
        waivable=True,
    ),
    Rule(
        "SC922",
        "text-in-two-splits",
        "Text of the test set that stands in the training set measures memory.",
        "Put the articles into one group, or waive with the reason why the shared text does no harm.",
        waivable=True,
    ),
    Rule(
        "SC923",
        "removed-since",
        "Who asked for an article to be removed asked it of the releases that hold it too.",
        "Take a newer release, or leave the article out: sahelcorpus.load(..., removals=...) does.",
    ),
)

"""The rules with a dependency parse beside them: written parses here, the real model where it is installed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from types import SimpleNamespace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sahelcorpus.annotate.quotes import FoundQuote, extract_quotes, parser
from sahelcorpus.annotate.quotes.parser import MODELS, Parser, ParserMissingError, extract_quotes_parsed, load_parser
from sahelcorpus.annotate.quotes.syntax import Tree, added_after, mention, subject_before


@dataclass(eq=False)
class WrittenToken:
    """A token of a parse that a test wrote down: what is used of spaCy's."""

    i: int
    text: str
    idx: int
    pos_: str
    dep_: str
    head: WrittenToken = field(init=False, repr=False)


def written(text: str, parse: str) -> list[WrittenToken]:
    """Return the tokens of a text; a line a word: form, part of speech, relation, number of its head, 0 for none."""
    rows = [line.split() for line in parse.strip().splitlines()]
    tokens: list[WrittenToken] = []
    end = 0
    for number, (form, part, relation, _) in enumerate(rows):
        start = text.index(form, end)
        end = start + len(form)
        tokens.append(WrittenToken(number, form, start, part, relation))
    for token, row in zip(tokens, rows, strict=True):
        token.head = tokens[int(row[3]) - 1] if row[3] != "0" else token
    return tokens


@dataclass
class WrittenPipeline:
    """A pipeline that knows the parses of some sentences."""

    known: dict[str, str]

    def pipe(self, texts: Iterable[str]) -> Iterator[list[WrittenToken]]:
        return (written(text, self.known[text]) for text in texts)


# no parser would say so: the rules cannot have come to it by themselves
SOMEBODY_ELSE = (
    "Hier à Kaldé, la maire affirme que le pont tient.",
    """
    Hier    ADV    advmod  7
    à       ADP    case    3
    Kaldé   PROPN  nsubj   7
    ,       PUNCT  punct   7
    la      DET    det     6
    maire   NOUN   obl:mod 7
    affirme VERB   ROOT    0
    que     SCONJ  mark    11
    le      DET    det     10
    pont    NOUN   nsubj   11
    tient   VERB   ccomp   7
    .       PUNCT  punct   7
    """,
)
RELATIVE = (
    "Une infirmière du camp, qui craint pour sa solde, confirme que le puits est fermé.",
    """
    Une        DET   det       2
    infirmière NOUN  nsubj     12
    du         ADP   case      4
    camp       NOUN  nmod      2
    ,          PUNCT punct     2
    qui        PRON  nsubj     7
    craint     VERB  acl:relcl 2
    pour       ADP   case      10
    sa         DET   det       10
    solde      NOUN  obl:mod   7
    ,          PUNCT punct     12
    confirme   VERB  ROOT      0
    que        SCONJ mark      17
    le         DET   det       15
    puits      NOUN  nsubj     17
    est        AUX   cop       17
    fermé      ADJ   ccomp     12
    .          PUNCT punct     12
    """,
)
ADDED = (
    "Le maire affirme que la digue tient, signalant une fissure.",
    """
    Le        DET   det   2
    maire     NOUN  nsubj 3
    affirme   VERB  ROOT  0
    que       SCONJ mark  7
    la        DET   det   6
    digue     NOUN  nsubj 7
    tient     VERB  ccomp 3
    ,         PUNCT punct 9
    signalant VERB  advcl 3
    une       DET   det   11
    fissure   NOUN  obj   9
    .         PUNCT punct 3
    """,
)
COORDINATE = (
    "Ils disent que le puits est plein, mais il ne coule pas.",
    """
    Ils    PRON  nsubj  2
    disent VERB  ROOT   0
    que    SCONJ mark   7
    le     DET   det    5
    puits  NOUN  nsubj  7
    est    AUX   cop    7
    plein  ADJ   ccomp  2
    ,      PUNCT punct  12
    mais   CCONJ cc     12
    il     PRON  nsubj  12
    ne     ADV   advmod 12
    coule  VERB  conj   2
    pas    ADV   advmod 12
    .      PUNCT punct  2
    """,
)
WRITTEN = [SOMEBODY_ELSE, RELATIVE, ADDED, COORDINATE]


def read(sentence: tuple[str, str], *, replaced: tuple[str, str] = ("", "")) -> FoundQuote:
    """Return the only quotation of a sentence whose parse is written down, with something in the parse replaced."""
    text, parse = sentence
    (quote,) = extract_quotes_parsed(text, "fr", Parser("fr", WrittenPipeline({text: parse.replace(*replaced)})))
    return quote


def words(text: str, place: tuple[int, int] | None) -> str | None:
    return text[slice(*place)] if place else None


def test_the_subject_is_the_speaker() -> None:
    """Where the parse has another noun than the rules."""
    assert words(SOMEBODY_ELSE[0], extract_quotes(SOMEBODY_ELSE[0], "fr")[0].speaker) == "la maire"
    assert words(SOMEBODY_ELSE[0], read(SOMEBODY_ELSE).speaker) == "Kaldé"
    assert words(RELATIVE[0], read(RELATIVE).speaker) == "Une infirmière du camp"


@pytest.mark.parametrize(
    "replaced",
    [
        ("affirme VERB ", "affirme NOUN "),
        ("Kaldé   PROPN  nsubj ", "Kaldé   PROPN  obl   "),
        ("Kaldé   PROPN ", "Kaldé   PUNCT "),
        ("Hier    ADV    advmod ", "Hier    AUX    aux:pass "),
    ],
    ids=["the cue is no verb", "no subject", "the subject is no noun", "the verb is passive"],
)
def test_the_rules_stand_where_the_parse_is_unsure(replaced: tuple[str, str]) -> None:
    """Speaker and content stay as the rules have them."""
    assert replaced[0] in SOMEBODY_ELSE[1]
    assert [read(SOMEBODY_ELSE, replaced=replaced)] == extract_quotes(SOMEBODY_ELSE[0], "fr")


@pytest.mark.parametrize(("sentence", "content"), [(ADDED, "la digue tient"), (COORDINATE, "le puits est plein")])
def test_what_the_author_adds_is_no_content(sentence: tuple[str, str], content: str) -> None:
    """A participle of the cue's, a coordinate clause with its own subject; the speaker stays."""
    quote = read(sentence)
    assert [words(sentence[0], place) for place in quote.segments] == [content]
    assert quote.speaker == extract_quotes(sentence[0], "fr")[0].speaker


@pytest.mark.parametrize(
    ("sentence", "replaced", "added"),
    [
        (ADDED, ("", ""), "signalant"),
        (ADDED, ("signalant VERB  advcl 3", "signalant VERB  advcl 7"), None),
        (ADDED, ("signalant VERB", "signalée  VERB"), None),
        (ADDED, ("tient     VERB  ccomp", "tient     VERB  conj"), None),
        (COORDINATE, ("", ""), "mais"),
        (COORDINATE, ("coule  VERB  conj   2", "coule  VERB  conj   7"), None),
        (COORDINATE, ("il     PRON  nsubj", "il     PRON  obj"), None),
        (COORDINATE, ("ne     ADV   advmod", "que    SCONJ mark"), None),
        (COORDINATE, (",      PUNCT", "–      PUNCT"), None),
    ],
)
def test_added_after_a_clause(sentence: tuple[str, str], replaced: tuple[str, str], added: str | None) -> None:
    """By what hangs on what: on the cue it is the author's, within the clause it is the speaker's."""
    assert replaced[0] in sentence[1]
    parse = sentence[1].replace(*replaced)
    text = " ".join(line.split()[0] for line in parse.strip().splitlines())
    tree = Tree.of(written(text, parse), 0)
    verb = next(number for number, word in enumerate(tree.words) if word.relation == "ROOT")
    place = added_after(tree, verb, tree.words[verb + 2].place[0])
    assert (text[place[1] :].split()[0] if place else None) == added


@pytest.mark.parametrize(
    ("parse", "subject"),
    [
        ("je/PRON/nsubj/3 ne/ADV/advmod/3 peux/VERB/ROOT/0 que/ADV/advmod/5 dire/VERB/xcomp/3", "je"),
        ("j'/PRON/nsubj/3 ai/AUX/aux:tense/3 dit/VERB/ROOT/0", "j'"),
        ("le/DET/det/2 maire/NOUN/ROOT/0 qui/PRON/nsubj/5 a/AUX/aux:tense/5 dit/VERB/acl:relcl/2", "maire"),
        ("qui/PRON/nsubj/3 a/AUX/aux:tense/3 dit/VERB/ROOT/0", "qui"),
        ("il/PRON/nsubj/3 nous/PRON/iobj/3 crie/VERB/ROOT/0", "il"),
        ("il/PRON/iobj/3 nous/PRON/nsubj/3 crie/VERB/ROOT/0", None),
        ("eux/PRON/nsubj/3 ,/PUNCT/punct/1 disent/VERB/ROOT/0", None),
        ("on/PRON/nsubj/2 dit/VERB/ROOT/0", None),
        ("😢/NOUN/nsubj/2 dit/VERB/ROOT/0", None),
        ("dit/VERB/ROOT/0 elle/PRON/nsubj/1", None),
        ("elle/PRON/nsubj/2 part/VERB/ROOT/0 disant/VERB/advcl/2", None),
        ("elle/PRON/nsubj/2 part/VERB/ROOT/0 et/CCONJ/cc/4 dit/VERB/conj/2", None),
    ],
)
def test_the_subject_before_a_verb(parse: str, subject: str | None) -> None:
    """Its own or that of the verb above an infinitive; none that parsers get wrong too often."""
    tree = Tree.of(written(parse, parse.replace(" ", "\n").replace("/", " ")), 0)
    cue = max(number for number, word in enumerate(tree.words) if word.part == "VERB")
    found = subject_before(tree, cue)
    assert (None if found is None else tree.words[found].form) == subject


def test_a_mention_keeps_its_apposition_and_leaves_out_a_relative_clause() -> None:
    """The whole noun phrase, from its article on."""
    tree = Tree.of(written(*RELATIVE), 100)
    head = subject_before(tree, 11)
    assert head == 1
    assert mention(tree, head) == (100, 100 + len("Une infirmière du camp"))
    apposed = RELATIVE[1].replace("craint     VERB  acl:relcl", "craint     VERB  appos")
    assert mention(Tree.of(written(RELATIVE[0], apposed), 0), 1) == (
        0,
        len("Une infirmière du camp, qui craint pour sa solde"),
    )


def test_another_language_is_read_by_the_rules_alone() -> None:
    """The parser is not asked."""
    text = "The mayor said that the road is shut."
    assert extract_quotes_parsed(text, "en", Parser("fr", WrittenPipeline({}))) == extract_quotes(text, "en") != []


def test_only_sentences_with_a_verb_before_its_content_are_parsed() -> None:
    """What costs time is done only where it can help."""
    text = "Le puits est fermé. « On attend », a dit la maire. " + SOMEBODY_ELSE[0]
    found = extract_quotes_parsed(text, "fr", Parser("fr", WrittenPipeline(dict([SOMEBODY_ELSE]))))
    assert [words(text, quote.speaker) for quote in found] == ["la maire", "Kaldé"]


def test_a_parser_that_is_missing_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """spaCy or its model: one error, with the extra and the command."""

    def no_spacy(name: str) -> None:
        raise ImportError(name)

    def no_model(name: str, exclude: list[str]) -> None:
        raise OSError(name, exclude)

    command = r'is not installed: the extra \[parser\] brings it. Run: pip install "sahelcorpus\[parser\]"$'
    for broken, missing in (
        (no_spacy, "^spaCy"),
        (lambda _: SimpleNamespace(load=no_model), "^spaCy's model fr_core_news_md"),
    ):
        monkeypatch.setattr(parser, "import_module", broken)
        with pytest.raises(ParserMissingError, match=f"{missing} {command}"):
            load_parser.__wrapped__("fr")
    with pytest.raises(ValueError, match="'en'; allowed: fr"):
        load_parser("en")


PIECES = [
    "« ", " »", ", ", ". ", " : ", "\n", "Le maire ", "Awa Tindari ", "qui ", "a dit ", "affirme ", "demande ", "que ", "de ",
    "tenir ", "le pont tient ", "on ", "signalant ", "et ", "mais il ", "d'", "- ", "😢 ", "ne pas ", "dit-il ",
]  # fmt: skip
RELATIONS = [
    "nsubj",
    "ccomp",
    "xcomp",
    "acl:relcl",
    "conj",
    "advcl",
    "punct",
    "mark",
    "case",
    "appos",
    "det",
    "aux:pass",
]


@dataclass
class RandomPipeline:
    """A pipeline whose parses are trees, and nothing better."""

    numbers: list[int]

    def pipe(self, texts: Iterable[str]) -> Iterator[list[WrittenToken]]:
        for text in texts:
            tokens: list[WrittenToken] = []
            end = 0
            for form in text.split():
                number = self.numbers[len(tokens) % len(self.numbers)]
                start = text.index(form, end)
                end = start + len(form)
                part = ("VERB", "NOUN", "PRON", "PUNCT")[number % 4]
                tokens.append(WrittenToken(len(tokens), form, start, part, RELATIONS[number % len(RELATIONS)]))
            root = self.numbers[0] % len(tokens)
            for place, token in enumerate(tokens):
                steps = 1 + self.numbers[place % len(self.numbers)] % 4
                # each hangs on one nearer to the root
                token.head = tokens[min(place + steps, root) if place < root else max(place - steps, root)]
            yield tokens


@settings(max_examples=300)
@given(
    st.lists(st.sampled_from(PIECES), max_size=30).map("".join), st.lists(st.integers(0, 999), min_size=5, max_size=30)
)
def test_whatever_the_parse_every_place_slices(text: str, numbers: list[int]) -> None:
    """No tree makes it raise, nor lose or invent a quotation."""
    found = extract_quotes_parsed(text, "fr", Parser("fr", RandomPipeline(numbers)))
    assert Counter(quote.cue for quote in found) == Counter(quote.cue for quote in extract_quotes(text, "fr"))
    for quote in found:
        last = 0
        for start, end in quote.segments:
            assert last <= start < end <= len(text)
            last = end
        assert quote.speaker is None or 0 <= quote.speaker[0] < quote.speaker[1] <= len(text)


def test_the_real_model_corrects() -> None:
    """It parses as the written parses do, and its tokens have what is used of them."""
    pytest.importorskip("spacy", reason='spaCy is not installed: pip install "sahelcorpus[parser]"')
    pytest.importorskip(MODELS["fr"], reason='the model is not installed: pip install "sahelcorpus[parser]"')
    real = load_parser("fr")
    (quote,) = extract_quotes_parsed(RELATIVE[0], "fr", real)
    assert words(RELATIVE[0], quote.speaker) == "Une infirmière du camp"
    text = "Elle a expliqué aux juges qu'il s'agissait d'un don, signalant que la caisse était vide."
    found = {quote.segments[0] for quote in extract_quotes_parsed(text, "fr", real)}
    assert "il s'agissait d'un don" in {words(text, place) for place in found}

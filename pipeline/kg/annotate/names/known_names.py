"""Spots the names of the table of known names, where the words around fit: « X », « Mars », "Internet Explorer 9"."""

import re
from collections.abc import Iterator

from kg.annotate.names.candidate import Candidate
from kg.annotate.names.capital_words import CAPITAL
from kg.lexicon.known import Known, find_known, known_by_form
from kg.lexicon.peoples import peoples_adjectives
from kg.lexicon.tables import demonyms, lexicon, places
from kg.lexicon.whole_words import stands
from kg.model import EntityType, Span

_CHANNEL = re.compile(r" (?:channel|page|account|group|video|post)s?\b")  # "the NSTF YouTube channel"
# « la Ligue des champions féminine », « le Tour de France 2016 »
_EDITION = re.compile(
    r"(?=[ \u00a0](?:[fmj]|\d{4}))(?:[ \u00a0](?:féminine?|masculine?|juniors?))?"
    r"(?:[ \u00a0](?:19|20)\d\d(?:[-–]\d{2,4})?)?\b"
)
_VERSION = re.compile(
    r"[ \u00a0]\d{1,2}(?:\.\d+)?(?![\w%€$]|[.,]\d|[ \u00a0]?(?:%|€|milli|euros?\b|dollars?\b"
    r"|ans\b|years?\b|people\b|personnes\b|pour\b|percent|fois\b|times\b|points?\b|heures?\b|jours?\b|mois\b))"
)  # "Internet Explorer 9"
_CAPITAL_BEFORE = re.compile(rf"(?<=[a-zà-ÿ,] ){CAPITAL} $")
_EVENT_OF = re.compile(rf"[ \u00a0](?:de[ \u00a0]|d['’] ?)(?:{CAPITAL}|\d{{4}})")
_POSTED = re.compile(r"\b(?:wrote|posted|said|announced|écrit|publié|posté|annoncé|message|post) (?:on|sur) $")
_ON = re.compile(r"(?<!\d )(?<!\w)(?:[Ss]ur|[Oo]n) $")
_ENDS = re.compile(r"[,.;:]?(?:$|[ \u00a0][a-zà-ÿ(«\"“]|[ \u00a0][A-Z])", re.MULTILINE)
_LAND_BEHIND = re.compile(r" (?:region|river|rainforest|basin|jungle|delta|tributary|tributaries)\b")
_NOT_X = re.compile(r"(?:\b(?:M\.|Mme|Malcolm|Charles|Louis|Pie|rayons?|Mr\.?|Xavier)[ \u00a0])$")


def known_names(text: str) -> Iterator[Candidate]:
    """Yield known names with the edition or version behind them, firm where they are no part of a longer name."""
    folded = text.lower()
    for start, form in find_known(text):
        known = known_by_form()[form]
        if _fits_context(known, form, text, start, folded):
            end = start + len(form)
            shape = {EntityType.EVENT: _EDITION, EntityType.WORK: _VERSION}.get(known.type)
            edition = shape.match(text, end) if shape else None
            span = Span(start, edition.end() if edition else end)
            yield Candidate(
                span,
                known.type,
                4.0,
                f"known:{known.key}",
                firm=len(form) < 3
                or (" " in form and not _goes_on(text, span, known.type))
                or (known.kind == "platform" and _CHANNEL.match(text, span.end) is not None),
            )


def _goes_on(text: str, span: Span, kind: EntityType) -> bool:
    """Tell whether capital words follow, so that the known name is part of a longer one (« United States Navy »)."""
    if kind is EntityType.EVENT and _EVENT_OF.match(text, span.end):
        return True  # « les Jeux olympiques de Rio »
    before = _CAPITAL_BEFORE.search(text[max(0, span.start - 20) : span.start])
    if before and (kind is EntityType.PLACE or _fuller(before.group().strip(), span.of(text))):
        return True  # "Ajax Cape Town", "the Liberal Democratic Party"
    if span.of(text).rsplit(" ", 1)[-1].islower():
        return False  # « la Banque centrale européenne Draghi »: a name that ends in lower case is over
    return re.match(rf" {CAPITAL}", text[span.end : span.end + 3]) is not None


def _fuller(word: str, party: str) -> bool:
    """Tell "Liberal" before "Democratic Party" from "French" before "Socialist Party"."""
    people = word in demonyms() or word.lower() in peoples_adjectives() or word in places()
    return party.endswith(" Party") and not people


def _on_x(text: str, start: int) -> bool:
    """Tell « Sur X, le ministre … », « a réagi sur X »: on what else somebody could be, no letter is written."""
    behind = _ENDS.match(text, start + 1)
    return behind is not None and _ON.search(text[max(0, start - 8) : start]) is not None


def _fits_context(known: Known, form: str, text: str, start: int, folded: str) -> bool:
    if known.type is EntityType.ORGANIZATION and _LAND_BEHIND.match(text, start + len(form)):
        return False  # "the Amazon region"
    if form not in known.only:
        return True
    if form.lower() in lexicon()["calendar"] and re.search(r"\d ?$", text[max(0, start - 2) : start]):
        return False  # « le 3 Mars »
    if form == "X" and (_POSTED.search(text[max(0, start - 20) : start]) or _on_x(text, start)):
        return True
    if form == "X" and (
        _NOT_X.search(text[max(0, start - 12) : start])
        or (
            text[start + 1 : start + 3] == ". "
            and text[start + 3 : start + 4].isupper()
            and text[start - 2 : start - 1].isupper()
        )
    ):
        return False
    return any(stands(folded, word) for word in known.context)

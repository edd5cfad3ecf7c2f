"""Spots rows of words with capitals, and says what the tables know of them.

A row may hold two names (« L'Algérien Farid Belkacem ») or one behind a common word ("Singer Jane Miller").
"""

import re
from collections.abc import Iterator

from kg.annotate.names.candidate import Candidate
from kg.annotate.names.capital_words import CAPITAL, after_article, begins_sentence
from kg.annotate.names.english_rows import english_row, partisan
from kg.annotate.names.headed import NAMED_AFTER, headed_by
from kg.annotate.names.inside import FIRM_END
from kg.annotate.names.rows import based, labelled, two_persons
from kg.lexicon.elected import ELECTED
from kg.lexicon.known import known_by_form
from kg.lexicon.peoples import aged_inhabitant
from kg.lexicon.tables import (
    PLACE_WEIGHT,
    demonyms,
    family_names,
    first_names,
    fold,
    holds,
    lexicon,
    listed,
    person_nouns,
    places,
)
from kg.lexicon.whole_words import whole_words
from kg.model import EntityType, Span

_INITIAL = r"(?:[A-ZÀ-Þ]\.(?:-?[A-Z]\.)*)"
_JOIN_NAME = r"(?:van|von|der|den|bin|ben|ibn|al|el|di|da|del|dos|y|e|ter|zu|ka|wa|arap)"
_SCORE = r"(?![-–:/.,]?\d|\s?[-–]\s?\d)"  # « Italy 2-0 » is no name with a number
_NAME = re.compile(
    rf"(?:{_INITIAL}|{CAPITAL})"
    rf"(?:[ \u00a0](?:{_JOIN_NAME}[ \u00a0])*(?:{_INITIAL}|{CAPITAL}|(?<=[a-z] )\d{{1,3}}\b{_SCORE}))*"
)
_NAME_EN = re.compile(
    _NAME.pattern.replace("van|von", "de(?:[ \u00a0](?:la|los|las|Los))?|van|von").replace(
        "[huao]\\b", r"[huaoií]\b|(?<=\w{2}['’])(?!(?:s|t|ll|re|ve|d|m)\b)[a-zà-ÿ]{2,}\b"
    )
)
_ARTICLES = frozenset(("Le", "La", "Les", "Un", "Une", "Des", "The", "A", "An"))
_SAINTS = frozenset(("San", "Santa", "Saint", "Santo"))  # "San Pablo Streams"
_ACRONYM = re.compile(r"[A-ZÀ-Þ]{2,6}|[A-Z]{1,3}[-&][A-Z]{1,4}")  # « la N-VA »
_ELECTED = re.compile(rf"{ELECTED}$")
_OF_BODY = re.compile(r"(?:\bde[ \u00a0]l['’] ?|\bdu[ \u00a0]|\bde[ \u00a0]la[ \u00a0])$")
_CHARGE = re.compile(
    r"\b(?:[Mm]inistre|[Ss]ecrétaire d['’][EÉ]tat|[Cc]ommissaire)(?:[ \u00a0][a-zé]+)?[ \u00a0](?:d[eu]s?|d['’]|aux?)\b"
    r"[^.;:()«»\n]{2,90}\b(?:et|,)[ \u00a0](?:de[ \u00a0]la[ \u00a0]|de[ \u00a0]l['’]|du[ \u00a0]|des[ \u00a0])?$"
)
# « l'ancien chef de l'Etat Jean Dubois », « la conseillère aux Etats Anne Dubois », « le président de la République … »
_STATE = re.compile(r"[EÉ]tats?|République")
_OF_STATE = re.compile(
    r"(?:(?<!oup )(?:\bde[ \u00a0]l['’] ?|\bd['’] ?|\baux[ \u00a0])|\b[Pp]résidente?[ \u00a0]de[ \u00a0]la[ \u00a0])$"
)
_OF_STATES = ("ique", "aine", "aire", "ienne", "elle", "ée", "aise")
_DESCRIBING = frozenset(("qualifier", "wildcard", "holder", "champion", "seed", "titleholder"))


def capitals(text: str, paragraph: Span, language: str) -> Iterator[Candidate]:
    """Yield the names of each row of capitals in a paragraph, and the kinds that the tables have for them."""
    for match in (_NAME_EN if language == "en" else _NAME).finditer(text, paragraph.start, paragraph.end):
        span = Span(*match.span())
        if len(match.group().split()) > 9:
            continue
        words = list(re.finditer(r"\S+", match.group()))
        parts = _english(text, span, words) if language == "en" else _people_and_name(text, span)
        parts = parts or two_persons(text, span, words) or labelled(span, words) or based(span, words)
        parts = parts or _described(text, span, paragraph.start) or _body_and_name(text, span)
        parts = parts or headed_by(text, span, words)
        if parts is not None:
            yield from parts
            continue
        yield from _typed(text, span, words)
        if len(words) > 1 or not begins_sentence(text, span.start, paragraph.start):
            yield Candidate(span, None, 0.5, "rule:capitals")


def _english(text: str, span: Span, words: list[re.Match[str]]) -> list[Candidate] | None:
    return partisan(text, span, words) or english_row(text, span)


def _people_and_name(text: str, span: Span) -> list[Candidate] | None:
    """Return the two names of « L'Algérien Farid Belkacem », « La Russe Inna Volkova », or None."""
    elided = re.match(r"[Ll]['’] ?", span.of(text))
    span = Span(span.start + elided.end(), span.end) if elided else span
    words = list(re.finditer(r"\S+", span.of(text)))
    if len(words) > 1 and words[0].group() in ("Le", "La", "Les", "Un", "Une"):
        words = words[1:]
    start = span.start + words[0].start()
    if len(words) < 2 or words[0].group() not in demonyms() or not after_article(text, start):
        return None
    rest = Span(span.start + words[1].start(), span.end)
    return [
        Candidate(Span(start, span.start + words[0].end()), EntityType.GROUP, 6.0, "table:demonyms", firm=True),
        Candidate(rest, EntityType.PERSON, 1.0, "rule:capitals"),
    ]


def _body_and_name(text: str, span: Span) -> list[Candidate] | None:
    """Return the names of « le chef de l'ONU Ban Ki-Moon », « le chef de l'Etat Jean Dubois », or None."""
    first, _, rest = span.of(text).partition(" ")
    behind = Span(span.end - len(rest), span.end)
    before = text[max(0, span.start - 32) : span.start]
    if _in_charge(text, span, rest):
        return [Candidate(behind, EntityType.PERSON, 2.5, "rule:capitals", firm=True)]
    if _STATE.fullmatch(first) and _OF_STATE.search(before):
        return _of_state(text, behind)
    name = rest.split()
    if len(name) < 2 or name[0].isupper() or not all(word[0].isupper() for word in name):
        return None
    called = name[0].split("-")[0] in first_names()
    alone = first in known_by_form() and called  # "Image: NASA Bill Ingalls"
    kind_of_firm = first.lower() in lexicon()["common_acronyms"]  # « le groupe du BTP Louis Garde »
    acronym = first not in NAMED_AFTER and not kind_of_firm and _ACRONYM.fullmatch(first) is not None
    if not (acronym and (alone or _OF_BODY.search(before) or (called and _ELECTED.search(before)))):
        return None
    body = Span(span.start, span.start + len(first))
    kind = EntityType.PLACE if first in places() else EntityType.ORGANIZATION
    return [
        Candidate(body, kind, 2.0, "rule:acronym", firm=True),
        Candidate(behind, EntityType.PERSON, 2.5, "rule:capitals", firm=True),
    ]


def _in_charge(text: str, span: Span, rest: str) -> bool:
    """Tell « la ministre de la Culture et des Sports Anne Dubois »: whoever has charge stands behind the last of it."""
    first, called = span.of(text).partition(" ")[0], rest.partition(" ")[0].split("-")[0]
    if " " not in rest or called not in first_names() or first in first_names():
        return False
    return _CHARGE.search(text[max(0, span.start - 110) : span.start]) is not None


def _of_state(text: str, behind: Span) -> list[Candidate] | None:
    """Return the names behind « chef de l'Etat », « conseiller d'Etat » (also a party), or None."""
    first, _, rest = behind.of(text).partition(" ")
    if _ACRONYM.fullmatch(first) is None:
        plain = bool(rest) and first not in demonyms() and not first.lower().endswith(_OF_STATES)
        return [Candidate(behind, EntityType.PERSON, 2.5, "rule:capitals", firm=True)] if plain else None
    party = Span(behind.start, behind.start + len(first))
    found = [Candidate(party, EntityType.ORGANIZATION, 2.0, "rule:acronym", firm=True)]
    person = Span(behind.end - len(rest), behind.end)
    return [*found, *([Candidate(person, EntityType.PERSON, 2.5, "rule:capitals", firm=True)] if rest else [])]


def _described(text: str, span: Span, paragraph: int) -> list[Candidate] | None:
    """Return the name after a person noun that opens a sentence ("Singer Jane Miller died"), or None."""
    first, _, rest = span.of(text).partition(" ")
    manner = (
        first.endswith("ment") and rest.split("-")[0].split(" ")[0] in first_names()
    )  # « Immédiatement Jean Dubois »
    describes = manner or first.lower() in _DESCRIBING or first.lower() in person_nouns()
    office = first == "National" or rest.startswith("National ")
    if not rest or not describes or first in first_names() or first in places() or office:
        return None  # "National Security Advisor Jane Miller"
    if not begins_sentence(text, span.start, paragraph) or not (" " in rest or _alone(text, first, rest)):
        return None
    return [Candidate(Span(span.end - len(rest), span.end), EntityType.PERSON, 1.0, "rule:person-noun")]


def _alone(text: str, first: str, name: str) -> bool:
    """Tell a family name that the text also has without the word before it."""
    return any(not text[:start].endswith(f"{first} ") for start in whole_words(text, name))


# "DeMaurice Smith", "LaToya Jones", no "LaGuardia Airport"
_AMERICAN = re.compile(r"(?:De|La|Le|Ja|Ke|Ta|Ra|Sha)[A-Z][a-z]{2,}")


def _typed(text: str, span: Span, found: list[re.Match[str]]) -> Iterator[Candidate]:
    """Yield what the tables say of a row of capitals, less the article or number before it (« Trois Canadiens »)."""
    whole = " ".join(word.group() for word in found)
    opens = found[0].group().lower() in listed("function_words", "headline_words")
    small = found[0].group() in _ARTICLES or opens
    if len(found) > 1 and small and whole not in places():
        span, found = Span(span.start + found[1].start(), span.end), found[1:]
    words = [word.group() for word in found]
    name = " ".join(words)
    yield from _of_people(text, span, name)
    if name in places():
        several = 1.0 if " " in name and places()[name] < 1.0 else 0.0  # "San Pedro Sula" is nobody
        yield Candidate(span, EntityType.PLACE, places()[name] + several, "table:places")
    land = places().get(name, 0.0) >= PLACE_WEIGHT["country"]  # « le Costa Rica »
    if land or not 2 <= len(words) <= 5 or holds(words, "organization_words", "event_words"):
        return
    called = words[0].split("-")[0] in first_names() or _plain(words[0]) in first_names()
    if len(words) == 2 and _AMERICAN.fullmatch(words[0]) is not None and name not in places():
        yield Candidate(span, EntityType.PERSON, 3.0, "rule:american-name")
    if called and words[0] not in _SAINTS and not FIRM_END.search(name):  # "Elliott Management"
        yield Candidate(span, EntityType.PERSON, 1.5, "table:first-names")
    elif words[-1].split("-")[-1] in family_names() and not holds(words, "place_words", "work_words"):
        yield Candidate(span, EntityType.PERSON, 1.2, "table:family-names")


def _of_people(text: str, span: Span, name: str) -> Iterator[Candidate]:
    """Yield a name as that of a people, by the table or by what stands around it."""
    if name in demonyms() and places().get(name, 0.0) < PLACE_WEIGHT["country"]:  # « les Philippines »
        yield Candidate(span, EntityType.GROUP, 6.0, "table:demonyms")
    elif " " not in name and aged_inhabitant(text, span):
        yield Candidate(span, EntityType.GROUP, 6.0, "rule:inhabitants", firm=True)


def _plain(name: str) -> str:
    """Return a first name without accents: tables have « Maria » where the text has « María »."""
    return fold(name).capitalize()

"""Reads rows of capital words that hold more than one name, or one name that small words join."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import takewhile
from typing import Final

from kg.annotate.names.candidate import Candidate
from kg.lexicon.closed import AFTER_NAMES
from kg.lexicon.known import known_by_form, papers
from kg.lexicon.peoples import parties
from kg.lexicon.tables import demonyms, first_names, lexicon, listed, person_nouns, places
from kg.model import EntityType, Span

KINDS: Final = frozenset(  # « le groupe du BTP Valmer », "Retailer Boots"
    """ong asbl ngo btp pme eti tpe esn ssii scop retailer carmaker automaker chipmaker drugmaker insurer lender brewer
    planemaker steelmaker housebuilder bookmaker rival airline supermarket distiller phonemaker shipbuilder""".split()
)
_CAPITAL: Final = r"(?:[A-ZÀ-ÖØ-ÞŒ](?:[\w-]|c?['’](?=[A-ZÀ-Ý]|[huao]\b))*)"
# « Marc Ladreit de Lacharrière », « Henri de La Tour »
_OF_LAND: Final = re.compile(
    rf"(?<![\w-])(?P<first>[A-ZÀ-Þ][a-zà-ÿ]+(?:-[A-ZÀ-Þ][a-zà-ÿ]+)?)(?P<middle>(?:[ \u00a0]{_CAPITAL}){{0,2}})[ \u00a0]"
    rf"(?:de[ \u00a0](?:La[ \u00a0]|la[ \u00a0])?|d['’]|du[ \u00a0])(?P<land>{_CAPITAL}(?:[ \u00a0-]{_CAPITAL})?)"
)
_ESTATE: Final = re.compile(r"[ \u00a0]de[ \u00a0]La[ \u00a0]")  # « François de La Valette », of whatever town
_PAPER: Final = re.compile(r"\b(?:[Dd]u|[Aa]u|[Aa]ux|[Dd]es)[ \u00a0](?=[A-ZÀ-Þ])")
_READ: Final = re.compile(
    r"\b(?:déclar\w+|confi\w+|affirm\w+|expliqu\w+|indiqu\w+|racont\w+|dit|révél\w+|sources?|informations?|révélations?"
    r"|journalistes?|éditions?|colonnes|une|articles?|enquête|site|lecteurs|rédaction|interviews?|entretien|directeur"
    r"|directrice|correspondante?|chef|tribune|éditorial|éditorialiste|lecture|rapporté|précis\w+|raconte|répond\w*|selon"
    r"|numéro|archives|dessinateur|chroniqueur|chroniqueuse|reporter)(?:[ \u00a0][\w’'-]+){0,3}[ \u00a0]?$"
)
_HOME: Final = re.compile(r"([A-Z][\w.]+)-(?:based|headquartered)")
_TOWN_OF: Final = re.compile(
    r"\b(?:town|city|village|municipality|port|suburb|township|hamlet|district|province) of "
    rf"(?P<town>{_CAPITAL}(?: (?:(?:de|la|del|el|on(?! [A-Z][a-z]+day\b)|upon) )*{_CAPITAL}){{0,3}})(?!['’]s|[\w-])"
)
# « Anne Dubois (ex-CDH) », « Paul Martin (ex-Parti libéral) »
_FORMERLY: Final = re.compile(
    rf"[A-ZÀ-Þ][\w’'-]+[ \u00a0]\((?:[Ee]x[- ])(?P<party>{_CAPITAL}(?:[ \u00a0]?&?[\w’'-]+){{0,3}})(?=\))"
)
_PLAIN: Final = re.compile(r"[A-ZÀ-Þ][a-zà-ÿ]+(?:-[A-ZÀ-Þ]?[a-zà-ÿ]+)?")


def rows(text: str, language: str) -> Iterator[Candidate]:
    """Yield names of persons with « de », papers after « du » and « au », parties after « (ex- »."""
    if language != "fr":
        for match in _TOWN_OF.finditer(text):
            yield Candidate(Span(*match.span("town")), EntityType.PLACE, 4.0, "rule:town-of", firm=True)
        return
    for match in _OF_LAND.finditer(text):
        if _noble(match):
            firm = _ESTATE.search(match.group()) is not None
            person = Candidate(Span(*match.span()), EntityType.PERSON, 2.0, "rule:of-land", firm=firm)
            yield _named_after(text, match) or person
    yield from _parties_and_papers(text)


def _parties_and_papers(text: str) -> Iterator[Candidate]:
    for match in _FORMERLY.finditer(text):
        yield Candidate(Span(*match.span("party")), EntityType.ORGANIZATION, 3.0, "rule:former-party", firm=True)
    for match in _PAPER.finditer(text):
        paper = next(
            (form for form in _papers_by_word().get(_word(text, match.end()), ()) if _at(text, match, form)), ""
        )
        if paper and _READ.search(text[max(0, match.start() - 60) : match.start()]):
            span = Span(match.end(), match.end() + len(paper))
            yield Candidate(span, EntityType.ORGANIZATION, 5.0, f"known:{papers()[paper].key}", firm=True)


def _named_after(text: str, match: re.Match[str]) -> Candidate | None:
    """Return the school or street of « le lycée Alexis de Tocqueville », or None."""
    head = re.search(r"([\w-]+)[ \u00a0]$", text[max(0, match.start() - 20) : match.start()])
    for words, kind in (("institution_heads", EntityType.ORGANIZATION), ("site_heads", EntityType.PLACE)):
        if head and head[1].lower() in lexicon()[words]:
            span = Span(match.start() - len(head.group()), match.end())
            return Candidate(span, kind, 3.0, "rule:institution", firm=True)
    return None


def _word(text: str, start: int) -> str:
    found = re.match(r"\w+", text[start : start + 30])
    return found.group() if found else ""


def _at(text: str, match: re.Match[str], form: str) -> bool:
    return text.startswith(form, match.end()) and not re.match(r"[\w-]", text[match.end() + len(form) :][:1])


@cache
def _papers_by_word() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for form in sorted(papers(), key=lambda form: (-len(form), form)):
        found.setdefault(form.split()[0], []).append(form)
    return {word: tuple(forms) for word, forms in found.items()}


def _noble(match: re.Match[str]) -> bool:
    """Tell « Dominique de Villepin » from « Paul de France », « Olympique de Marseille »."""
    first, middle, land = match["first"], match["middle"].split(), match["land"]
    if (
        first.startswith("Saint")
        or any(part not in first_names() for part in first.split("-"))
        or first in places()
        or first.lower() in listed("institution_heads", "site_heads")  # « la Maison de la Chimie »
        or ((land in places() or land in known_by_form()) and not _ESTATE.search(match.group()))
    ):
        return False
    lists = listed("organization_words", "event_words", "person_titles")
    return not any(word.lower() in lists for word in (*middle, *land.split()))


def two_persons(text: str, span: Span, words: list[re.Match[str]]) -> list[Candidate] | None:
    """Return the persons of « François Hollande Arnaud Montebourg », or None."""
    names = [word.group() for word in words]
    article = re.search(r"\b(?:[Tt]he|[Ll]e|[Ll]a|[Dd]u|[Ll]es)[ \u00a0]$", text[max(0, span.start - 5) : span.start])
    if article or len(names) != 4 or not all(_PLAIN.fullmatch(name) for name in names):
        return None
    called = [name.split("-")[0] in first_names() for name in names]
    if called != [True, False, True, False] or any(name.lower() in lexicon()["organization_words"] for name in names):
        return None
    cut = span.start + words[1].end()
    ends = (Span(span.start, cut), Span(span.start + words[2].start(), span.end))
    return [Candidate(end, EntityType.PERSON, 1.5, "rule:two-persons", firm=True) for end in ends]


def given_names(text: str, span: Span, parts: list[Span]) -> bool:
    """Tell "Farid Khalil Al Siddiqi", of which a model makes Farid and Khalil Al Siddiqi: one person's given names."""
    called = [part for part in parts if part.of(text) in first_names() and part.of(text) not in places()]
    rest = [part for part in parts if part.of(text).partition(" ")[0] in first_names() and part.end == span.end]
    return len(parts) == 2 and any(a.start == span.start and a.end + 1 == b.start for a in called for b in rest)


def labelled(span: Span, words: list[re.Match[str]]) -> list[Candidate] | None:
    """Return the person of "Libertarian Ed Sosa", "Democrat Jane Miller", « République Pierre Sennès », or None."""
    if len(words) not in (3, 4):
        return None
    label, called = words[0].group(), words[1].group()
    says = label in parties("en") or label in demonyms() or label.lower() in person_nouns() or label in _LABELS
    several = label in demonyms() and label.endswith("s") and all(_PLAIN.fullmatch(word.group()) for word in words)
    if not says or label in first_names() or label in places() or not (called in first_names() or several):
        return None
    if words[-1].group().lower() in listed("organization_words", "place_words"):
        return None
    honoured = len(words) > 3 and words[-1].group().lower() in AFTER_NAMES  # "Prosecutor Jane Miller QC"
    name = Span(span.start + words[1].start(), span.start + words[-1 - honoured].end())
    person = Candidate(name, EntityType.PERSON, 1.5, "rule:labelled", firm=True)
    green = Candidate(Span(span.start, span.start + len(label)), EntityType.GROUP, 6.0, "rule:labelled", firm=True)
    return [green, person] if label in _GREEN else [person]


def based(span: Span, words: list[re.Match[str]]) -> list[Candidate] | None:
    """Return the place and what follows it of "Bend-based Ridgeline Paving", or None."""
    home = _HOME.fullmatch(words[0].group())
    if home is None or len(words) < 2:
        return None
    place = Candidate(Span(span.start, span.start + len(home[1])), EntityType.PLACE, 2.0, "rule:based")
    return [place, Candidate(Span(span.start + words[1].start(), span.end), EntityType.ORGANIZATION, 1.0, "rule:based")]


def addressed(span: Span, words: list[re.Match[str]]) -> list[Candidate] | None:
    """Return the person of "Prof Ifeoma Blackwood-Nwosu", "Det Insp Jane Miller", or None."""
    count = sum(1 for _ in takewhile(lambda word: word.group().lower().rstrip(".") in _ADDRESS, words))
    called = [word.group() for word in words[count:]]
    plain = called[1:] if called and _LETTERS.fullmatch(called[0]) else called  # "Dr AK Abdul Momen"
    if not count or not 2 <= len(called) <= 4 or not all(_CALLED.fullmatch(name) for name in plain):
        return None
    if {name.lower() for name in called} & listed("organization_words", "place_words"):
        return None
    name = Span(span.start + words[count].start(), span.end)
    return [Candidate(name, EntityType.PERSON, 2.0, "rule:title", firm=True)]


_ADDRESS: Final = frozenset(
    "mr mrs ms miss dr prof professor sir dame sgt capt lt col gen rev supt det insp cllr ch fr dci pc wpc".split()
)
_LETTERS: Final = re.compile(r"[A-Z]{2,3}")
_CALLED: Final = re.compile(r"[A-ZÀ-Þ]\.|(?:O['’]|Mc|Mac|al-)?[A-ZÀ-Þ][a-zà-ÿ]+(?:-[A-ZÀ-Þ]?[a-zà-ÿ]+)*")
_GREEN: Final = ("Vert", "Verte")  # « la Verte Anne Dubois »
_LABELS: Final = frozenset(
    (
        "Libertarian",
        "Independent",
        "République",
        "Trésor",
        "Treasury",
        "Constitution",
        "Intérieur",
        "Défense",
        "Justice",
        "Nobel",
        *_GREEN,
    )
)


def without_seat(parts: list[re.Match[str]]) -> list[re.Match[str]]:
    """Return the words less "Maryland's", a place whose body or office it is: no "King's College Director"."""
    first = parts[0].group() if len(parts) > 1 else ""
    return parts[1:] if first.endswith(("'s", "’s")) and first[:-2] in places() else parts

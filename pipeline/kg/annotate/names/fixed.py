"""Spots names of fixed shape though their parts are common words: laws, prizes, ships, datelines, national bodies."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from kg.annotate.datelines import LONGEST, dateline_names
from kg.annotate.names.branches import branches
from kg.annotate.names.candidate import Candidate, firm_name
from kg.annotate.names.capital_words import PLAIN_CAPITAL, PLAIN_NAME
from kg.annotate.names.english_bodies import english_bodies
from kg.annotate.names.english_journals import english_journals
from kg.annotate.names.english_places import english_places
from kg.annotate.names.formal import formal
from kg.annotate.names.french_events import french_events
from kg.annotate.names.launched import launched
from kg.annotate.names.national import national_bodies
from kg.annotate.names.no_names import NO_NAME
from kg.annotate.names.numbered import numbered
from kg.annotate.names.opening_firms import opening_firms
from kg.annotate.names.products import MAKERS
from kg.annotate.names.quoted_titles import quoted_titles, titles_behind_kinds, titles_by_capitals
from kg.annotate.names.shapes import shapes
from kg.annotate.names.small_headed import small_headed
from kg.annotate.names.small_quoted import small_quoted
from kg.annotate.names.told_firms import told_firms
from kg.annotate.names.told_works import told_works
from kg.lexicon.known import known_by_form
from kg.lexicon.peoples import parties
from kg.lexicon.tables import demonyms, first_names, lexicon, places
from kg.model import EntityType, Span
from kg.model.annotation import Quote

# « CLERMONT-FERRAND, 20 juil. – », "BATON ROUGE, La. --", « PARIS (AFP) - »: where the news was written.
_DATELINE = re.compile(
    r"[A-ZÀ-Þ][A-ZÀ-Þ.'’]*(?:[ -][A-ZÀ-Þ.'’]{2,})*"
    r"(?=(?:,[^\n–—]{2,24})?[ \u00a0]?(?:\([^)\n]{2,40}\)[ \u00a0]?)?(?:--|[–—]|- ))"
)
_BEHIND_MAKERS: Final = tuple(sorted(f"{maker} " for maker in MAKERS))
# « le prix Peter Mackler »: named after somebody, by his full name
_NAMED_AFTER = re.compile(
    rf"(?<![\w-])(?i:prix|trophée|bourse)[ \u00a0](?P<first>{PLAIN_CAPITAL})[ \u00a0]{PLAIN_NAME}"
)
_AND_ANOTHER: Final = re.compile(
    rf"(?P<names>(?:,[ \u00a0]{PLAIN_CAPITAL}){{0,3}}[ \u00a0]et[ \u00a0]{PLAIN_CAPITAL})(?![\w-])(?![ \u00a0][A-ZÀ-Þ])"
)
# « le pilote Ferrari Paul Martin », « le coureur de la Cofidis Paul Martin »: the team before who races for it
_RACER = re.compile(
    r"\b(?:pilote|coureur|coureuse|cycliste|sprinte[ur]r?|grimpeur|équipier|coéquipier)[ \u00a0]"
    rf"(?:(?P<one>de la[ \u00a0]|de l['’])|de[ \u00a0]|d['’]|du[ \u00a0])?(?P<team>{PLAIN_CAPITAL})[ \u00a0]"
    rf"(?P<who>(?P<first>{PLAIN_CAPITAL})[ \u00a0]{PLAIN_NAME})"
)
# "St Oswin's Hospice", "New People's Party"
_POSSESSED = re.compile(
    r"(?<![\w-])(?!The[ \u00a0])(?:St\.?[ \u00a0][A-Z]\w+|(?:[A-Z]\w+[ \u00a0])*"
    r"(?:People|Women|Children|Queen|King|Men|Worker|Farmer"
    r"|Player|Teacher|Mother|Bishop|Girl|Boy|Lawyer|Doctor|Student)s?)['’]s?[ \u00a0]"
    r"(?P<head>(?:[A-Z][\w-]+[ \u00a0])*[A-Z][\w-]+)"
)
# "the Ethics and Anti-Corruption Commission", "the Rail, Maritime and Transport Union"
_JOINED = re.compile(
    r"(?:(?<=\b[Tt]he )|(?<=['’]s ))(?:U\.S\. |National |Royal |[A-Z][a-z]+(?:an|ish|ese) )?(?P<first>[A-Z][a-z]{2,})"
    r"(?:, [A-Z][a-z]{2,}){0,3},? and "
    r"(?P<second>[A-Z][\w-]+) "
    r"(?:[A-Z][\w-]+ ){0,4}"
    r"(?:Commission|Council|Agency|Authority|Administration|Board|Department|Ministry|Committee|Office|Service|Association"
    r"|Union|Institute|Federation|Bureau|Fund|Foundation|Tribunal|Organi[sz]ation|Center|Centre|Museum|Gallery|Hospital"
    r"|(?P<local>Trust|Police|Constabulary|Partnership|Railway|Diocese))(?![\w-])"
)
# "the Green Party of Canada", whatever stands for the party elsewhere
_PARTY_OF = re.compile(r"(?:[A-Z][a-z]+ ){1,3}Party of (?P<land>Great Britain|New Zealand|[A-Z][a-z]+)(?![\w-])")

# "MP for Kingston and Surbiton", "the Labour MP for Inverness, Nairn, Badenoch and Strathspey": one seat
_SEAT = re.compile(
    r"\b(?:MP|MSP|MLA|MPP|TD|[Mm]ember of Parliament) for (?:the )?(?P<seat>[A-Z][\w-]+(?: [A-Z][\w-]+)*"
    r"(?:, [A-Z][\w-]+(?: [A-Z][\w-]+)*)*,? and (?P<last>[A-Z][\w-]+(?: [A-Z][\w-]+)*))"
    r"(?=[,.;:)]|$| (?:said|told|has|had|was|is|who|since|from|until|in|and|asked|called|resigned)\b)"
)

# "the Westmorland and Lonsdale MP"
_SEAT_BEFORE = re.compile(
    r"\b[Tt]he (?P<seat>[A-Z][a-z]+(?: [A-Z][a-z]+)?,? and (?P<last>[A-Z][a-z]+(?: [A-Z][a-z]+)?)) (?:MP|MSP)\b"
)
# "the Liberal member for Wentworth", set apart: a seat of parliament
_SEATED = re.compile(
    r"(?:, (?:the )?(?:[A-Z][a-z]+ )?|[Tt]he (?:[A-Z][a-z]+ )?)[Mm]ember for (?P<seat>[A-Z][\w-]+)(?=[,.;])"
)


def fixed(text: str, paragraphs: tuple[Span, ...], quotes: tuple[Quote, ...], language: str) -> Iterator[Candidate]:
    """Yield such names, firm: nothing shorter inside them is a name of its own."""
    heads = tuple(a for a, b in pairwise(paragraphs) if a.end == b.start and a.end - a.start <= LONGEST)
    for paragraph in paragraphs:
        if paragraph in heads:
            yield from _of_dateline(text, paragraph)
            continue
        found = _DATELINE.match(text, paragraph.start)
        if found and len(found.group()) > 2:
            yield firm_name(Span(*found.span()), EntityType.PLACE, "rule:dateline")
    yield from (c for c in _shaped(text, language) if not any(head.contains(c.span) for head in heads))
    if language == "fr":
        yield from national_bodies(text)
        yield from french_events(text)
        yield from _named_after(text)
        yield from _racers(text)
        yield from numbered(text)
        yield from (*opening_firms(text), *small_quoted(text, quotes))
    else:
        yield from _possessed(text)
        yield from _joined(text)
        yield from _parties_of(text)
        yield from _seats(text)
        yield from branches(text)
        yield from english_bodies(text)
        yield from english_journals(text)
        yield from (*english_places(text), *small_headed(text))
        yield from (*formal(text), *told_firms(text))
        yield from titles_by_capitals(text, quotes)
        yield from titles_behind_kinds(text)
    yield from quoted_titles(text, quotes)
    yield from (*told_works(text, quotes, language), *launched(text, language))


def _of_dateline(text: str, head: Span) -> Iterator[Candidate]:
    for start, end, kind in dateline_names(head.of(text)):
        span = Span(head.start + start, head.start + end)
        if not NO_NAME.fullmatch(span.of(text)):  # « VIDÉO - … »
            yield firm_name(span, kind, "rule:dateline")


def _shaped(text: str, language: str) -> Iterator[Candidate]:
    for pattern, kind in shapes(language):
        for match in pattern.finditer(text):
            by_names = kind is EntityType.GROUP and _each_by_name(text, match)
            known = match.group() in known_by_form()  # « M23 » are rebels, « A350 » is an aircraft
            if not known and not by_names and not _of_maker(text, match):
                yield firm_name(Span(*match.span()), kind, "rule:fixed")


def _of_maker(text: str, road: re.Match[str]) -> bool:
    """Tell « l'Audi A3 », a car, from « l'autoroute A3 »."""
    return road.group()[1:].isdigit() and text.endswith(_BEHIND_MAKERS, max(0, road.start() - 20), road.start())


def _each_by_name(text: str, match: re.Match[str]) -> bool:
    """Tell « les sœurs Claire et Julie », who are told by their first names, from « les frères Dalton »."""
    others = _AND_ANOTHER.match(text, match.end())
    words = (match.group().split()[-1], *re.findall(r"[\w-]+", others["names"])) if others is not None else ()
    return len(words) > 1 and all(word.split("-")[0] in first_names() for word in words if word != "et")


def _named_after(text: str) -> Iterator[Candidate]:
    """Yield prizes that bear somebody's full name: « le prix Peter Mackler »; a laureate comes after « Nobel »."""
    for match in _NAMED_AFTER.finditer(text):
        if match["first"] in first_names():
            yield firm_name(Span(*match.span()), EntityType.WORK, "rule:named-after")


def _racers(text: str) -> Iterator[Candidate]:
    """Yield the team and whoever races for it, which stand side by side without a comma."""
    for match in _RACER.finditer(text):
        first, team = match["first"].split("-")[0], match["team"]
        apart = team in known_by_form() or team.split("-")[0] not in first_names()
        if match["one"] or (first in first_names() and apart):
            yield firm_name(Span(*match.span("team")), EntityType.ORGANIZATION, "rule:racing-team")
            yield firm_name(Span(*match.span("who")), EntityType.PERSON, "rule:racing-team")


def _joined(text: str) -> Iterator[Candidate]:
    """Yield bodies in charge of two things, where the first is no name of its own ("the Senate and House Board").

    Hospitals and police are of two towns: "the York and Scarborough Hospitals Trust".
    """
    for match in _JOINED.finditer(text):
        first = match["first"]
        named = first in known_by_form() or first in places() or first in parties("en") or first in demonyms()
        both = match["local"] is not None and (first in places() or match["second"] in places())
        if both or not (named or match["local"] or first.lower() in lexicon()["organization_words"]):
            yield firm_name(Span(*match.span()), EntityType.ORGANIZATION, "rule:joined")


def _parties_of(text: str) -> Iterator[Candidate]:
    """Yield parties whose land is part of the name."""
    for match in _PARTY_OF.finditer(text):
        span = Span(match.start() + 4 if match.group().startswith("The ") else match.start(), match.end())
        if match["land"] in places() and text[span.end : span.end + 2] not in ("'s", "’s"):
            yield firm_name(span, EntityType.ORGANIZATION, "rule:party-of")


def _seats(text: str) -> Iterator[Candidate]:
    """Yield the constituency of a member whose name joins several places; whoever has a first name is somebody else."""
    for match in (*_SEAT.finditer(text), *_SEAT_BEFORE.finditer(text)):
        partisan = match["last"] in parties("en") or match["seat"].split(" and ")[0] in parties("en")
        if not partisan and (match["last"].split()[0] not in first_names() or " " not in match["last"]):
            yield firm_name(Span(*match.span("seat")), EntityType.PLACE, "rule:seat")
    for match in _SEATED.finditer(text):
        yield firm_name(Span(*match.span("seat")), EntityType.PLACE, "rule:seat")


def _possessed(text: str) -> Iterator[Candidate]:
    for match in _POSSESSED.finditer(text):
        head = match["head"].lower().split()[-1]
        if match.group().partition(match["head"])[0].strip().endswith(("People's", "People’s")):
            yield firm_name(Span(*match.span()), EntityType.ORGANIZATION, "rule:possessive")
            continue  # "Supreme People's Procuratorate"
        for kind, words in ((EntityType.ORGANIZATION, "organization_words"), (EntityType.PLACE, "place_words")):
            if head in lexicon()[words]:
                yield firm_name(Span(*match.span()), kind, "rule:possessive")
                break

"""Counts the votes on what kind of thing each name names: models, tables, the words around, the whole document."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import cache
from typing import Final

from kg.annotate.names.agents import acts
from kg.annotate.names.around import around
from kg.annotate.names.being import said_to_be
from kg.annotate.names.candidate import Candidate
from kg.annotate.names.cues import cues, full_name, unknown_person
from kg.annotate.names.houses import firm_noun
from kg.annotate.names.kinds_of_rows import votes_of_kinds
from kg.annotate.names.listed_together import votes_of_aliases, votes_of_lists, votes_of_people, votes_of_towns
from kg.annotate.names.party_rows import is_partisan
from kg.annotate.names.placed import placed, within
from kg.annotate.names.press import press
from kg.annotate.names.sport import sporting, teams
from kg.annotate.names.titles import titles
from kg.lexicon.initials import spells
from kg.lexicon.known import known_by_form
from kg.lexicon.tables import first_names, fold, lexicon, places
from kg.model import EntityType, Span

Votes = dict[EntityType, float]
# News names a person in full, at least once. Of single words that both French models call a person, though the
# article gives no first name, a third are persons (WiNER-fr, January to March 2017); where one model does, a sixth.
_LONE: Final = 0.4
_FIRM: Final = 4.0  # "Brandt" beside "Brandt Logistics"
_LONE_FIRM: Final = 1.5  # « Meridian » beside « Meridian Global », just more than what both models say
_PUBLIC: Final = frozenset(  # "Maravian" beside "Maravian parliament" is of a people
    "parliament government army police ministry council court senate navy embassy assembly congress authorities".split()
)
_LANDS: Final = frozenset("county district province prefecture governorate municipality region constituency".split())
_TOWN: Final = 0.25  # with what the table says, just more than what one model does
_UNKNOWN: Final = 0.7  # two or three capital words that nobody knows
_INITIALS: Final = re.compile(r"^(?:[a-z]{1,2}\.? )+")  # "YS Jagan Mohan Reddy", who goes by "Jagan"
_UNSURE: Final = frozenset(("model:ner", "model:news_ner", "rule:acronym", "rule:capitals"))
_INERT: Final = (EntityType.PLACE, EntityType.WORK, EntityType.EVENT)  # what does not act
_CAPITAL_BEHIND: Final = re.compile(r" [A-ZÀ-Þ]")  # « Le Parisien Jean Dubois » is no paper
_ONE: Final = re.compile(r"(?<!\w)[Uu]ne?[ \u00a0]$")
_ARTICLES: Final = ("al-", "el-", "ul-")  # of Arabic family names, which papers leave out later on
_TOLD: Final = 1.5  # of « le virus X », which no model says


def votes_by_form(text: str, groups: dict[Span, list[Candidate]]) -> dict[str, Votes]:
    """Return the votes on each folded form: of models and tables the mean over its places, of words around the sum."""
    seen: dict[str, Votes] = defaultdict(lambda: defaultdict(float))
    told: dict[str, Votes] = defaultdict(lambda: defaultdict(float))
    number: Counter[str] = Counter()
    for span, candidates in groups.items():
        key = fold(span.of(text))
        number[key] += 1
        _count(text, span, candidates, seen[key])
        place = seen[key].get(EntityType.PLACE, 0.0) > seen[key].get(EntityType.PERSON, 0.0)
        for kind, weight in (
            *cues(text, span),
            *around(text, span),
            *said_to_be(text, span),
            *teams(text, span, place=place),
            *titles(text, span),
            *press(text, span),
            *placed(text, span),
        ):
            told[key][kind] += weight
    full = _full_names(seen, told)
    forms: dict[str, Votes] = {}
    for key, times in number.items():
        votes = defaultdict(float, {kind: weight / times for kind, weight in seen[key].items()})
        if _lone(key, full) and told[key].get(EntityType.PERSON, 0.0) < 1.0:
            votes[EntityType.PERSON] *= _LONE
        for kind, weight in told[key].items():
            votes[kind] += weight
        if key in _folded_parties():  # « députée LREM »: the title is of whoever is named next, or of nobody
            votes.pop(EntityType.PERSON, None)
        forms[key] = {kind: weight for kind, weight in votes.items() if weight}
    _no_persons(text, groups, full, forms)
    firsts = _firsts(text, groups)
    firms = {form for form, at in firsts.items() if firm_noun(text, at)}
    _full_names_type_short_ones(forms, full, firsts, firms)
    spans = sorted(groups)
    _add(forms, [*votes_of_kinds(text, spans, {form: best(votes) for form, votes in forms.items()})])
    kinds = {form: best(votes) for form, votes in forms.items()}
    told_together = (votes_of_lists, votes_of_towns, votes_of_people, votes_of_aliases)
    _add(forms, [vote for votes_of in told_together for vote in votes_of(text, spans, kinds)])
    return forms


def _add(forms: dict[str, Votes], votes: Iterable[tuple[str, EntityType, float]]) -> None:
    for form, kind, weight in votes:
        forms[form][kind] = forms[form].get(kind, 0.0) + weight


def _firsts(text: str, groups: dict[Span, list[Candidate]]) -> dict[str, int]:
    """Return where each folded form stands first."""
    firsts: dict[str, int] = {}
    for span in groups:
        key = fold(span.of(text))
        firsts[key] = min(span.start, firsts.get(key, span.start))
    return firsts


def _no_persons(text: str, groups: dict[Span, list[Candidate]], full: list[str], forms: dict[str, Votes]) -> None:
    """Let no word for a people be a person, and no letters but the initials of somebody whom the text names.

    Letters that only models take for a place name a body: « Selon ATMB » (WiNER-fr 2016: 96 of 99).
    """
    for span, candidates in groups.items():
        form, by = fold(span.of(text)), {candidate.by for candidate in candidates}
        votes = forms.get(form, {})
        if "rule:letters" in by or any(one.startswith("known:") for one in by):
            continue
        if "rule:acronym" in by:
            spelt = any(spells(form, re.split("[ -]", name)) for name in full)
            bodies = ({EntityType.PERSON} if not spelt else set()) | ({EntityType.PLACE} if by <= _UNSURE else set())
            for kind in bodies & {*votes}:
                votes[EntityType.ORGANIZATION] = votes.pop(kind) + votes.get(EntityType.ORGANIZATION, 0.0)
        elif "table:demonyms" in by and EntityType.PERSON in votes:
            del votes[EntityType.PERSON]
        elif (
            by <= _UNSURE | {"rule:opening-firm"}
            and best(votes) in _INERT
            and form not in _folded_places()
            and acts(text, span)
        ):
            votes[EntityType.ORGANIZATION] = sum(votes.pop(kind, 0.0) for kind in (*_INERT, EntityType.ORGANIZATION))


def _counting(candidates: list[Candidate]) -> list[Candidate]:
    """Return the candidates whose votes count: what is known there is no people, « indique le Parisien »."""
    known = any(candidate.by.startswith("known:") for candidate in candidates)
    return [candidate for candidate in candidates if not (known and candidate.by == "table:demonyms")]


def _count(text: str, span: Span, candidates: list[Candidate], votes: Votes) -> None:
    """Add the votes of models and tables on one place."""
    thing = _with_article(text, span)
    for candidate in candidates if _CAPITAL_BEHIND.match(text, span.end) else _counting(candidates):
        called = candidate.type is EntityType.PERSON and not candidate.firm
        if candidate.type is not None and not (thing and called):
            votes[candidate.type] += candidate.weight
    if any(one.by == "table:places" and one.weight < 1.0 for one in candidates) and not sporting(text):
        votes[EntityType.PLACE] += _TOWN
    if not votes and unknown_person(text, span):
        votes[EntityType.PERSON] += _UNKNOWN
    by = {candidate.by for candidate in candidates if candidate.type is EntityType.PLACE}
    if best(votes) is EntityType.PLACE and by == {"model:ner"} and not thing and full_name(text, span):
        votes[EntityType.PERSON] += votes[EntityType.PLACE]  # the stock model takes unknown full names for places
    if best(votes) is EntityType.PERSON and {c.by for c in candidates if c.type is not None} == {"model:ner"}:
        votes[EntityType.PLACE] += votes.pop(EntityType.PERSON) if within(text, span) else 0.0


def _with_article(text: str, span: Span) -> bool:
    """Tell "the Ferris Wheel", "the Frog Jump": persons have no article, save before a noun ("the Bob Ray trial").

    So « une Facel Vega HK500 », not « un Paul Martin très en forme ».
    """
    first, blank, _ = span.of(text).partition(" ")
    if blank and _ONE.search(text, max(0, span.start - 5), span.start) is not None:
        return first.partition("-")[0] not in first_names()
    several = blank != "" and text[max(0, span.start - 5) : span.start] in (" the ", " The ")
    after = re.match(r"['’]s?\b|[ -]([a-z]+)", text[span.end : span.end + 20])
    return several and (after is None or after[1] in lexicon()["function_words"])


def _full_names(seen: dict[str, Votes], told: dict[str, Votes]) -> list[str]:
    """Return the forms of several words that are persons beyond doubt."""
    found = []
    for form, votes in seen.items():
        both = {kind: votes.get(kind, 0.0) + told[form].get(kind, 0.0) for kind in {*votes, *told[form]}}
        others = sum(weight for kind, weight in both.items() if kind is not EntityType.PERSON)
        if " " in form and both.get(EntityType.PERSON, 0.0) > others:
            found.append(form)
    return found


def _lone(form: str, full: list[str]) -> bool:
    """Tell a single word that is no first name and no part of a full name of the text."""
    if " " in form or form.partition("-")[0].capitalize() in first_names():
        return False
    return not _of_somebody(form, full)


def _of_somebody(form: str, full: list[str]) -> bool:
    middle = f" {form} "  # "Castillo" of "Byron Castillo Segura": the father's name comes first
    ends = (f" {form}", *(f" {article}{form}" for article in _ARTICLES))  # "Burhan" of "Abdel Fattah al-Burhan"
    return any(name.endswith(ends) or middle in name or _INITIALS.sub("", name).startswith(f"{form} ") for name in full)


def _is_firm(name: str) -> bool:
    return name.rstrip(".").rpartition(" ")[2] in lexicon()["firm_words"]


def _firm_before(form: str, forms: dict[str, Votes], full: list[str], firsts: dict[str, int], told: set[str]) -> bool:
    """Tell "Atherton" that stands for "Atherton Foods" before the text names its founder, Albert Atherton.

    So does « Reyl » of « la banque suisse Reyl » before it names François Reyl.
    """
    firms = [f for f in forms if f.startswith(f"{form} ") and _is_firm(f) and best(forms[f]) is EntityType.ORGANIZATION]
    people = [firsts[name] for name in full if name.endswith(f" {form}")]
    known = known_by_form().get(form.title())
    if not people or (known is not None and known.type is EntityType.PERSON):
        return False
    named = min((firsts[firm] for firm in firms), default=-1 if form in told else firsts[form])
    return named < firsts[form] < min(people)


def _full_names_type_short_ones(
    forms: dict[str, Votes], full: list[str], firsts: dict[str, int], told: set[str]
) -> None:
    """Let « Kamala Harris » make « Harris » a person; the full name's own vote decides."""
    for form, votes in forms.items():
        if _firm_before(form, forms, full, firsts, told):
            votes[EntityType.ORGANIZATION] = votes.get(EntityType.ORGANIZATION, 0.0) + 100.0
        elif _of_somebody(form, full):
            town = form in _folded_places()  # "Salinas" beside "Daniel Salinas", not "London" beside "Jack London"
            votes[EntityType.PERSON] = votes.get(EntityType.PERSON, 0.0) + (1.5 if town else 100.0)
    _firms_type_short_ones(forms, full)
    _lands_type_short_ones(forms, full)


def _firms_type_short_ones(forms: dict[str, Votes], full: list[str]) -> None:
    firms = [form for form, votes in forms.items() if " " in form and best(votes) is EntityType.ORGANIZATION]
    for form, votes in forms.items():
        longer = [firm for firm in firms if firm.startswith(f"{form} ")]
        if not longer or form in _folded_places():
            continue
        if any(_is_firm(firm) for firm in longer) and not _of_somebody(form, full):
            votes[EntityType.ORGANIZATION] = votes.get(EntityType.ORGANIZATION, 0.0) + _FIRM
        elif _lone(form, full):
            public = any(firm.rpartition(" ")[2] in _PUBLIC for firm in longer)
            votes[EntityType.ORGANIZATION] = votes.get(EntityType.ORGANIZATION, 0.0) + (1.0 if public else _LONE_FIRM)


def _lands_type_short_ones(forms: dict[str, Votes], full: list[str]) -> None:
    """Let "Vihiga County" make "Vihiga" a place."""
    lands = [form.rpartition(" ") for form in forms if form.rpartition(" ")[2] in _LANDS]
    for short, _, kind in lands:
        if short in forms and best(forms[f"{short} {kind}"]) is EntityType.PLACE and not _of_somebody(short, full):
            forms[short][EntityType.PLACE] = forms[short].get(EntityType.PLACE, 0.0) + _FIRM


@cache
def _folded_parties() -> frozenset[str]:
    return frozenset(fold(form) for form, known in known_by_form().items() if known.kind == "party")


@cache
def _folded_places() -> frozenset[str]:
    return frozenset(fold(name) for name in places())


def best(votes: Votes) -> EntityType | None:
    """Return the type with most votes; None without a vote. Equal votes go to the first type by name."""
    told = votes.get(EntityType.OTHER, 0.0) >= _TOLD
    strong = {kind: weight for kind, weight in votes.items() if told or kind is not EntityType.OTHER} or votes
    return min(strong, key=lambda kind: (-strong[kind], kind.value)) if strong else None


def settled(form: str, kind: EntityType | None) -> EntityType | None:
    """Return what a form names whatever its votes: "Republicans" are people, "the White House" speaks and decides."""
    known = known_by_form().get(form)
    body = known is not None and known.type is EntityType.ORGANIZATION and " " in form
    if is_partisan(form):
        return EntityType.GROUP
    return EntityType.ORGANIZATION if body and kind is EntityType.PLACE else kind

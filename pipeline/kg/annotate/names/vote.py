"""Merges candidates into names: the longest span wins, the whole document votes on the type.

The model's label is one vote among others; the full name in the document types the short one; a name that
one place of the document shows to be a name is one wherever it stands.
"""

import re
from bisect import bisect_left, bisect_right, insort
from collections import defaultdict
from collections.abc import Iterable
from itertools import pairwise
from typing import Final

from kg.annotate.names.ballot import Votes, best, settled, votes_by_form
from kg.annotate.names.candidate import Candidate
from kg.annotate.names.common import listed_name, plural_opening
from kg.annotate.names.cues import adjective
from kg.annotate.names.cutting import is_land, is_place, outside_addresses, trimmed
from kg.annotate.names.party_rows import party_row
from kg.annotate.names.retold import retold
from kg.annotate.names.rows import given_names
from kg.annotate.names.shouted import outside_headings
from kg.annotate.names.spread import spread
from kg.lexicon.known import known_by_form
from kg.lexicon.peoples import parties, peoples_adjectives
from kg.lexicon.tables import demonyms, first_names, fold, lexicon, listed, person_nouns, places
from kg.model import Discarded, EntityType, Span
from kg.model.annotation import Name

_REGIONAL: Final = re.compile(
    r"(?:North|South|East|West|Central|Latin|Sri|Costa|Puerto|Saudi|Sierra) [A-Z][a-z]+(?:an|ese|ish)"
    r"|(?:African|Asian|Mexican|Native|Arab|Irish|Italian|Cuban|Chinese|Japanese|Korean|Indian)[ -]American"
    r"|(?:North|South|East|West|Midwest)ern"
)
MODELS = ("model:", "known:", "rule:group", "rule:handle", "rule:quoted")


def choose(
    text: str, candidates: Iterable[Candidate], paragraphs: tuple[Span, ...]
) -> tuple[tuple[Name, ...], tuple[Discarded, ...]]:
    """Return the names of the text, in order and without overlap, and the candidates left out with reasons."""
    fitting, shouted = outside_headings(text, outside_addresses(text, candidates))
    fitting, untold = retold(text, fitting, paragraphs)
    parted = [one for c in fitting for one in party_row(text, c.span) or (c,)]  # "Senate Republican leader Jane Miller"
    cut = trimmed(text, parted)
    groups = _select(text, cut)
    forms = votes_by_form(text, groups)
    names, discarded = _decide(text, groups, forms)
    inside = _select(text, _inside_left_out(text, cut, discarded))
    if inside:
        more, unknown = _decide(text, inside, votes_by_form(text, groups | inside))
        names, discarded = [*names, *more], [*discarded, *unknown]
    return tuple(sorted(spread(text, names, paragraphs))), (*shouted, *untold, *discarded)


def _inside_left_out(text: str, candidates: list[Candidate], discarded: list[Discarded]) -> list[Candidate]:
    """Return what models see within rows of capitals that are left out: "Additional DIG Walid Hossain"."""
    left_out = sorted(item.span for item in discarded if item.span is not None)
    return [
        candidate
        for candidate in candidates
        if candidate.by.startswith("model:")
        and (text[candidate.span.start - 1] != "#" or listed_name(candidate.span.of(text)))  # « #GiletsJaunes »
        and any(
            span.contains(candidate.span) and span != candidate.span for span in _overlapping(left_out, candidate.span)
        )
    ]


def _select(text: str, candidates: list[Candidate]) -> dict[Span, list[Candidate]]:
    """Return the winning spans, each with all the candidates that vote on it."""
    by_span: dict[Span, list[Candidate]] = defaultdict(list)
    for candidate in candidates:
        by_span[candidate.span].append(candidate)
    taken: dict[Span, list[Candidate]] = {}
    placed: list[Span] = []
    whole = _whole(text, by_span)
    inner = sorted(span for span, votes in by_span.items() if any(vote.by.startswith(MODELS) for vote in votes))
    people = {span for span in inner if all(vote.type in (EntityType.PERSON, None) for vote in by_span[span])}
    for span in sorted(by_span, key=lambda s: (-_rank(by_span[s], whole=s in whole), s.start - s.end, s)):
        votes = by_span[span]
        if _overlapping(placed, span) or (not _one_person(text, span, people) and _joins_two(text, span, votes, inner)):
            continue
        taken[span] = list(votes)
        insort(placed, span)
    for candidate in candidates:
        for span in _overlapping(placed, candidate.span):
            near = span != candidate.span
            if near and 2 * (candidate.span.end - candidate.span.start) > span.end - span.start:
                tail = candidate.type is EntityType.PERSON and _given_name(text, span, candidate.span)
                share = candidate.weight * (0.7 if tail else 0.5)
                share = 0.3 if candidate.by.startswith("known:place-") else share
                taken[span].append(Candidate(span, candidate.type, share, candidate.by))
    return taken


def _given_name(text: str, span: Span, rest: Span) -> bool:
    """Tell "Osiris" before "Luna Meza", of which a model makes the person: a plain word, no post and no kind."""
    first = re.fullmatch(r"([A-Z][a-zà-ÿ]+) ", text[span.start : rest.start])
    if rest.end != span.end or first is None or first[1].lower() in person_nouns():
        return False
    common = listed("person_titles", "post_words", "common_capitals", "function_words", "organization_words")
    return first[1].lower() not in common and not is_place(first[1])


def _overlapping(placed: list[Span], span: Span) -> list[Span]:
    """Return the spans that overlap the span, of spans in order that do not overlap one another."""
    first = bisect_right(placed, span.start, key=lambda other: other.end)
    return placed[first : bisect_left(placed, span.end, key=lambda other: other.start)]


def _rank(votes: list[Candidate], *, whole: bool) -> int:
    """Return 1 for spans that are kept as they are; all others compete by length."""
    return int(whole or any(vote.firm for vote in votes))


def _whole(text: str, by_span: dict[Span, list[Candidate]]) -> set[Span]:
    """Return the names of bodies that end in a known name: "National Museum of the U.S. Air Force"."""
    listed = [span for span, votes in by_span.items() if any(vote.by.startswith("known:") for vote in votes)]
    ends, starts = {span.end: span for span in listed}, {span.start for span in listed}
    found = set()
    for span, votes in by_span.items():
        known = ends.get(span.end)
        seen = any(vote.by.startswith("model:") and vote.type is EntityType.ORGANIZATION for vote in votes)
        if span.start in starts or not seen or known is None or known.start <= span.start:
            continue
        if _body_of(text[span.start : known.start]):
            found.add(span)
    return found


def _body_of(words: str) -> bool:
    """Tell « National Museum of the », « Bureau de la coordination de l' »: a body's name up to that of another."""
    first, last = words.split()[:2], re.search(r"\b(?:of|of the|d[eu]|de la|de l['’]|des|d['’])[ \u00a0]?$", words)
    return last is not None and any(word.lower() in lexicon()["organization_words"] for word in first)


def _joins_two(text: str, span: Span, votes: list[Candidate], inner: list[Span]) -> bool:
    """Tell whether a span that only capitals speak for covers two names that models see."""
    if any(vote.firm or vote.by.startswith((*MODELS, "rule:of-land")) for vote in votes):
        return False
    if _tiled(text, span, inner) or listed_name(span.of(text)) or _with_particle(votes, span.of(text)):
        return False  # "Burkina Faso", of which models make two
    starts = bisect_left(inner, span.start, key=lambda other: other.start)
    ends = bisect_left(inner, span.end, key=lambda other: other.start)
    parts = [other for other in inner[starts:ends] if span.contains(other) and other != span]
    if _of_land(span.of(text)) or _court_of(text, span, parts):
        return False
    if any(a.start < b.start < a.end < b.end for a in parts for b in parts):
        return False  # [Lockheed] [Martin Space Systems], where the table has Lockheed Martin
    apart = any(a.end < b.start for a in parts for b in parts) and not given_names(text, span, parts)
    return apart or bool(
        parts
        and re.search(r" (?:and|to|in|of|et) ", span.of(text))
        and "english" in votes[0].by
        and not _head_is_organization(span.of(text))
    )


def _one_person(text: str, span: Span, people: set[Span]) -> bool:
    """Tell "Luiz Inácio Lula da Silva", of which a model makes two persons with but a blank between them."""
    parts = sorted(part for part in people if span.contains(part) and part != span)
    if len(parts) < 2 or span.of(text).partition(" ")[0] not in first_names():
        return False
    between = [text[a.end : b.start] for a, b in pairwise(parts)]
    tiled = parts[0].start == span.start and parts[-1].end == span.end
    return tiled and all(gap in (" ", " de ", " da ", " del ", " dos ") for gap in between)


def _tiled(text: str, span: Span, inner: list[Span]) -> bool:
    """Tell "Pulat Ahunov, an Uzbek politician": two words, each of which a model takes for a name of its own."""
    first, _, last = span.of(text).partition(" ")
    parts = {other.of(text) for other in inner if span.contains(other) and other != span}
    return parts == {first, last} and " " not in last and not (listed_name(first) and listed_name(last))


def _with_particle(votes: list[Candidate], name: str) -> bool:
    """Tell a person's name with a particle behind a known first name: "Juan de Dios García Davish"."""
    known = any(v.by == "table:first-names" for v in votes)
    return re.match(r"[A-Z]\w+ (?:ka|wa|arap) ", name) is not None or (
        known and re.match(r"[A-Z]\w+ (?:de|del|dos|da) ", name) is not None
    )


def _head_is_organization(name: str) -> bool:
    words = name.lower().split()
    return words[0] in lexicon()["organization_words"]


def _of_land(name: str) -> bool:
    """Tell "Research Council of Norway", "Law Society of Scotland": a body's name that ends in that of its land."""
    head, _, land = name.partition(" of ")
    body = head.split()[-1].lower() in lexicon()["organization_words"] and head[:1].isupper() and " " in head
    return body and " and " not in head and is_land(land)


def _court_of(text: str, span: Span, parts: list[Span]) -> bool:
    """Tell "U.S. District Court", "Ohio Supreme Court": a land, and right behind it the rest of a body's name."""
    first = min(parts, default=span)
    last = text[: span.end].rpartition(" ")[2].lower()
    behind = [other for other in parts if other.start == first.end + 1]
    near = first.start == span.start and any(other.end == span.end for other in behind)
    return near and last in lexicon()["organization_words"] and is_land(first.of(text))


def _decide(
    text: str, groups: dict[Span, list[Candidate]], forms: dict[str, Votes]
) -> tuple[list[Name], list[Discarded]]:
    names, discarded = [], []
    for span, votes in groups.items():
        form = span.of(text)
        kind = settled(form, best(forms[fold(form)]))
        several = kind not in (None, EntityType.PERSON) and {v.by for v in votes} == {"model:ner"}
        if several and plural_opening(text, span):
            discarded.append(Discarded(form, "a plural that opens a sentence", span))
            continue
        if kind is None or kind is EntityType.OTHER or sum(forms[fold(form)].values()) < 0.6:
            discarded.append(Discarded(form, "capitals, but nothing says what kind of thing it names", span))
            continue
        people = form in demonyms() or kind is EntityType.GROUP or _of_people(form, kind)
        if people and adjective(text, span) and not _party(form):
            discarded.append(Discarded(form, "an adjective, no name of people", span))
            continue
        by = "+".join(sorted({vote.by for vote in votes}))
        bare = _without_number(form)
        cut = kind is EntityType.PERSON or is_place(bare) or (_known_party(bare) and kind is EntityType.ORGANIZATION)
        shorter = bare if cut and form not in known_by_form() else form
        names.append(Name(Span(span.start, span.start + len(shorter)), shorter, kind, by))
    return names, discarded


def _of_people(form: str, kind: EntityType) -> bool:
    """Tell the adjective of a people that is taken for a place or body: "the Paraguayan town", "an Uzbek poet"."""
    return (
        (kind in (EntityType.PLACE, EntityType.ORGANIZATION) or " " in form)
        and form not in places()
        and (
            form.lower() in peoples_adjectives() or form.title() in demonyms() or _REGIONAL.fullmatch(form) is not None
        )
    )


def _known_party(form: str) -> bool:
    return form in known_by_form() and known_by_form()[form].kind == "party"


def _party(form: str) -> bool:
    return form in parties("en")


def _without_number(form: str) -> str:
    """Return the name without the number that only follows it (« Elisa Di Francisca 12 touches à 11 »)."""
    return re.sub(r"[ \u00a0]\d+$", "", form)

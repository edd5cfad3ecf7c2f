"""Reads which place lies in which off names side by side: « Chambéry (Savoie) », « Kanpur, dans la province de … »."""

import re
from collections.abc import Iterator
from itertools import pairwise

from kg.extract.adjacent import COUNTRY, plain
from kg.extract.reading import Reading
from kg.lexicon.tables import places
from kg.model import EntityType, Fact, Participant, Span
from kg.model.annotation import Name, Sentence
from kg.model.ids import fact_id

CONFIDENCE = 0.75
_KIND = (
    r"(?:(?:la |le |l'|une? |the |an? )?(?:(?:grande|petite|ancienne|large|small|ancient) )?"
    r"(?:province|région|département|comté|état|État|district|gouvernorat|canton|wilaya|oblast|préfecture|archipel|île"
    r"|ville|capitale|commune|village|quartier|banlieue|localité|faubourg|station|arrondissement|territoire|république"
    r"|republic|state|county|region|capital|city|town|suburb|territory|prefecture|governorate|island)"
    r"(?: (?!proche|voisin|limitrophe|distant)[a-zé]+(?:e|al|ale|ien|ienne|ais|aise|ois|oise|in|ine|er|ern))? )"
)
_OF = r"(?:de la |de l'|du |des |de |d'|of the |of )"
_SIDE = (
    r"(?:le |l'|the )?"
    r"(?:(?:nord|sud|est|ouest|centre|north|south|east|west)(?:[- ]?(?:nord|sud|est|ouest|east|west))?"
    r"|northern|southern|eastern|western|central) "
)
_IN = r"(?:dans|en|au|aux|in|à) "
_JOINTS = tuple(
    re.compile(pattern)
    for pattern in (
        rf" ?[(\[] ?(?:{_IN})?(?:{_SIDE}{_OF}|{_KIND}{_OF}?)?",
        rf",? ?{_IN}{_KIND}{_OF}?",
        rf",? ?{_IN}{_SIDE}{_OF}?",
        r", ?(?:dans|en|au|aux|in) (?:la |le |les |l'|the )?",
        rf", ?{_KIND}{_OF}?",
    )
)
# « à Kiev en Ukraine »: without a comma only after « à », so that nobody travels between the two.
_WITHIN = re.compile(r" (?:en|au|aux) ")
_BRACKET = 80  # code points: the longest list of places in brackets
_BY_SIDE = re.compile(rf"[ (]*(?:,? ?)(?:à |au ){_SIDE}{_OF}")
_IN_TOO = re.compile(r"(?:^|[ (])(?:en|au|aux|dans les?|dans la|dans l'|in) ?$")
# "Duluth, Minn.": the states as American papers shorten them
_SHORTENED = frozenset(
    """Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Md Mass Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Tenn
    Tex Vt Va Wash Wis Wyo N.H N.J N.M N.Y N.C N.D R.I S.C S.D W.Va D.C""".split()
)
_PART = re.compile(r"\bdans (?:le |l')(?:quartier|faubourg|arrondissement) ")
_AT = re.compile(r"(?:^|[ (])(?:à|près de) $")


def located(reading: Reading, version: str) -> Iterator[Fact]:
    """Yield a `partOf` fact for each pair of neighbouring place names that a joint of this kind ties."""
    told: set[tuple[str, str]] = set()
    names = [(index, name) for index, name in enumerate(reading.annotation.names) if index in reading.names]
    for (left, first), (right, second) in pairwise(names):
        inner, outer = (reading.entities[reading.names[index]] for index in (left, right))
        both = inner.type is EntityType.PLACE and outer.type is EntityType.PLACE and inner.id != outer.id
        larger = places().get(inner.name, 0.0) > places().get(outer.name, 9.0)
        if both and not larger and (inner.id, outer.id) not in told and _tied(reading, first, second):
            sentence = _sentence(reading, first, second)
            if sentence is not None:
                told.add((inner.id, outer.id))
                pairs = ((inner, first), (outer, second))
                ends = tuple(
                    Participant(entity.name, entity.id, entity.type, name.span)
                    for entity, name in (reversed(pairs) if _quarter(reading, first, second) else pairs)
                )
                yield _fact(reading, sentence, ends, version)


def _tied(reading: Reading, first: Name, second: Name) -> bool:
    between = plain(reading.text[first.span.end : second.span.start])
    before = plain(reading.text[max(0, first.span.start - 12) : first.span.start])
    if _WITHIN.fullmatch(between):
        return _AT.search(before) is not None and places().get(second.form, 0.0) >= COUNTRY > places().get(
            first.form, 0.0
        )
    # « Irving, Texas », "Kennedy Space Center (KSC) in Florida": only into a larger place
    if reading.language == "en" and between in (", ", " in ", " in the ", ") in "):
        return places().get(second.form, 0.0) > places().get(first.form, 0.0) or _shortened(reading, second)
    joint = next((j for j in _JOINTS if j.fullmatch(between)), None)
    if _BY_SIDE.search(between) and places().get(second.form, 0.0) < COUNTRY:
        return False  # « à Rungis, au sud de Paris » is outside; « à Tripoli, au nord du Liban » within
    if joint is not None and between.startswith(",") and _IN_TOO.search(before):
        return False  # « en Californie, en Floride, au Japon » are three places
    if joint is not None and ("(" in between or "[" in between):
        inside = reading.text[second.span.end : second.span.end + _BRACKET].partition(")")[0]
        if " et " in inside or " and " in inside:  # « l'Île-de-France (Essonne, Seine-et-Marne et Yvelines) »
            return False
        return reading.text[second.span.end : second.span.end + 2].lstrip()[:1] in (")", "]", ",")
    return joint is not None


def _quarter(reading: Reading, first: Name, second: Name) -> bool:
    """Tell « à Istanbul, dans le quartier de Besiktas »: the second is a part of the town."""
    between = plain(reading.text[first.span.end : second.span.start])
    before = plain(reading.text[max(0, first.span.start - 12) : first.span.start])
    return _PART.search(between) is not None and _AT.search(before) is not None


def _shortened(reading: Reading, name: Name) -> bool:
    """Tell "Minn." of "Duluth, Minn."."""
    return name.form.rstrip(".") in _SHORTENED and "." in reading.text[name.span.end - 1 : name.span.end + 1]


def _sentence(reading: Reading, first: Name, second: Name) -> Sentence | None:
    whole = Span(first.span.start, second.span.end)
    return next((s for s in reading.annotation.sentences if s.inside is None and s.span.contains(whole)), None)


def _fact(reading: Reading, sentence: Sentence, ends: tuple[Participant, ...], version: str) -> Fact:
    document = reading.annotation.document
    inner, outer = ends
    assert inner.span is not None
    assert outer.span is not None
    return Fact(
        id=fact_id(document.id, "partOf", inner.id or "", outer.id or "", str(inner.span)),
        relation="partOf",
        subject=inner,
        object=outer,
        document=document.id,
        evidence=Span(min(inner.span.start, outer.span.start), max(inner.span.end, outer.span.end)),
        sentence=sentence.span,
        trigger=Span(min(inner.span.end, outer.span.end), max(inner.span.start, outer.span.start)),
        by=f"place:partOf@{version}",
        confidence=CONFIDENCE,
    )

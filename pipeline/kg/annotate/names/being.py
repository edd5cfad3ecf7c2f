"""Reads a name's kind from what the text says that it is: « Orbis est un mouvement »."""

import re
from collections.abc import Iterator
from typing import Final

from kg.lexicon.tables import lexicon, person_nouns
from kg.model import EntityType, Span

_SIZE: Final = (
    r"(?:(?:petite?|grande?|jeune|nouve(?:au|l|lle)|vieille|vieux|ancien(?:ne)?|premi(?:er|ère)|deuxième|derni(?:er|ère)"
    r"|prochaine?|small|large|new|local|leading)[ \u00a0])?"
)
_IS: Final = re.compile(
    r"[ \u00a0](?:est|était|fut|sera|reste|is|was|remains)[ \u00a0]"
    r"(?:(?:aussi|ainsi|donc|en fait|désormais|also|now)[ \u00a0])?(?:une?|l['’]une? des|an?|one of the)[ \u00a0]"
    rf"{_SIZE}(?P<kind>[a-zà-ÿ-]{{3,}})"
)
_WILL_BE: Final = re.compile(
    rf"\b(?:[Ll][ea]|[Ss]on|[Ss]a|[Ll]eur)[ \u00a0]{_SIZE}(?P<kind>[a-zà-ÿ-]{{3,}})"
    r"(?:[ \u00a0](?:qui|que)[ \u00a0][^.,;:!?]{3,40})?[ \u00a0](?:est|était|fut|sera)[ \u00a0«\"]{1,3}$"
)
# « bloqué par le régulateur vénézuélien, la Conatel, »
_BESIDE: Final = re.compile(
    r"\b(?:[Ll][ea]|du|au|[Uu]ne?)[ \u00a0](?P<kind>[a-zà-ÿ-]{4,})"
    r"(?:[ \u00a0](?!que |qui |dont |et )[a-zà-ÿ-]+){0,3},[ \u00a0](?:la[ \u00a0]|le[ \u00a0]|l['’])$"
)
# « explique Sacit, un barbier turc, »
_A_PERSON: Final = re.compile(rf",[ \u00a0]une?[ \u00a0]{_SIZE}(?P<kind>[a-zà-ÿ-]{{4,}})(?:[ \u00a0][a-zà-ÿ-]+)?[,.;]")
_CLOSED: Final = re.compile(r"[ \u00a0]?[,.)]")
_OFFICIAL: Final = frozenset("régulateur autorité commission".split())
_WEIGHT: Final = 2.5
_KINDS: Final = (EntityType.ORGANIZATION, EntityType.WORK)


def said_to_be(text: str, span: Span) -> Iterator[tuple[EntityType, float]]:
    """Yield the kind that a noun behind « est un » or before « sera » gives a name, with its weight."""
    beside = _BESIDE.search(text, max(0, span.start - 80), span.start) if _CLOSED.match(text, span.end) else None
    if beside is not None and beside["kind"] in lexicon()["before:Organization"] | _OFFICIAL:
        yield EntityType.ORGANIZATION, 2 * _WEIGHT
        return
    one = _A_PERSON.match(text, span.end)
    firms = lexicon()["before:Organization"]  # « Novatel, un éditeur français, »
    if one is not None and " " not in span.of(text) and one["kind"] in person_nouns() and one["kind"] not in firms:
        yield EntityType.PERSON, 2 * _WEIGHT
        return
    found = _IS.match(text, span.end) or _WILL_BE.search(text, max(0, span.start - 120), span.start)
    if found is None or text[max(0, span.start - 3) : span.start].endswith(("'", "’", "de ", "of ")):
        return  # « le siège de Novatel est un bâtiment »: it is said of what the name belongs to
    noun = found["kind"].removesuffix("s")
    if noun in person_nouns():
        return
    for kind in _KINDS:
        listed = lexicon().get(f"before:{kind.value}", frozenset())
        if noun in listed or found["kind"] in listed:
            yield kind, _WEIGHT
            return

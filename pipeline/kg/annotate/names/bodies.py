"""Spots French bodies named after what they have charge of: « la Caisse de dépôt et placement du Québec ».

The head has a capital, the rest need not: where such a name ends, its grammar tells. What « et » joins to it is a field
of work, « la Commission des normes, de l'équité et de la santé », no second body; a land or town may close it.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from kg.annotate.names.candidate import Candidate
from kg.annotate.names.capital_words import PLAIN_CAPITAL, PLAIN_NAME
from kg.lexicon.known import known_by_form
from kg.lexicon.tables import PLACE_WEIGHT, first_names, fold, lexicon, places
from kg.model import EntityType, Span

_OF: Final = r"(?:(?:de[ \u00a0])?l(?:a[ \u00a0]|['’] ?)|(?:du|des|de|aux?|à)[ \u00a0](?:la[ \u00a0]|l['’] ?)?|d['’] ?)"
_WORD: Final = r"(?!l[ae]s?\b)[\w-]{3,}"
# An adjective of French; participles are none of a name's: « la Société des eaux dirigée par … ».
_VERB: Final = (
    r"(?!premi|derni|seul|plus|(?:indiqu|expliqu|critiqu|communiqu|impliqu|appliqu|revendiqu|pratiqu|fabriqu|signal"
    r"|régal|arriv|priv|rappell|appell|renouvell|éclair|accabl|cibl)e\b)"
)
_KIND: Final = (
    rf"(?:[ \u00a0]{_VERB}(?:[a-zà-ÿ-]+(?:al|ale|aux|el|elle|ique|ien|ienne|ain|aine|ais|aise|ois|oise|onne|if|ive"
    r"|aire|[^t]ier|ière|ieure?|ible|able|euse|urel)s?|publics?|supérieur|intérieure?|royale?|libres?|maritimes?|suisse"
    r"|belge|flamande?|allemande?|humains?|privée?s?|appliquée?s?|avancée?s?|hautes?)(?![\w’'-]))"
)
_HEAD: Final = re.compile(
    r"(?<![\w-])(?:(?:Haute?|Grande?)[ \u00a0])?"
    rf"(?P<head>{PLAIN_CAPITAL}|ministère|chambre|ordre(?=[ \u00a0]des[ \u00a0]))"
)
_REST: Final = re.compile(
    rf"{_KIND}{{0,3}}[ \u00a0]{_OF}(?P<field>{_WORD}){_KIND}{{0,2}}(?:[ \u00a0]et{_KIND}{{1,2}})?"
)
_MORE: Final = re.compile(
    rf"(?P<joint>,|[ \u00a0](?:et|ou|&))[ \u00a0](?:{_OF})?(?P<field>{_WORD}){_KIND}{{0,2}}"
    rf"(?:[ \u00a0]et{_KIND}{{1,2}})?"
)
_OF_FIELD: Final = re.compile(
    rf"[ \u00a0](?:de[ \u00a0](?:la[ \u00a0]|l['’])?|d['’]|des[ \u00a0]|du[ \u00a0])(?P<field>{_WORD}){_KIND}{{0,2}}"
)
_LAND: Final = re.compile(
    r"[ \u00a0](?:de[ \u00a0](?:la[ \u00a0](?:[Vv]ille|[Rr]égion|[Pp]rovince|[Rr]épublique|[Cc]ommune)[ \u00a0]"
    r"(?:de[ \u00a0]|d['’]))?(?:la[ \u00a0]|l['’] ?)?|d['’] ?|du[ \u00a0]|des[ \u00a0]|en[ \u00a0])"
    rf"(?P<land>{PLAIN_NAME})(?:[ \u00a0](?:centrale|occidentale|orientale|australe)|[ \u00a0]de[ \u00a0]l['’]Ouest)?"
)
_NEARBY: Final = re.compile(r"[ \u00a0](?:de[ \u00a0]|d['’])$")  # « la Chambre de commerce de Valbourg »
# « la Banque populaire du Maroc »: what kind of body it is, and of where
_OF_ALL: Final = re.compile(r"international|europé|mondial|africain|constitutionnel|suprême")  # there is but one
_KIND_OF: Final = re.compile(rf"{_KIND}{{1,3}}(?=[ \u00a0]d)")
# « l'Université Cheikh Anta Diop de Dakar »: named after somebody, and where it stands
_AFTER_SOMEBODY: Final = re.compile(
    r"(?<![\w-])(?:[Uu]niversité|[Ii]nstitut|[ÉEé]cole|[Ff]aculté|[Aa]cadémie)"
    rf"{_KIND}{{0,2}}[ \u00a0]{PLAIN_NAME}{_LAND.pattern}"
)
_GOES_ON: Final = re.compile(r"[ \u00a0](?:d[eu]s?[ \u00a0]|d['’]|(?:pour|contre)[ \u00a0](?:l[ae]s?[ \u00a0]|l['’]))")


def bodies(text: str) -> Iterator[Candidate]:
    """Yield such names, firm: nothing shorter inside them is a name of its own."""
    for head in _HEAD.finditer(text):
        rest = _REST.match(text, head.end()) if _is_body(head["head"]) else None
        if rest is None or (rest["field"][0].isupper() and fold(rest["field"]) not in _fields()):
            yield from _of_land(text, head) if _is_body(head["head"]) else ()
            continue
        end, joined = _joined(text, rest.end())
        land = _land(text, end, known=fold(rest["field"]) not in _fields())
        told = fold(rest["field"]) in _fields() and (head.group()[0].isupper() or land)
        if joined or told:
            whole = Span(head.start(), land or end)
            firm = bool(joined or land) and _GOES_ON.match(text, whole.end) is None
            yield Candidate(whole, EntityType.ORGANIZATION, 3.0, "rule:body", firm=firm)
    for match in _AFTER_SOMEBODY.finditer(text):
        if _is_place(match["land"]):
            yield Candidate(Span(*match.span()), EntityType.ORGANIZATION, 3.0, "rule:body", firm=True)


def _of_land(text: str, head: re.Match[str]) -> Iterator[Candidate]:
    kind = _KIND_OF.match(text, head.end()) if head["head"][0].isupper() else None
    unique = kind is None or _OF_ALL.search(kind.group())
    found = _LAND.match(text, kind.end()) if kind and not unique else None
    land = _land(text, kind.end(), known=True) if kind and found else 0
    if land and found and places().get(found["land"], 0.0) >= PLACE_WEIGHT["region"]:
        firm = re.match(r"[ \u00a0][A-Z]", text[land : land + 2]) is None  # « … du Sénégal SA »
        yield Candidate(Span(head.start(), land), EntityType.ORGANIZATION, 3.0, "rule:body", firm=firm)


def _joined(text: str, end: int) -> tuple[int, bool]:
    """Return where the fields end that commas and a last « et » join, and whether any is joined."""
    closed, at = end, end
    while (more := _MORE.match(text, at)) and fold(more["field"]) in _fields():
        at = more.end()
        if more["joint"] != "," or " et " in more.group():
            closed = at
    inner = _OF_FIELD.match(text, closed)  # « la Commission des normes et de la sécurité du travail »
    if inner and fold(inner["field"]) in _fields():
        return inner.end(), closed > end
    return closed, closed > end


def _land(text: str, end: int, *, known: bool) -> int:
    """Return where the land or town ends that closes a body's name, or 0."""
    land = _LAND.match(text, end)
    if land is None:
        return 0
    words = land["land"].split()
    held = next((n for n in range(len(words), 0, -1) if _is_place(" ".join(words[:n]))), 0)
    near = not known and _NEARBY.search(text, end, land.start("land")) and words[0] not in first_names()
    held = held or (len(words) if near and land["land"] not in known_by_form() else 0)
    if held == len(words):
        return land.end()
    return land.start("land") + len(" ".join(words[:held])) if held else 0


def _is_place(name: str) -> bool:
    known = known_by_form().get(name)
    return name in places() or (known is not None and known.type is EntityType.PLACE)


def _is_body(word: str) -> bool:
    words = lexicon()["organization_words"] if not word.isupper() else ()
    return word.lower() in words or word.lower().removesuffix("s") in words


@cache
def _fields() -> frozenset[str]:
    return frozenset(fold(word) for word in lexicon()["body_fields"])

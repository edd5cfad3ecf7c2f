"""Lists the mentions of a sentence that may fill a role."""

from typing import Final

from kg.extract.frames.load import Frame
from kg.extract.frames.site import Site
from kg.extract.grammar.prepositions import preposition
from kg.extract.reading import Reading
from kg.model.annotation import Token

_PLACES: Final = ("à", "en", "dans", "in", "at", "près de", "vers", "depuis")
_WITHOUT: Final = (
    "hors",
    "hors de",
    "sans",
    "sauf",
    "excepté",
    "malgré",
    "loin de",
    "hormis",
    "without",
    "except",
    "despite",
)
REACH: Final = 40  # tokens to each side: nobody who stands further off is meant, and long sentences stay cheap
_BASED: Final = (["-", "based"], ["-", "born"])


def candidates(reading: Reading, site: Site, frame: Frame, role: str) -> list[Token]:
    """Return the words of the sentence that stand for an entity of a type that the role allows, in order.

    Of names in coordination only the first is listed.
    """
    sentence = site.sentence
    own = {site.token.index, *(word.index for word in site.words)}
    near = sentence.tokens[max(0, site.token.index - REACH) : site.token.index + REACH]
    found = [t for t in near if t.index not in own and _allowed(reading, site, frame, role, t)]
    heads = {t.index for t in found}
    return [t for t in found if not (t.dep == "conj" and t.head in heads)]


def _allowed(reading: Reading, site: Site, frame: Frame, role: str, token: Token) -> bool:
    references = reading.referents(site.sentence, token)
    if not references or (role == "subject" and _located(site, token)):
        return False
    if preposition(site.sentence, token) in _WITHOUT or _seat(site, token):  # « vivent hors du Burundi »
        return False
    types = frame.types.get(role)
    return any(types is None or reading.entities[r.entity].type.value in types for r in references)


def _seat(site: Site, token: Token) -> bool:
    """Tell the state of "Rep. Jane Miller (R-Texas)", the town of "Lyon-based Novatel", which take part in nothing."""
    after = [t.lower for t in site.sentence.tokens[token.index + 1 : token.index + 3]]
    if after in _BASED:
        return True
    before = site.sentence.tokens[max(0, token.index - 2) : token.index]
    return [t.text for t in before[1:]] == ["-"] and before[0].text in ("R", "D", "I")


def _located(site: Site, token: Token) -> bool:
    """Tell where something happens from who does it: « interdit aux États-Unis », « Israël : un attentat … »."""
    after = site.sentence.tokens[token.index + 1].text if token.index + 1 < len(site.sentence.tokens) else ""
    return preposition(site.sentence, token) in _PLACES or (token.index == 0 and after == ":")

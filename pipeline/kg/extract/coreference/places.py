"""Resolves « le pays », « la ville »: places spoken of by what they are."""

from typing import Final

from kg.extract.coreference.salience import Salience
from kg.extract.reading import Reading, Reference
from kg.lexicon.tables import places
from kg.model import EntityType
from kg.model.annotation import Sentence, Token

COUNTRY: Final = frozenset("pays nation royaume country nation kingdom".split())
TOWN: Final = frozenset("ville commune cité localité village city town village".split())
RIVAL: Final = 0.4  # of the weight of the town spoken of most: « la ville » may then be another one
# Nouns for a part of a country or a building: they take up the place named last that can be one.
OTHER: Final = frozenset(
    """région département province île territoire quartier circonscription district archipel état site bâtiment stade
    region county state island territory constituency neighbourhood neighborhood building facility venue stadium site
    area""".split()
)


def place_back(reading: Reading, sentence: Sentence, token: Token, salience: Salience) -> tuple[Reference, ...]:
    """Resolve « le pays » to the country spoken of most, « la ville » to the town named last."""
    if any(sentence.children(token, "nmod")) or token.lower not in COUNTRY | TOWN | OTHER:
        return ()
    if token.lower in OTHER:
        return _named_last(reading, token, salience)
    scores = {i: s for i, s in salience.scores(8).items() if reading.entities[i].type is EntityType.PLACE}
    wanted = token.lower in COUNTRY
    fitting = {i: s for i, s in scores.items() if (places().get(reading.entities[i].name, 0.0) >= 2.0) is wanted}
    if not fitting:
        return ()
    if not wanted:  # « Saint-Étienne (Loire) »: what stands in brackets is no town
        fitting = {i: s for i, s in fitting.items() if not _bracketed(reading, salience, i)}
    best = min(fitting, key=lambda i: (-fitting[i], i), default="")
    if not best or (not wanted and any(s > RIVAL * fitting[best] for i, s in fitting.items() if i != best)):
        return ()
    return (Reference(best, "nominal", "the place spoken of last", salience.last(best)),)


def _named_last(reading: Reading, token: Token, salience: Salience) -> tuple[Reference, ...]:
    """Resolve « la circonscription » to the place of the last sentences that is no country; by its name if it can."""
    recent = [seen.entity for seen in salience.recent(4) if reading.entities[seen.entity].type is EntityType.PLACE]
    smaller = [i for i in recent if places().get(reading.entities[i].name, 0.0) < 2.0]
    called = [i for i in smaller if token.lower in reading.entities[i].name.lower() or _role(reading, i, token)]
    found = called or smaller
    if not found:
        return ()
    return (Reference(found[0], "nominal", "the place spoken of last", salience.last(found[0])),)


def _bracketed(reading: Reading, salience: Salience, identifier: str) -> bool:
    last = salience.last(identifier)
    return last is not None and "(" in reading.text[max(0, last.start - 2) : last.start]


def _role(reading: Reading, identifier: str, token: Token) -> bool:
    return token.lower in reading.roles.get(identifier, ())

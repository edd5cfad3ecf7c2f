"""Resolves « le pays », « la ville »: places spoken of by what they are."""

from typing import Final

from kg.extract.coreference.salience import Salience
from kg.extract.reading import Reading, Reference
from kg.lexicon.tables import places
from kg.model import EntityType
from kg.model.annotation import Sentence, Token

COUNTRY: Final = frozenset("pays nation royaume country nation kingdom".split())
TOWN: Final = frozenset("ville commune cité localité village city town village".split())


def place_back(reading: Reading, sentence: Sentence, token: Token, salience: Salience) -> tuple[Reference, ...]:
    """Resolve « le pays » to the country spoken of most, « la ville » to the town named last."""
    if any(sentence.children(token, "nmod")) or token.lower not in COUNTRY | TOWN:
        return ()
    scores = {i: s for i, s in salience.scores(8).items() if reading.entities[i].type is EntityType.PLACE}
    wanted = token.lower in COUNTRY
    fitting = {i: s for i, s in scores.items() if (places().get(reading.entities[i].name, 0.0) >= 2.0) is wanted}
    if not fitting:
        return ()
    recent = [seen.entity for seen in salience.recent(8) if seen.entity in fitting]
    best = min(fitting, key=lambda i: (-fitting[i], i)) if wanted else recent[0]
    return (Reference(best, "nominal", "the place spoken of last", salience.last(best)),)

"""Resolves « les handballeuses françaises », « les joueurs français » to the team of their country."""

from typing import Final

from kg.extract.reading import Reading, Reference
from kg.lexicon.peoples import adjectives, country_adjective
from kg.lexicon.tables import fold
from kg.model import Entity, EntityType
from kg.model.annotation import Sentence, Token

# Whoever plays in a team: runners and swimmers of a country are each for themselves
_PLAYERS: Final = frozenset(
    """joueurs joueuses footballeurs footballeuses handballeurs handballeuses basketteurs basketteuses volleyeurs
    volleyeuses rugbymen rugbywomen hockeyeurs hockeyeuses fleurettistes épéistes sabreurs sabreuses poloïstes relayeurs
    relayeuses poursuiteurs""".split()
)
_TEAMS: Final = ("équipe", "sélection", "relais", "XV", "quinze")
_ARTICLES: Final = frozenset("les des aux ces nos".split())
_APART: Final = ("nummod", "nmod", "appos", "acl:relcl", "conj")


def national_side(reading: Reading, sentence: Sentence, token: Token) -> tuple[Reference, ...]:
    """Return the team of the country that the text names, else the country, which stands for it."""
    if token.lower not in _PLAYERS or reading.language != "fr" or any(sentence.children(token, *_APART)):
        return ()
    before = {c.lower for c in sentence.children(token, "det", "case")}
    lands = [land for c in sentence.children(token, "amod") if (land := country_adjective(c.lower)) is not None]
    if len(lands) != 1 or not before & _ARTICLES:
        return ()
    side = side_of(reading, lands[0])
    if side is None:
        return ()
    return (Reference(side.id, "nominal", "the team of that country", reading.first_named(side.id)),)


def side_of(reading: Reading, land: str) -> Entity | None:
    """Return the only team of a country that the text names, else the country itself."""
    words = adjectives().get(fold(land), frozenset()) | {fold(land)}
    bodies = (e for e in reading.of_type(EntityType.ORGANIZATION) if e.name.startswith(_TEAMS))
    teams = [e for e in bodies if not words.isdisjoint(fold(e.name).replace("'", " ").split())]
    teams = [e for e in teams if e.name.startswith(_TEAMS[0])] or teams
    if teams:
        return teams[0] if len(teams) == 1 else None
    return next((e for e in reading.of_type(EntityType.PLACE) if e.name == land), None)

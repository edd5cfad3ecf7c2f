"""Finds whom a part or a side stands for: « 59 % des Italiens », « celle d'Allemagne », "the New Zealand team"."""

from typing import Final

from kg.extract.grammar.prepositions import preposition
from kg.extract.reading import Reading, Reference
from kg.lexicon.tables import COUNTRY, places
from kg.model import EntityType
from kg.model.annotation import Sentence, Token

_TEAMS: Final = ("équipe ", "sélection ")
_SHARES: Final = frozenset("% majorité moitié tiers quart plupart totalité percent majority half most quarter".split())


def at(reference: Reference, token: Token) -> Reference:
    """Return a reference as told at a word."""
    return Reference(reference.entity, reference.kind, reference.by, reference.antecedent, token.span)


def other_team(reading: Reading, sentence: Sentence, token: Token) -> tuple[Reference, ...]:
    """Return the land of « L'équipe de France a battu celle d'Allemagne », which stands for its team."""
    teams = (t for t in sentence.tokens[: token.index] if t.name is not None and t.lower.startswith(_TEAMS))
    if token.lower != "celle" or token.pos != "PRON" or next(teams, None) is None:
        return ()
    of = [t for t in sentence.children(token, "nmod") if t.name is not None and preposition(sentence, t) == "de"]
    found = [at(r, t) for t in of for r in reading.referents(sentence, t)]
    return tuple(r for r in found if reading.entities[r.entity].type is EntityType.PLACE)[:1]


def team_of(reading: Reading, sentence: Sentence, token: Token) -> tuple[Reference, ...]:
    """Return the land of "the New Zealand team", which stands for it; "a Leeds team" is some team from there."""
    if reading.language != "en" or token.lower not in ("team", "side", "squad"):
        return ()
    of = [t for t in sentence.children(token, "compound") if t.index == token.index - 1]
    of = [t for t in of if places().get(t.text, 0) >= COUNTRY and any(sentence.children(token, "det"))]
    return tuple(at(r, t) for t in of for r in reading.referents(sentence, t))


def share_of(reading: Reading, sentence: Sentence, token: Token) -> tuple[Reference, ...]:
    """Return the people of whom a part acts: « 59 % des Italiens ont rejeté », "most of the Swiss"."""
    if token.lower not in _SHARES or not token.dep.startswith(("nsubj", "obl:agent")):
        return ()
    whole = [t for t in sentence.children(token, "nmod", "obl") if preposition(sentence, t) in ("de", "of")]
    found = [at(r, t) for t in whole for r in reading.referents(sentence, t)]
    return tuple(r for r in found if reading.entities[r.entity].type is EntityType.GROUP)

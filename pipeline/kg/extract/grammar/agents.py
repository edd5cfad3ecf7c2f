"""Finds who does what a passive verb says: « par X », "by X"."""

from typing import Final

from kg.extract.grammar.prepositions import OCCASIONS, preposition
from kg.lexicon.closed import EVENTIVE_ENDS, FRENCH_POSSESSIVES
from kg.lexicon.tables import person_nouns
from kg.model.annotation import Sentence, Token

_NO_AGENTS: Final = ("exemple", "example", "exception", "endroits", "parts")
_WHILE: Final = (*OCCASIONS, "après", "avant", "suite à", "à la suite de", "depuis", "during", "after", "before")


def agents(sentence: Sentence, verb: Token) -> list[Token]:
    """Return by whom it is done, the agent of a passive verb."""
    found = [t for t in sentence.children(verb) if _is_agent(sentence, t)]
    # "was fined 2 million euros by the regulator": parsers hang the agent from the amount.
    below = [o for o in sentence.children(verb, "obj", "xcomp", "attr", "obl") if not _done_to(sentence, o)]
    below = [o for o in below if not any(sentence.children(o, "aux:pass"))]  # "is said to have been hit by X"
    found = found or [t for o in below for t in sentence.children(o) if _is_agent(sentence, t)]
    found = found or _deeper_agents(sentence, verb)
    return [*found[:1], *(t for t in _of_shares(sentence, below) if t not in found[:1])]


def _of_shares(sentence: Sentence, complements: list[Token]) -> list[Token]:
    """Return all who have a share in it: « détenue à 51 % par X et à 49 % par Y »."""
    shares = [t for o in complements if o.text == "%" for t in (o, *sentence.children(o, "conj")) if t.text == "%"]
    return [t for share in shares for t in sentence.children(share, "nmod", "obl") if _is_agent(sentence, t)]


def _deeper_agents(sentence: Sentence, verb: Token) -> list[Token]:
    """Return the agent that the parser hung from a complement: « condamné à six ans de prison par le tribunal »."""
    level = [t for t in sentence.children(verb, "obl", "xcomp", "conj") if t.index > verb.index and t.pos == "NOUN"]
    level = [t for t in level if t.dep != "conj" or preposition(sentence, t)]  # « à partir de mai et pour cinq ans »
    level = [t for t in level if not _done_to(sentence, t)]
    for _ in range(3):
        found = [t for o in level for t in sentence.children(o, "nmod", "obl") if _is_agent(sentence, t)]
        if found:
            return found
        level = [t for o in level for t in sentence.children(o, "nmod") if t.pos in ("NOUN", "NUM") or t.text.isdigit()]
        level = [t for t in level if not _done_to(sentence, t)]
    return []


def _done_to(sentence: Sentence, noun: Token) -> bool:
    """Tell « sa destitution », « l'arrestation de X »: by whom it was done says nothing of the verb above."""
    own = any(c.lower in FRENCH_POSSESSIVES for c in sentence.children(noun, "det", "nmod:poss"))
    named = any(t.name is not None and preposition(sentence, t) == "de" for t in sentence.children(noun, "nmod"))
    then = preposition(sentence, noun) in _WHILE  # « blessés lors de la dispersion par la police d'un défilé »
    return (own or named or then) and noun.lower.endswith(EVENTIVE_ENDS)


def _is_agent(sentence: Sentence, token: Token) -> bool:
    """Tell « par X », "by X", though not « par exemple », nor « par balles »: whoever does it has an article."""
    if _manner(sentence, token):
        return False
    by = token.dep.startswith(("obl", "nmod")) and preposition(sentence, token) in ("par", "by")
    return (token.dep == "obl:agent" or by) and token.lower not in _NO_AGENTS


def _manner(sentence: Sentence, token: Token) -> bool:
    """Tell « par balles », « par erreur », « par arrêté préfectoral » from « par des tirs », « par Novatel »."""
    if token.pos != "NOUN" or token.name is not None or preposition(sentence, token) != "par":
        return False
    people = {token.lower, token.lower.removesuffix("s")} & person_nouns()
    named = any(t.name is not None for t in sentence.subtree(token))
    return not people and not named and not any(sentence.children(token, "det", "nummod", "conj"))

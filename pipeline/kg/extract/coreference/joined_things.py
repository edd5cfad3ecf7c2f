"""Finds whose a thing is by what it is joined to: « Saturne et ses anneaux », « son enseigne A et ses chaînes »."""

from typing import Final

from kg.extract.coreference.nouns import KIN, names_person
from kg.extract.grammar.prepositions import preposition
from kg.extract.reading import Reading, Reference
from kg.lexicon.closed import FRENCH_OWN
from kg.lexicon.tables import lexicon
from kg.model import EntityType
from kg.model.annotation import Sentence, Token

JOINED: Final = "what it is joined to"
_BESIDES: Final = frozenset("avec et dont via with and including".split())
_NEAREST: Final = frozenset("femme épouse mari époux compagne compagnon conjoint conjointe mère père".split())


def _past_age(before: tuple[Token, ...]) -> tuple[Token, ...]:
    """Return the last two words before a possessive without the age between: "Jean Marsh, 72, and [her husband]"."""
    aged = len(before) == 5 and before[1].text == before[3].text == "," and before[2].pos == "NUM"
    return (before[0], before[4]) if aged else before[-2:]


def joined(reading: Reading, sentence: Sentence, token: Token) -> tuple[Reference, ...] | None:
    """Return what a possessed thing is joined to, « Saturne et ses anneaux »; None where it is joined to nothing.

    The order of the words tells it: parsers hang such a thing from the verb as well.
    """
    thing = sentence.head(token)
    before = _past_age(sentence.tokens[max(0, token.index - 5) : token.index])
    if thing is None or len(before) < 2 or thing.index < token.index:
        return None
    first_owner = _owner_of_first(reading, sentence, token, thing)
    if first_owner:
        return first_owner
    aside = _named_before(sentence, token, thing)
    if aside is None and before[1].lower not in ("et", "and"):
        return None
    first = aside or before[0]
    found = reading.referents(sentence, first) if first.name is not None else ()
    alone = aside is None and preposition(sentence, first) not in ("entre", "between")
    below = first.dep.startswith("nmod") and preposition(sentence, first) in ("", "de", "of")
    if len(found) != 1 or (alone and below):  # « une enquête contre Novatel et sa filiale » is against both
        return None
    person = reading.entities[found[0].entity].type is EntityType.PERSON
    if names_person(thing.lower, reading.language) and not person:
        return None
    parents = _with_owner(reading, sentence, first) if token.lower in ("leur", "leurs") else ()
    return (*parents, Reference(found[0].entity, "pronoun", JOINED, first.span))


def _with_owner(reading: Reading, sentence: Sentence, name: Token) -> tuple[Reference, ...]:
    """Return Paul of « Paul Martin, sa femme Anne et leurs deux filles »."""
    noun = sentence.head(name) if name.dep.startswith(("appos", "flat")) else None
    dets = [c for c in sentence.children(noun, "det") if c.lower in FRENCH_OWN] if noun is not None else []
    own = [r for c in dets for r in reading.referents(sentence, c)]
    return tuple(Reference(r.entity, "pronoun", JOINED, r.antecedent) for r in own[: len(own) == 1])


def _owner_of_first(reading: Reading, sentence: Sentence, token: Token, thing: Token) -> tuple[Reference, ...]:
    """Return whose the first thing is of « son enseigne A et ses chaînes »: both have one owner."""
    near = sentence.tokens[token.index - 2]
    above = sentence.head(thing) if thing.dep == "conj" else sentence.head(near) if near.name is not None else None
    if token.lower not in FRENCH_OWN or above is None or above.index > token.index or above.pos != "NOUN":
        return ()
    people = any(_person(noun, reading.language) for noun in (thing, above)) and not _family(above, thing)
    joint = any(t.lower in ("et", "ou", ",") for t in sentence.tokens[token.index - 1 : token.index])
    same = (t for t in sentence.children(above, "det") if t.lower in FRENCH_OWN)
    found = () if people or not joint else tuple(r for t in same for r in reading.referents(sentence, t))
    return tuple(Reference(r.entity, "pronoun", JOINED, r.antecedent) for r in found)


def _family(first: Token, second: Token) -> bool:
    """Tell « sa femme A et son fils B », who are of one person; « sa sœur A et son mari B » need not be.

    « son fils A et son ex-femme B » are: whoever stands beside a former wife is hers and her husband's.
    """
    former = second.lower.startswith("ex-")
    nearest = former or first.lower in _NEAREST or first.lower not in KIN
    return nearest and (second.lower in KIN or former) and first.lower != second.lower


def _person(noun: Token, language: str) -> bool:
    """Tell a noun for people; « enseigne » is a shop first."""
    return names_person(noun.lower, language) and noun.lower not in lexicon()["before:Organization"]


def _named_before(sentence: Sentence, token: Token, thing: Token) -> Token | None:
    """Return Novatel of « Novatel (avec ses marques », « les usines de Novatel et de ses filiales »."""
    before = sentence.tokens[max(0, token.index - 3) : token.index]
    if len(before) < 3 or before[0].name is None:
        return None
    ruled = before[2].pos == "ADP" and preposition(sentence, before[0]) == preposition(sentence, thing)
    again = before[1].lower in ("et", "and") and ruled
    beside = thing.head in (before[0].index, before[0].head) and before[2].lower in _BESIDES
    return before[0] if again or (beside and before[1].text in ("(", ",")) else None

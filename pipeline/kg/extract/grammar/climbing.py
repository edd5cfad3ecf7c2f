"""Climbs a tree: what stands above a word, however many nouns lie between."""

from typing import Final

from kg.extract.grammar.negation import negated
from kg.extract.grammar.prepositions import preposition
from kg.model.annotation import Sentence, Token

# What only an event does or has done to it.
_HAPPENING: Final = ("surven", "survien", "déroul", "produi", "occurr", "happen")
_REFLEXIVE: Final = ("déroul", "produi", "jou", "disput", "tien", "tenu")
BEFELL: Final = ("surven", "disputé", "joué", "perpétré", "commis")  # participles that tell of events alone
_ARRANGED: Final = ("disput", "programm", "prévu", "held", "schedul", "postpon", "tenu")


def verb_above(sentence: Sentence, word: Token) -> Token | None:
    """Return the nearest verb or auxiliary above a word, None where there is none."""
    above = sentence.head(word)
    while above is not None and above.pos not in ("VERB", "AUX"):
        above = sentence.head(above)
    return above


def equated(sentence: Sentence, noun: Token) -> Token | None:
    """Return the name that a noun in the singular is said to be: « Le maire de Lyon est Anne Dubois »."""
    name = sentence.head(noun) if noun.dep == "nsubj" and noun.name is None and not noun.plural else None
    if name is None or name.name is None or not any(sentence.children(name, "cop")):
        return None
    others = any(t.name is None for t in sentence.children(name, "conj"))  # « si le candidat était A ou B »
    return None if negated(sentence, name) or others or any(sentence.children(name, "case")) else name


def held(sentence: Sentence, noun: Token) -> Token | None:
    """Return the verb that tells when and where an event is: « le duel aura lieu lundi », « disputé lundi »."""
    befell = next((t for t in sentence.children(noun, "acl") if t.lower.startswith(BEFELL)), None)
    if befell is not None:
        return befell
    verb = sentence.head(noun) if noun.dep.startswith("nsubj") and noun.name is None else None
    if verb is None or verb.pos not in ("VERB", "AUX"):
        return None
    word = verb.lower
    place = any(c.lower in ("lieu", "place") for c in sentence.children(verb, "obj", "fixed", "compound"))
    itself = any(sentence.children(verb, "expl")) and word.startswith(_REFLEXIVE)
    arranged = word.startswith(_ARRANGED) and any(sentence.children(verb, "aux:pass"))
    happens = word.startswith(_HAPPENING) and not any(sentence.children(verb, "obj"))
    return verb if place or itself or arranged or happens else None


def attended(sentence: Sentence, noun: Token) -> Token | None:
    """Return the verb of what somebody is at: « s'est tenue samedi en présence de Dubois »."""
    there = noun.lower == "présence" and preposition(sentence, noun) == "en"
    return sentence.head(noun) if there else None

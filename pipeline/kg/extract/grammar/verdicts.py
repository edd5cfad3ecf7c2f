"""Finds who has done what a court says: « condamné pour le meurtre de X », « reconnu coupable du meurtre de X »."""

from typing import Final

from kg.extract.grammar.negation import negated
from kg.extract.grammar.objects import deep_object
from kg.extract.grammar.prepositions import preposition
from kg.extract.grammar.subjects import surface_subject
from kg.extract.grammar.voice import auxiliaries, is_participle
from kg.model.annotation import Sentence, Token

_OPEN: Final = ("Tense=Fut", "Mood=Cnd", "VerbForm=Inf")
_OWNING: Final = ("avou", "reconnu", "reconnaî", "reconnai", "confess", "revendiqu")
_SENTENCED: Final = ("condamné", "condamne", "condamnait")


def culprit(sentence: Sentence, deed: Token) -> list[Token]:
    """Return whom a court found guilty of the deed, or who owned up to it; nobody where it did not, will or may."""
    owned = sentence.head(deed) if deed.dep == "obj" else None
    if owned is not None and owned.lower.startswith(_OWNING) and not any(sentence.children(deed, "nmod:poss")):
        words = [owned, *auxiliaries(sentence, owned)]
        plain = not negated(sentence, owned) and not any(mark in w.morph for w in words for mark in _OPEN)
        return surface_subject(sentence, owned) if plain else []
    below = deed.dep.startswith(("obl", "nmod", "advcl"))
    word = sentence.head(deed) if below and preposition(sentence, deed) in ("pour", "de") else None
    while word is not None and word.dep.startswith(("obl", "nmod")) and word.pos in ("NOUN", "NUM"):
        word = sentence.head(word)  # « condamné à six ans de prison pour le meurtre de X »
    if word is None or not word.lower.startswith((*_SENTENCED, "coupable")):
        return []
    verb = sentence.head(word) if word.lower.startswith("coupable") and word.dep.startswith("xcomp") else word
    words = [] if verb is None else [word, verb, *auxiliaries(sentence, verb)]
    if verb is None or negated(sentence, verb) or any(mark in w.morph for w in words for mark in _OPEN):
        return []
    if verb.pos != "VERB":
        return surface_subject(sentence, verb)
    aside = sentence.head(verb) if verb.dep.startswith("acl") and is_participle(verb) else None
    return [aside] if aside is not None else deep_object(sentence, verb)

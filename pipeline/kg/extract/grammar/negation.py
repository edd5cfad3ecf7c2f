"""Tells whether a clause is negated."""

from typing import Final

from kg.model.annotation import Sentence, Token

_NO: Final = frozenset("aucun aucune nul nulle no".split())
_NOT: Final = frozenset("not n't never n’t sans without".split())
_NOT_AFTER_NE: Final = frozenset("pas jamais plus aucun aucune guère ni rien personne nullement aucunement".split())


def negated(sentence: Sentence, verb: Token) -> bool:
    """Tell whether a clause is negated: « n'est pas », "did not", « aucun soldat n'a été tué », "no one was hurt"."""
    words = {child.lower for child in sentence.children(verb)}
    if words & _NOT or _of_none(sentence, verb):
        return True
    if not words & {"ne", "n'"}:
        return False
    below = (child.lower for adverb in sentence.children(verb, "advmod") for child in sentence.children(adverb))
    return not _NOT_AFTER_NE.isdisjoint((*words, *below))  # « pas » may hang from « encore »


def _of_none(sentence: Sentence, verb: Token) -> bool:
    """Tell whether what the clause speaks of is nobody or nothing."""
    ends = list(sentence.children(verb, "nsubj", "obj"))
    near = (d for end in ends for d in sentence.children(end, "det", "amod", "advmod") if d.index < end.index)
    return any(d.lower in _NO for d in near)  # « un match nul » is a match

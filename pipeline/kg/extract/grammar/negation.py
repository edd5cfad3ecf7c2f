"""Tells whether a clause is negated."""

from itertools import pairwise
from typing import Final

from kg.model.annotation import Sentence, Token

_NO: Final = frozenset("aucun aucune nul nulle no neither".split())
_NEITHER: Final = ("neither", "nor", "ni")
_PLAINLY_NOT: Final = frozenset("pas not n't n’t".split())
_ONLY: Final = frozenset("only merely just simply seulement uniquement simplement juste".split())
_THAN: Final = ("que", "qu'")
_MERELY: Final = _PLAINLY_NOT | _ONLY
_NONE: Final = ("none", "nobody", "neither")
_NOT: Final = frozenset("not n't never n’t sans without neither nor".split())
_NOT_AFTER_NE: Final = frozenset("pas jamais plus aucun aucune guère ni rien personne nullement aucunement".split())


def negated(sentence: Sentence, verb: Token) -> bool:
    """Tell whether a clause is negated: « n'est pas », "did not", « aucun soldat n'a été tué », "no one was hurt"."""
    words = {child.lower for child in sentence.children(verb)}
    against = "against" in words and verb.lower.endswith("ing")  # "voted against selling the mine"
    if not words.isdisjoint(_MERELY) and _merely(sentence, verb):
        return False
    if words & _NOT or against or _of_none(sentence, verb) or _nor(sentence, verb):
        return True
    if "longer" in words and _no_longer(sentence, verb):
        return True
    if not words & {"ne", "n'"} or _nonetheless(sentence, verb):
        return False
    ends = (*sentence.children(verb, "advmod"), *sentence.children(verb, "obl:arg", "obl"))  # « d'aucune blessure »
    below = (c.lower for end in ends for c in sentence.children(end) if end.dep == "advmod" or c.lower in _NO)
    return not _NOT_AFTER_NE.isdisjoint((*words, *below))  # « pas » may hang from « encore »


def _merely(sentence: Sentence, verb: Token) -> bool:
    """Tell « n'a pas seulement racheté X », « n'est pas que maire », "has not only bought X": that and more is so."""
    for word in sentence.children(verb, "advmod", "cc", "neg"):
        not_so = word.lower in _PLAINLY_NOT
        after = sentence.tokens[word.index + 1 : word.index + 2] if not_so else ()
        if any(t.lower in _ONLY or (t.lower in _THAN and t.head == verb.index) for t in after):
            return True
        if word.lower in _ONLY and word.index and sentence.tokens[word.index - 1].lower in _PLAINLY_NOT:
            return True  # « pas » may hang from « seulement »
    return False


def _no_longer(sentence: Sentence, verb: Token) -> bool:
    return any(
        adverb.lower == "longer" and any(c.lower == "no" for c in sentence.children(adverb))
        for adverb in sentence.children(verb, "advmod")
    )


def _nonetheless(sentence: Sentence, verb: Token) -> bool:
    """Tell « n'en a pas moins rejoint l'armée », which says that he did."""
    before = sentence.tokens[max(0, verb.index - 4) : verb.index]
    behind = sentence.tokens[verb.index + 1 : verb.index + 3]
    less = any((a.lower, b.lower) == ("pas", "moins") for a, b in (*pairwise(before), *pairwise(behind)))
    return less and any(t.lower in ("en", "n'en") for t in before)


def _nor(sentence: Sentence, verb: Token) -> bool:
    """Tell "did not concede or admit it": a bare verb behind "or" shares the negation of the first."""
    first = sentence.head(verb) if verb.dep == "conj" and verb.pos == "VERB" else None
    if first is None or first.pos != "VERB":
        return False
    if any(t.lower == "nor" and t.head == first.index for t in sentence.tokens[first.index : verb.index]):
        return True  # "did not concede, nor did she admit it"
    if any(sentence.children(verb, "nsubj", "aux")):
        return False
    joint = any(t.lower in ("or", "nor") for t in sentence.tokens[first.index : verb.index])
    return joint and any(c.lower in _NOT for c in sentence.children(first))


def _of_none(sentence: Sentence, verb: Token) -> bool:
    """Tell whether what the clause speaks of is nobody or nothing."""
    ends = list(sentence.children(verb, "nsubj", "obj"))
    near = (d for end in ends for d in sentence.children(end, "det", "amod", "advmod") if d.index < end.index)
    if any(d.lower in _NO for d in near):  # « un match nul » is a match
        return True
    subjects = [t for t in ends if t.dep != "obj"]
    joints = (c for t in ends for one in (t, *sentence.children(t, "conj")) for c in sentence.children(one, "cc"))
    return any(t.lower in _NONE for t in subjects) or any(c.lower in _NEITHER for c in joints)

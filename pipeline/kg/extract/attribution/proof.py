"""Tells what a text says nobody has proven: « rien ne prouve que … », "no evidence that …"."""

from typing import Final

from kg.extract.grammar.negation import negated
from kg.extract.grammar.voice import auxiliaries
from kg.model.annotation import Sentence, Token

_PROVING: Final = (
    "prouv",
    "démontr",
    "montr",
    "établi",
    "confirm",
    "attest",
    "corrobor",
    "prove",
    "demonstrate",
    "establish",
)
_PROOFS: Final = frozenset("preuve preuves indice indices confirmation evidence proof indication sign".split())
_NOTHING: Final = frozenset("rien nothing nobody".split())
_NO: Final = frozenset("aucun aucune nul nulle no pas".split())
_THAT: Final = frozenset("que qu' that".split())


def unproven(sentence: Sentence, at: Token, head: Token) -> bool:
    """Tell whether a clause is the content of a proof that the clause above denies."""
    if not any(t.lower in _THAT for t in sentence.children(at, "mark", "obj", "nsubj")):
        return False
    if head.pos == "NOUN":
        return head.lower in _PROOFS and at.dep.startswith(("acl", "ccomp")) and _missing(sentence, head)
    doubted = head.lower.startswith(_PROVING) or _subjunctive(sentence, at)
    return at.dep.startswith("ccomp") and doubted and _denied(sentence, head)


def _subjunctive(sentence: Sentence, verb: Token) -> bool:
    """Tell « ne pense pas que X ait démissionné »; « regrette » and « ignore » vouch for theirs without negation."""
    return any("Mood=Sub" in t.morph for t in (verb, *auxiliaries(sentence, verb)))


def _missing(sentence: Sentence, noun: Token) -> bool:
    above = sentence.head(noun)
    none = any(c.lower in _NO for c in sentence.children(noun, "det", "advmod"))
    return none or (above is not None and noun.dep.startswith("obj") and _denied(sentence, above))


def _denied(sentence: Sentence, verb: Token) -> bool:
    nothing = any(t.lower in _NOTHING for t in sentence.children(verb, "nsubj"))
    return nothing or negated(sentence, verb)

"""Tells who cannot help doing a thing, and so does it, from whom somebody hinders."""

from kg.extract.grammar.negation import negated
from kg.model.annotation import Sentence, Token


def forbears(sentence: Sentence, at: Token, head: Token) -> bool:
    """Tell « se retenir de critiquer », "help criticizing", "resist criticizing"."""
    itself = any(c.lower in ("se", "s'", "s’", "me", "m'") for c in sentence.children(head))
    return (head.lower == "retenir" and itself) or (head.lower in ("help", "resist") and at.lower.endswith("ing"))


def cannot(sentence: Sentence, verb: Token) -> bool:
    """Tell « n'a pas empêché », « n'a pas pu s'empêcher »: what was not hindered was done."""
    above = sentence.head(verb) if verb.dep.startswith("xcomp") else None
    return negated(sentence, verb) or (above is not None and negated(sentence, above))

"""Tells who cannot help doing a thing, was able or had to do it, and so did it, from whom somebody hinders."""

from typing import Final

from kg.extract.grammar.negation import negated
from kg.model.annotation import Sentence, Token

_HAD: Final = ("a", "ont", "ai", "avait", "avaient", "eut", "ayant")
_PREFERRED: Final = frozenset("préféra préférèrent préférant".split())


def forbears(sentence: Sentence, at: Token, head: Token) -> bool:
    """Tell « se retenir de critiquer », "help criticizing", "resist criticizing"."""
    itself = any(c.lower in ("se", "s'", "s’", "me", "m'") for c in sentence.children(head))
    return (head.lower == "retenir" and itself) or (head.lower in ("help", "resist") and at.lower.endswith("ing"))


def cannot(sentence: Sentence, verb: Token) -> bool:
    """Tell « n'a pas empêché », « n'a pas pu s'empêcher »: what was not hindered was done."""
    above = sentence.head(verb) if verb.dep.startswith("xcomp") else None
    return negated(sentence, verb) or (above is not None and negated(sentence, above))


def could(sentence: Sentence, at: Token, head: Token) -> bool:
    """Tell « a pu rencontrer X », who did, from « aurait pu », « n'a pas pu », « a pu être touché »."""
    done = head.lower == "pu" and has_done(sentence, head)
    plain = not any(sentence.children(at, "aux", "cop"))
    return done and plain and not negated(sentence, head)


def had_to(sentence: Sentence, verb: Token) -> bool:
    """Tell « a dû démissionner », which was done, from « doit », « aurait dû démissionner »."""
    return verb.lower == "dû" and has_done(sentence, verb)


def preferred(sentence: Sentence, verb: Token) -> bool:
    """Tell « a préféré partir », « préféra partir », « préférant partir », which was done, from « préfère partir »."""
    return verb.lower in _PREFERRED or (verb.lower == "préféré" and has_done(sentence, verb))


def has_done(sentence: Sentence, verb: Token) -> bool:
    """Tell « a pu », « avait dû », « a manqué » from « aurait pu », « doit »."""
    return any(c.lower in _HAD for c in sentence.children(verb, "aux"))

"""Reads « à en croire X, … » and « si l'on en croit X, … » as what « selon X, … » is.

The parser takes them for clauses beside the one that X vouches for. French only.
"""

from dataclasses import replace
from typing import Final

from kg.extract.grammar.prepositions import VOUCHING
from kg.extract.trees.mend import mend_each
from kg.model.annotation import Annotation, Sentence, Token

_BELIEVE: Final = ("croire", "croit")
_OPENINGS: Final = (("à", "en"), ("si", "l'", "on", "en"), ("si", "on", "en"))
_ABOVE: Final = ("advcl", "parataxis", "ccomp", "xcomp", "obl")


def put_believing(annotation: Annotation) -> Annotation:
    """Return the annotation with whoever is to be believed hung from what is told, the verb as a preposition."""
    return mend_each(annotation, _believed) if annotation.document.language == "fr" else annotation


def _believed(sentence: Sentence) -> dict[int, Token]:
    if sentence.words.isdisjoint(_BELIEVE):
        return {}
    for verb in sentence.tokens[2:-1]:
        opening = _opening(sentence, verb) if verb.lower in _BELIEVE else ()
        source = next((t for t in sentence.children(verb, "obj") if t.index > verb.index), None)
        top = _above(sentence, verb)
        if not opening or source is None or top is None:
            continue
        moved = {t.index: replace(t, head=source.index, dep=VOUCHING, pos="ADP") for t in opening}
        below = (t for t in sentence.children(verb) if t.index not in moved and t is not source)
        moved |= {t.index: replace(t, head=source.index) for t in below}
        moved[verb.index] = replace(verb, head=source.index, dep=VOUCHING, pos="ADP")
        moved[source.index] = replace(source, head=top.index, dep="obl:mod")
        return moved
    return {}


def _opening(sentence: Sentence, verb: Token) -> tuple[Token, ...]:
    """Return the words before the verb that make one expression with it."""
    for words in _OPENINGS:
        before = sentence.tokens[max(0, verb.index - len(words)) : verb.index]
        if tuple(t.lower.replace("’", "'") for t in before) == words:
            return before
    return ()


def _above(sentence: Sentence, verb: Token) -> Token | None:
    """Return the predicate that the aside hangs from."""
    return sentence.head(verb) if verb.dep.startswith(_ABOVE) else None

"""Tells by its tense which verb another goes on from: « … est pire que celle qui s'était produite à X et avait … »."""

from dataclasses import replace
from typing import Final

from kg.model.annotation import Sentence, Token

_HAD: Final = ("avait", "avaient", "était", "étaient")


def go_on(sentence: Sentence) -> dict[int, Token]:
    """Return « et avait fait 92 morts » joined to « qui s'était produit », not to the main verb, which is not past."""
    moved: dict[int, Token] = {}
    for verb in sentence.tokens:
        first = sentence.head(verb)
        joined = verb.dep == "conj" and verb.pos == "VERB" and _pluperfect(sentence, verb)
        if first is None or not joined or _pluperfect(sentence, first) or any(sentence.children(verb, "nsubj", "mark")):
            continue
        between = sentence.tokens[first.index + 1 : verb.index]
        clauses = [t for t in between if t.dep == "acl:relcl" and any(c.lower == "qui" for c in sentence.children(t))]
        if clauses and _pluperfect(sentence, clauses[-1]) and not _imperfect(sentence, first):
            moved[verb.index] = replace(verb, head=clauses[-1].index)
    return moved


def _pluperfect(sentence: Sentence, verb: Token) -> bool:
    return any(c.lower in _HAD for c in sentence.children(verb, "aux"))


def _imperfect(sentence: Sentence, verb: Token) -> bool:
    """Tell a verb in a tense of the past, which « avait fait » may go on from."""
    return any(
        "Tense=Imp" in t.morph or "Tense=Past" in t.morph for t in (verb, *sentence.children(verb, "cop", "aux"))
    )

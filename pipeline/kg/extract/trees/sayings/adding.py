"""Hangs what a speaker adds from the saying, not from what is said: « A annonce que B a cédé, précisant que … ».

Behind a comma such a participle tells what whoever speaks says besides; parsers give it to the clause before it, and
so to whom that clause speaks of.
"""

from dataclasses import replace
from typing import Final

from kg.extract.frames.load import load_frames
from kg.extract.trees.mend import mend_each
from kg.model.annotation import Annotation, Sentence, Token

_OPENS: Final = ("que", "qu'", "that")


def put_adding(annotation: Annotation) -> Annotation:
    """Return the annotation with such participles hung from the saying."""
    saying = load_frames(annotation.document.language).clause_verbs["saying"]
    return mend_each(annotation, lambda sentence: _moved(sentence, saying))


def _moved(sentence: Sentence, saying: frozenset[str]) -> dict[int, Token]:
    moved: dict[int, Token] = {}
    for verb in sentence.tokens[2:]:
        if verb.dep == "advcl" and verb.lower in saying and _adds(sentence, verb):
            said = sentence.head(verb)
            speaks = None if said is None else sentence.head(said)
            if said is not None and speaks is not None and _told_of(said, speaks, saying):
                moved[verb.index] = replace(verb, head=speaks.index)
    return moved


def _adds(sentence: Sentence, verb: Token) -> bool:
    """Tell « , précisant que … », with nobody of its own who says it."""
    present = "VerbForm=Part" in verb.morph and "Tense=Past" not in verb.morph
    behind = sentence.tokens[verb.index + 1 : verb.index + 2]
    opens = any(t.lower in _OPENS for t in behind)
    parted = sentence.tokens[verb.index - 1].text == ","
    return present and opens and parted and not any(sentence.children(verb, "nsubj", "mark", "case"))


def _told_of(said: Token, speaks: Token, saying: frozenset[str]) -> bool:
    """Tell a clause, itself no saying, that stands for what `speaks` says right before."""
    content = said.dep.startswith("ccomp") and speaks.index < said.index
    return content and speaks.lower in saying and said.lower not in saying and speaks.pos == "VERB"

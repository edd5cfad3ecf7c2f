"""Puts the noun above the words that only count it, where French parsers hang it below them.

« a tué plus de 91 personnes » · « près de 20 soldats ont été tués » · « et 1 370 ont perdu la vie »
"""

from dataclasses import replace
from itertools import pairwise
from typing import Final

from kg.extract.mend import mend_each
from kg.model.annotation import Annotation, Sentence, Token

_MORE: Final = frozenset("plus moins près".split())
_OF: Final = frozenset("de d' d’".split())
_COUNTS: Final = frozenset(
    """millier milliers million millions milliard milliards dizaine dizaines vingtaine trentaine quarantaine
    cinquantaine soixantaine centaine centaines douzaine moitié tiers quart""".split()
)


def put_counted(annotation: Annotation) -> Annotation:
    """Return the annotation with such nouns and numbers in their places; French only."""
    if annotation.document.language != "fr":
        return annotation
    return mend_each(annotation, _more_than, _number_alone)


def _more_than(sentence: Sentence) -> dict[int, Token]:
    """Return « personnes » of « plus de 91 personnes » in the place of « plus »."""
    moved: dict[int, Token] = {}
    for more, of in pairwise(sentence.tokens):
        noun = sentence.tokens[of.head]
        if more.lower not in _MORE or of.lower not in _OF or noun.head != more.index or noun is more:
            continue
        if not _numbered(sentence, noun):
            continue
        moved |= {c.index: replace(c, head=noun.index) for c in sentence.children(more)}
        moved[noun.index] = replace(
            noun, head=noun.index if more.head == more.index else more.head, dep=_function(sentence, more)
        )
        moved[more.index] = replace(more, head=noun.index, dep="advmod")
        moved[of.index] = replace(of, head=more.index, dep="fixed")
    return moved


def _function(sentence: Sentence, more: Token) -> str:
    """Return what the noun is: behind an active verb its object, before a verb its subject, where it has none."""
    verb = sentence.head(more)
    if more.dep != "advmod" or verb is None or verb.pos != "VERB" or any(sentence.children(more, "case")):
        return more.dep
    passive = any(sentence.children(verb, "aux:pass"))
    if more.index < verb.index and not any(sentence.children(verb, "nsubj")):
        return "nsubj:pass" if passive else "nsubj"
    bare = not passive and not any(sentence.children(verb, "obj", "cop", "expl"))
    return "obj" if bare and more.index > verb.index else more.dep


def _numbered(sentence: Sentence, noun: Token) -> bool:
    return noun.pos == "NUM" or noun.lower in _COUNTS or any(sentence.children(noun, "nummod"))


def _number_alone(sentence: Sentence) -> dict[int, Token]:
    """Return the number right before an auxiliary as the subject that its verb lacks, not joined to the noun before."""
    moved: dict[int, Token] = {}
    for joint, number, helper in zip(sentence.tokens, sentence.tokens[1:], sentence.tokens[2:], strict=False):
        verb = sentence.tokens[helper.head]
        first = sentence.head(verb)
        if joint.pos != "CCONJ" or number.pos != "NUM" or number.dep != "conj" or helper.dep[:3] not in ("aux", "cop"):
            continue
        if verb is helper or any(sentence.children(verb, "nsubj")) or any(sentence.children(number, "nummod")):
            continue
        passive = any(sentence.children(verb, "aux:pass"))
        moved[number.index] = replace(number, head=verb.index, dep="nsubj:pass" if passive else "nsubj", pos="PRON")
        moved[joint.index] = replace(joint, head=verb.index)
        if first is not None and verb.dep == "parataxis":
            moved[verb.index] = replace(verb, dep="conj")
    return moved

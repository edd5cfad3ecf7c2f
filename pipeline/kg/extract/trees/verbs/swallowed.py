"""Gives English sentences back the verb that the parser took for what describes the object, and names their noun.

"Cambodia banned imports of fruit" · "Netflix poached executive Tara Klein from Disney": a name, a participle and a noun
without any other verb are a clause. "existing investors Seedfund and Ridley", "beat leaders Norwich City": a name right
behind a noun stands beside it.
"""

from dataclasses import replace
from functools import partial
from itertools import pairwise
from typing import Final

from kg.extract.coreference.nouns import may_name_body, names_person
from kg.extract.frames.load import load_frames
from kg.extract.trees.mend import mend_each
from kg.model import EntityType
from kg.model.annotation import Annotation, Sentence, Token

_FINITE: Final = ("nsubj", "nsubj:pass", "aux", "cop")
_PAST: Final = ("ed", "de", "ld", "ght", "ok", "ew")
_ADVERBIAL: Final = ("obl:mod", "pobj", "dep")


def put_swallowed(annotation: Annotation) -> Annotation:
    """Return the annotation with such verbs on top and such names beside their nouns; English only."""
    if annotation.document.language != "en":
        return annotation
    return mend_each(annotation, _verb, partial(_beside, annotation))


def _verb(sentence: Sentence) -> dict[int, Token]:
    """Return the participle right behind the name that opens a sentence as its verb, the noun behind as the object."""
    name, verb = next(pairwise(sentence.tokens), (None, None))
    if name is None or verb is None or name.name is None or verb.pos != "VERB" or verb.dep != "amod":
        return {}
    noun = sentence.head(verb)
    top = next((t for t in sentence.tokens if t.dep == "ROOT"), None)
    if noun is None or top is not noun or noun.pos not in ("NOUN", "PROPN") or any(sentence.children(noun, *_FINITE)):
        return {}
    known = verb.lower in load_frames("en").verbs and verb.lower.endswith(_PAST)
    whole = sentence.tokens[-1].text in (".", "!") and name.head in (noun.index, verb.index)
    if not (known and whole):
        return {}
    later = (t for t in sentence.children(noun, "nmod", "acl", "advcl") if _apart(sentence, noun, t))
    return {
        name.index: replace(name, head=verb.index, dep="nsubj"),
        verb.index: replace(verb, head=verb.index, dep="ROOT"),
        noun.index: replace(noun, head=verb.index, dep="obj"),
        **{t.index: replace(t, head=verb.index, dep="obl:mod") for t in later},
    }


def _apart(sentence: Sentence, noun: Token, below: Token) -> bool:
    """Tell what says where from or when, "from Disney in the spring", from what the noun is of."""
    case = sentence.child(below, "case")
    return below.index > noun.index and case is not None and case.lower not in ("of", "for")


def _beside(annotation: Annotation, sentence: Sentence) -> dict[int, Token]:
    """Return a name without a preposition right behind a noun for people or bodies as what stands beside it."""
    moved: dict[int, Token] = {}
    for noun, name in pairwise(sentence.tokens):
        if name.name is None or name.dep not in _ADVERBIAL or noun.pos != "NOUN" or noun.name is not None:
            continue
        kind = annotation.names[name.name].type
        fits = names_person(noun.lower, "en") or may_name_body(noun.lower.removesuffix("s"), "en")
        if kind in (EntityType.PERSON, EntityType.ORGANIZATION) and fits and not any(sentence.children(name, "case")):
            moved[name.index] = replace(name, head=noun.index, dep="appos")
    return moved

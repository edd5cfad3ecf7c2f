"""Reads "he's hired two guards" as what he has done: parsers take "'s" before a participle for "is".

Only few verbs keep an object in the passive ("she's given a chance"); with any other one "'s" is "has".
"""

from dataclasses import replace
from typing import Final

from kg.extract.trees.mend import mend_each
from kg.model.annotation import Annotation, Sentence, Token

_SHORT: Final = ("'s", "’s")
_KEEPING: Final = frozenset(
    """given told called named elected re-elected paid awarded offered dubbed shown asked taught sent granted charged
    denied considered deemed appointed crowned declared made handed promised nicknamed labelled labeled owed allowed
    spared fined guaranteed assigned accorded billed branded ranked rated voted pronounced styled termed born""".split()
)
_THINGS: Final = ("NOUN", "PROPN", "PRON", "NUM", "SYM")


def put_has_done(annotation: Annotation) -> Annotation:
    """Return an English annotation with such verbs as active ones; any other as it is."""
    return mend_each(annotation, _active) if annotation.document.language == "en" else annotation


def _active(sentence: Sentence) -> dict[int, Token]:
    moved: dict[int, Token] = {}
    for has in sentence.tokens:
        verb = sentence.head(has) if has.lower in _SHORT and has.dep == "aux:pass" else None
        thing = _object(sentence, verb) if verb is not None else None
        if verb is None or thing is None:
            continue
        moved[has.index] = replace(has, dep="aux")
        moved[verb.index] = replace(verb, morph=verb.morph.replace("|Voice=Pass", ""))
        moved[thing.index] = replace(thing, dep="obj")
        moved |= {s.index: replace(s, dep="nsubj") for s in sentence.children(verb, "nsubj:pass")}
    return moved


def _object(sentence: Sentence, verb: Token) -> Token | None:
    """Return the object behind such a participle, if it is none that a passive keeps."""
    if verb.lower in _KEEPING or any(sentence.children(verb, "obl:agent")):
        return None
    behind = (t for t in sentence.children(verb, "obj", "xcomp") if t.index > verb.index and t.pos in _THINGS)
    return next((t for t in behind if not any(sentence.children(t, "case", "mark", "cop"))), None)

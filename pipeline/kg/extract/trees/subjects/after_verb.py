"""Gives English verbs the subjects that stand behind them, or behind a row of names that the parser cut.

"Also killed were Peter Walsh and two guards" · "Novatel cut its prices, as did its rival Telcor" · "was re-elected, as
well as her colleagues A and B" · "Workers at Ford, Toyota and Renault went on strike".
"""

from dataclasses import replace
from functools import partial
from itertools import pairwise
from typing import Final

from kg.extract.coreference.nouns import names_person
from kg.extract.grammar.voice import is_participle
from kg.extract.trees.mend import is_person, mend_each
from kg.model.annotation import Annotation, Sentence, Token

_BE: Final = frozenset("was were is are".split())
_DO: Final = _BE | frozenset("did does do has have had would will".split())
_SUBJECTS: Final = ("nsubj", "nsubj:pass")
_FIRST: Final = 2  # words that may open a sentence before the participle: "Also", "Among those"


def put_after_verb(annotation: Annotation) -> Annotation:
    """Return the annotation with such subjects below their verbs; English only."""
    if annotation.document.language != "en":
        return annotation
    return mend_each(annotation, partial(_fronted, annotation), _among, _as_did, _as_well, _row)


def _fronted(annotation: Annotation, sentence: Sentence) -> dict[int, Token]:
    """Return who stands behind "Also killed were" as subject of the participle, with all that are joined to it."""
    verb = next((t for t in sentence.tokens[: _FIRST + 1] if t.dep == "ROOT" and t.pos == "VERB"), None)
    if verb is None or not is_participle(verb) or any(sentence.children(verb, *_SUBJECTS, "obj")):
        return {}
    name = next((t for t in sentence.children(verb, "aux:pass") if t.pos in ("PROPN", "NOUN")), None)
    be = next((t for t in sentence.children(name, "cop") if t.lower in _BE), None) if name is not None else None
    if name is None or be is None or not verb.index < be.index < name.index:
        return {}
    moved = {
        be.index: replace(be, head=verb.index, dep="aux:pass"),
        name.index: replace(name, head=verb.index, dep="nsubj:pass"),
    }
    for place in sentence.children(name, "nmod"):
        joined = (t for t in sentence.children(place, "conj") if is_person(annotation, t))
        if is_person(annotation, name) and not is_person(annotation, place):
            moved |= {t.index: replace(t, head=name.index) for t in joined}
    return moved


def _among(sentence: Sentence) -> dict[int, Token]:
    """Return "Among those arrested was X", "Among those to oppose it was X" as a clause: X was arrested, opposed it."""
    first, those = next(pairwise(sentence.tokens), (None, None))
    if first is None or those is None or (first.lower, those.lower) not in (("among", "those"), ("among", "them")):
        return {}
    be = sentence.head(those)
    verb = next((t for t in sentence.children(those, "acl", "acl:relcl") if t.pos == "VERB"), None)
    name = sentence.child(be, "nsubj") if be is not None and be.lower in _BE else None
    if be is None or verb is None or name is None or not verb.index < be.index < name.index or be.head != be.index:
        return {}
    to = [t for t in sentence.children(verb, "aux") if t.lower == "to"]
    who = [t for t in sentence.children(verb, "nsubj") if t.lower in ("who", "that")]
    passive = is_participle(verb) and not to and not who
    rest = (t for t in sentence.children(be) if t not in (those, name))
    return {
        **{t.index: replace(t, head=verb.index) for t in rest},
        those.index: replace(those, head=verb.index, dep="obl:mod"),
        verb.index: replace(verb, head=verb.index, dep="ROOT"),
        be.index: replace(be, head=verb.index, dep="aux:pass" if passive else "dep"),
        name.index: replace(name, head=verb.index, dep="nsubj:pass" if passive else "nsubj"),
        **{t.index: replace(t, head=be.index, dep="dep") for t in (*to, *who)},
    }


def _as_did(sentence: Sentence) -> dict[int, Token]:
    """Return who "as did" says to have done it too as joined to the subject."""
    for do in sentence.tokens:
        verb = sentence.head(do) if do.lower in _DO and do.dep.startswith("advcl") and do.index else None
        before = sentence.tokens[do.index - 1]
        if verb is None or before.lower != "as" or verb.index > do.index or any(sentence.children(do, "obj", "xcomp")):
            continue
        first = next((t for t in sentence.children(verb, *_SUBJECTS) if t.index < verb.index), None)
        too = next((t for t in sentence.children(do, "nsubj") if t.index > do.index), None)
        if first is not None and too is not None:
            return {
                too.index: replace(too, head=first.index, dep="conj"),
                do.index: replace(do, head=too.index, dep="dep"),
                before.index: replace(before, head=too.index, dep="cc"),
            }
    return {}


def _as_well(sentence: Sentence) -> dict[int, Token]:
    """Return whom "as well as" adds to a verb without an object as joined to its subject: no noun joins a verb."""
    for noun in sentence.tokens:
        verb = sentence.head(noun) if noun.dep == "conj" and noun.pos in ("NOUN", "PROPN") else None
        if verb is None or verb.pos != "VERB" or verb.index > noun.index or any(sentence.children(verb, "obj", "obl")):
            continue
        joint = [t for t in sentence.children(verb, "cc") if t.lower == "as" and verb.index < t.index < noun.index]
        first = next((t for t in sentence.children(verb, *_SUBJECTS) if t.index < verb.index), None)
        if joint and first is not None:
            return {
                noun.index: replace(noun, head=first.index),
                joint[0].index: replace(joint[0], head=noun.index),
            }
    return {}


def _row(sentence: Sentence) -> dict[int, Token]:
    """Return the people of "Workers at Ford, Toyota and Renault went on strike" as subject, the names as one row."""
    noun = next((t for t in sentence.tokens[:2] if t.pos == "NOUN" and t.dep == "obl:mod"), None)
    verb = sentence.head(noun) if noun is not None else None
    if noun is None or verb is None or not names_person(noun.lower, "en") or any(sentence.children(noun, "case")):
        return {}
    first = next((t for t in sentence.children(noun, "nmod") if t.name is not None), None)
    second = next((t for t in sentence.children(verb, *_SUBJECTS) if t.name is not None), None)
    if first is None or second is None or second.index != first.index + 2:
        return {}
    if sentence.tokens[first.index + 1].text != "," or not any(sentence.children(second, "conj")):
        return {}
    return {
        noun.index: replace(noun, dep=second.dep),
        second.index: replace(second, head=first.index, dep="conj"),
    }

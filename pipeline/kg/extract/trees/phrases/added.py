"""Joins what is added behind a name or a clause to what it is added to.

« Dubois a été arrêté, ainsi que son adjoint » · « Anne Dubois, tout comme Paul Martin, a … » · "Jane Miller, along with
John Carter, …": parsers hang the first from the verb, the others from the name as if they said of it what kind it is.
"""

from dataclasses import replace
from typing import Final

from kg.extract.grammar.prepositions import preposition
from kg.extract.trees.mend import mend_each
from kg.model.annotation import Annotation, Sentence, Token

_NOMINAL: Final = ("NOUN", "PROPN")
_LIKEWISE: Final = ("tout comme", "de même que", "aussi bien que", "au même titre que")
_LIKE: Final = ("comme", "que")  # a word that each of them has


def put_added(annotation: Annotation) -> Annotation:
    """Return the annotation with such nouns and names in their places."""
    if annotation.document.language != "fr":
        return mend_each(annotation, _along)
    return mend_each(annotation, _as_well, _likewise, _likewise_behind)


def _as_well(sentence: Sentence) -> dict[int, Token]:
    """Return what « ainsi que » adds, joined to the object, the agent or the subject before it."""
    moved: dict[int, Token] = {}
    if "ainsi" not in sentence.words:
        return moved
    for noun in sentence.tokens:
        verb = sentence.head(noun)
        added = noun.pos in _NOMINAL and any(c.lower == "ainsi" for c in sentence.children(noun, "cc"))
        if not added or verb is None or verb.pos != "VERB" or verb.index > noun.index:
            continue
        first = _parallel(sentence, verb, noun)
        if first is not None:
            moved[noun.index] = replace(noun, head=first.index, dep="conj")
    return moved


def _likewise(sentence: Sentence) -> dict[int, Token]:
    """Return B of « A, tout comme B, a soutenu X », joined to A: what is told of one is told of the other."""
    moved: dict[int, Token] = {}
    if sentence.words.isdisjoint(_LIKE):
        return moved
    for noun in sentence.tokens[3:]:
        first = sentence.head(noun) if noun.name is not None else None
        if first is None or first.pos not in _NOMINAL:
            continue
        joints = [t for t in sentence.children(noun, "case", "advmod") if t.index < noun.index]
        whole = " ".join(t.lower for j in joints for t in (j, *sentence.children(j, "fixed")))
        apart = bool(joints) and sentence.tokens[joints[0].index - 1].text == ","
        if not apart or whole not in _LIKEWISE:
            continue
        moved[noun.index] = replace(noun, head=first.index, dep="conj")
        moved |= {t.index: replace(t, dep="cc") for t in joints}
    return moved


def _likewise_behind(sentence: Sentence) -> dict[int, Token]:
    """Return B of « A a été acquitté, de même que B », joined to A; « A a critiqué le texte, tout comme B »."""
    moved: dict[int, Token] = {}
    if sentence.words.isdisjoint(_LIKE):
        return moved
    for noun in sentence.tokens[3:]:
        verb = sentence.head(noun) if noun.pos in _NOMINAL else None
        if verb is None or verb.pos != "VERB" or verb.index > noun.index:
            continue
        joints = _joints(sentence, noun)
        whole = " ".join(t.lower for t in joints)
        subjects = [t for t in sentence.children(verb, "nsubj") if t.index < verb.index and t.pos in _NOMINAL]
        things = [t for t in sentence.children(verb, "obj") if t.index < noun.index]
        likewise = not things or (whole == "tout comme" and all(t.name is None for t in things))
        apart = whole == "tout comme" or (bool(joints) and sentence.tokens[joints[0].index - 1].text == ",")
        if whole in _LIKEWISE and apart and subjects and likewise:
            moved[noun.index] = replace(noun, head=subjects[0].index, dep="conj")
            moved |= {t.index: replace(t, dep="cc", head=noun.index) for t in joints}
    return moved


def _joints(sentence: Sentence, noun: Token) -> list[Token]:
    """Return the words of « de même que », « tout comme » before a noun."""
    own = [t for t in sentence.children(noun, "case", "advmod", "mark") if t.index < noun.index]
    return sorted(
        {t.index: t for j in own for t in (j, *sentence.children(j, "fixed"))}.values(), key=lambda t: t.index
    )


def _along(sentence: Sentence) -> dict[int, Token]:
    """Return B of "A, along with B, sued X", joined to A."""
    moved: dict[int, Token] = {}
    for first, along, joint in zip(sentence.tokens, sentence.tokens[2:], sentence.tokens[3:], strict=False):
        if joint.lower != "with" or along.lower not in ("along", "together"):
            continue
        name = sentence.head(joint)
        if name is None or name.name is None:
            continue
        if first.dep.startswith("nsubj") and sentence.tokens[along.index - 1].text == ",":
            moved[name.index] = replace(name, head=first.index, dep="conj")
            moved[along.index] = replace(along, head=name.index, dep="cc")
            moved[joint.index] = replace(joint, dep="fixed", head=along.index)
    return moved


def _parallel(sentence: Sentence, verb: Token, noun: Token) -> Token | None:
    """Return what stands before a noun in the same function."""
    joint = preposition(sentence, noun).replace("ainsi que", "").strip()
    agents = [t for t in sentence.children(verb, "obl:agent") if t.index < noun.index]
    if joint == "par":
        return agents[0] if agents else None
    if joint or any(t.index > noun.index for t in sentence.children(verb, "obj", "xcomp", "ccomp")):
        return None
    # « dit avoir prévenu A ainsi que B »
    below = [t for t in sentence.children(verb, "xcomp", "ccomp") if t.index < noun.index]
    objects = [t for v in (*below, verb) for t in sentence.children(v, "obj") if t.index < noun.index]
    subjects = [t for t in sentence.children(verb, "nsubj") if t.index < noun.index and t.pos in _NOMINAL]
    return next(iter(objects or subjects), None)

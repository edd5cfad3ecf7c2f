"""Hangs English clauses with "which" from the thing before a person: nobody is "which".

"a concert featuring Jane Miller and John Carter, which raised £2m" · "the dinner hosted by Jane Miller, which raised"
"""

from dataclasses import replace
from functools import partial
from itertools import pairwise

from kg.extract.trees.mend import is_person, mend_each
from kg.model.annotation import Annotation, Sentence, Token


def put_things(annotation: Annotation) -> Annotation:
    """Return the annotation with such clauses below the thing that they tell of; English only."""
    if annotation.document.language != "en":
        return annotation
    return mend_each(annotation, partial(_of_thing, annotation))


def _of_thing(annotation: Annotation, sentence: Sentence) -> dict[int, Token]:
    moved: dict[int, Token] = {}
    for comma, which in pairwise(sentence.tokens):
        verb = sentence.head(which) if comma.text == "," and which.lower == "which" else None
        somebody = sentence.head(verb) if verb is not None and verb.dep == "acl:relcl" else None
        if verb is None or somebody is None or not which.dep.startswith("nsubj") or not is_person(annotation, somebody):
            continue
        thing = _thing_above(annotation, sentence, somebody)
        if thing is not None:
            moved[verb.index] = replace(verb, head=thing.index)
    return moved


def _thing_above(annotation: Annotation, sentence: Sentence, name: Token) -> Token | None:
    """Return the noun before a name that it hangs from, also over a participle or others joined to it."""
    at = sentence.head(name)
    while at is not None and at.index < name.index and (is_person(annotation, at) or at.dep in ("acl", "advcl")):
        at = sentence.head(at)
    plain = at is not None and at.index < name.index and at.pos == "NOUN"
    return at if plain else None

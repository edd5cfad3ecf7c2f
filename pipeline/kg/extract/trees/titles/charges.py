"""Makes one title of the several fields of an office: "Energy and Climate Minister Jane Miller".

So too "the shadow work and pensions secretary, John Carter": the parser joins the office to the first field, so that
the field does what the minister does.
"""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from typing import Final

from kg.extract.trees.mend import is_person, mend_each
from kg.model.annotation import Annotation, Sentence, Token

_OFFICES: Final = frozenset(
    """secretary minister spokesman spokeswoman spokesperson undersecretary commissioner secretaries
    ministers""".split()
)
_FIELDS: Final = frozenset(
    """agriculture affairs business care change children climate commerce commonwealth communities
    constitutional culture defence defense development economy education employment energy enterprise
    environment equality equalities families finance fisheries food foreign forestry government health heritage
    home housing immigration industry information infrastructure innovation interior investment justice labor
    labour leisure media mines mining pensions petroleum planning prisons regions research science security
    skills sport sports taxation technology telecommunications tourism trade transport transportation treasury
    universities water welfare women work works youth""".split()
)
# What stands before a field and belongs to it: "rural affairs", "local government", "social care"
_BEFORE: Final = frozenset("rural foreign social local climate regional urban consumer constitutional higher".split())
_JOINTS: Final = ("and", "&")


def put_charges(annotation: Annotation) -> Annotation:
    """Return the annotation with such fields below their office; English only."""
    if annotation.document.language != "en":
        return annotation
    return mend_each(annotation, partial(_one_title, annotation))


def _one_title(annotation: Annotation, sentence: Sentence) -> dict[int, Token]:
    moved: dict[int, Token] = {}
    for office in sentence.tokens[3:]:
        first = _first(sentence, office) if office.lower in _OFFICES else None
        if first is not None:
            moved |= _below(annotation, sentence, first, office)
    return moved


def _first(sentence: Sentence, office: Token) -> int | None:
    """Return where the fields of an office begin: "culture" of "culture, media and sport secretary"."""
    fields = list(_fields(sentence, office.index - 1))
    joint = sentence.tokens[fields[0] - 1].lower if fields and fields[0] else ""
    return fields[-1] if joint in _JOINTS and len(fields) > 1 else None


def _fields(sentence: Sentence, last: int) -> Iterator[int]:
    """Yield where each field begins, from the last one to the first."""
    at = last
    while at >= 0 and sentence.tokens[at].lower in _FIELDS and sentence.tokens[at].name is None:
        if at and sentence.tokens[at - 1].lower in _BEFORE:
            at -= 1
        yield at
        joint = sentence.tokens[at - 1] if at else None
        if joint is None or (joint.lower not in _JOINTS and joint.text != ","):
            return
        at -= 2


def _below(annotation: Annotation, sentence: Sentence, first: int, office: Token) -> dict[int, Token]:
    """Return the fields below the office, and the office before its holder, in the place that one of them had."""
    behind = sentence.tokens[office.index + 1 : office.index + 2]
    holder = behind[0] if behind and is_person(annotation, behind[0]) else None
    inside = range(first, (holder or office).index + 1)
    tops = [sentence.tokens[n] for n in inside if sentence.tokens[n].head not in inside]
    top = next(iter(tops), None) or next(t for n in inside if (t := sentence.tokens[n]).head == n)
    head, field = holder or office, sentence.tokens[office.index - 1]
    up = head.index if top.head == top.index else top.head
    moved = {head.index: replace(head, head=up, dep=top.dep)}
    if holder is not None:
        moved[office.index] = replace(office, head=holder.index, dep="compound")
    moved[field.index] = replace(field, head=office.index, dep="compound")
    for token in sentence.tokens[first : field.index]:
        dep = "cc" if token.lower in _JOINTS else "punct" if token.text == "," else "compound"
        moved[token.index] = replace(token, head=field.index, dep=dep)
    for token in sentence.tokens:
        if token.index not in inside and token.head in inside and (holder is None or token.head != holder.index):
            before = token.index < first and token.dep in ("det", "amod", "compound", "nmod:poss", "nmod")
            moved[token.index] = replace(token, head=office.index if before else head.index)
    return moved

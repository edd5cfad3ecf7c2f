"""Joins the members of French lists in which everybody has a title: « A, maire de Lyon, B, préfet du Var, et C ont … ».

The parser hangs the second person from the title of the first, or makes the last one the only subject.
"""

from dataclasses import replace
from functools import partial
from typing import Final

from kg.extract.trees.mend import is_person, mend_each
from kg.model.annotation import Annotation, Sentence, Token

_ODD: Final = ("conj", "appos", "nmod", "parataxis", "dep", "flat")
_OPENING: Final = (",", "(")
_PLURAL: Final = frozenset("ont sont avaient étaient auront seront eurent furent auraient seraient".split())


def put_retinues(annotation: Annotation) -> Annotation:
    """Return the annotation with such people joined to the first of their list; French only."""
    if annotation.document.language != "fr":
        return annotation
    return mend_each(annotation, partial(_joined, annotation), partial(_all_subjects, annotation))


def _joined(annotation: Annotation, sentence: Sentence) -> dict[int, Token]:
    """Return the people that hang from the title of whom their list begins with, joined to that one."""
    moved: dict[int, Token] = {}
    for person in sentence.tokens[3:]:
        if not is_person(annotation, person) or person.dep.partition(":")[0] not in _ODD:
            continue
        first = _first(annotation, sentence, person)
        listed = first is not None and (_entitled(sentence, person) or any(sentence.children(person, "cc")))
        if first is not None and listed and _apart(sentence, person):
            moved[person.index] = replace(person, head=first.index, dep="conj")
    return moved


def _first(annotation: Annotation, sentence: Sentence, person: Token) -> Token | None:
    """Return the person whose bare title the word hangs from, by way of the titles of others."""
    first, title = None, sentence.head(person)
    if title is not None and is_person(annotation, title) and _entitled(sentence, title) and title.index < person.index:
        return title if person.dep != "conj" else None
    while title is not None and title.pos == "NOUN" and title.dep == "appos" and title.index < person.index:
        holder = sentence.head(title)
        bare = not any(sentence.children(title, "det"))
        if holder is None or not bare or not is_person(annotation, holder) or holder.index > title.index:
            break
        first, title = holder, sentence.head(holder)
    return first


def _entitled(sentence: Sentence, person: Token) -> bool:
    """Tell somebody behind whose name a bare title stands, after a comma or in brackets."""
    after = sentence.tokens[person.index + 1 : person.index + 2]
    titles = [t for t in sentence.children(person, "appos") if t.pos == "NOUN" and t.index > person.index]
    return bool(after) and after[0].text in _OPENING and bool(titles)


def _apart(sentence: Sentence, person: Token) -> bool:
    """Tell whether a comma or « et » stands before the name, a preposition between at most."""
    before = [t for t in sentence.tokens[max(0, person.index - 3) : person.index] if t.pos != "ADP"]
    return bool(before) and (before[-1].text == "," or before[-1].pos == "CCONJ")


def _all_subjects(annotation: Annotation, sentence: Sentence) -> dict[int, Token]:
    """Return the first of a list that opens a sentence as the subject of its plural verb, the last one joined to it."""
    first = sentence.tokens[0]
    last = next((t for t in sentence.tokens if _ends_list(sentence, t)), None)
    verb = sentence.head(last) if last is not None else None
    if last is None or verb is None or not is_person(annotation, first) or not _entitled(sentence, first):
        return {}
    if first.dep not in ("parataxis", "ROOT", "dep", "dislocated") or verb.index < last.index:
        return {}
    joint = next(t for t in reversed(sentence.tokens[: last.index]) if t.lower == "et")
    moved = {
        joint.index: replace(joint, head=last.index, dep="cc"),
        first.index: replace(first, head=verb.index, dep=last.dep),
        last.index: replace(last, head=first.index, dep="conj"),
    }
    if first.head == first.index:
        moved[verb.index] = replace(verb, head=verb.index, dep="ROOT")
    return moved


def _ends_list(sentence: Sentence, token: Token) -> bool:
    """Tell « et le préfet ont assisté »: one subject behind « et », of a verb in the plural."""
    verb = sentence.head(token)
    if verb is None or not token.dep.startswith("nsubj") or token.plural:
        return False
    plural = any(c.lower in _PLURAL for c in sentence.children(verb, "aux", "cop"))
    before = [t for t in sentence.tokens[max(0, token.index - 3) : token.index] if t.pos not in ("DET", "ADJ")]
    return plural and bool(before) and before[-1].lower == "et"

"""Reads « C'est à Lyon que Renault a construit son usine » as « Renault a construit son usine à Lyon ».

The parser makes what is brought out the predicate and hangs the clause that it belongs to from it. French only.
"""

from dataclasses import replace
from typing import Final

from kg.extract.trees.clauses.calendar_words import dates, temporal
from kg.extract.trees.mend import mend_each
from kg.model.annotation import Annotation, Sentence, Token

_IT: Final = ("c'", "c’", "ce")
_THAT: Final = ("que", "qu'", "qu’")
_IS: Final = frozenset("est était fut sera".split())
_CLAUSE: Final = ("advcl", "acl", "acl:relcl", "ccomp", "csubj", "parataxis")
_MARK: Final = "mark"
_NOT: Final = ("ne", "n'", "n’", "pas")


def put_brought_out(annotation: Annotation) -> Annotation:
    """Return the annotation with such a clause on top, and what is brought out as its complement or object."""
    return mend_each(annotation, _turned) if annotation.document.language == "fr" else annotation


def _turned(sentence: Sentence) -> dict[int, Token]:
    if sentence.words.isdisjoint(_THAT) or sentence.words.isdisjoint(_IS):
        return {}
    for being in sentence.tokens[1:-3]:
        what = _brought_out(sentence, being) if being.lower in _IS else None
        that = _that(sentence, what) if what is not None else None
        verb = sentence.head(that) if that is not None else None
        if what is None or that is None or verb is None or verb.head != what.index or verb.dep not in _CLAUSE:
            continue
        role = _role(sentence, what, verb, that)
        if role is not None:
            return _put(sentence, being, what, verb, role)
    return {}


def _brought_out(sentence: Sentence, being: Token) -> Token | None:
    """Return what stands behind « c'est »; nothing where it is denied."""
    if sentence.tokens[being.index - 1].lower not in _IT or sentence.tokens[being.index + 1].lower in _NOT:
        return None
    what = sentence.head(being)
    return what if what is not None and what.index > being.index and what.pos in ("NOUN", "PROPN", "NUM") else None


def _that(sentence: Sentence, what: Token) -> Token | None:
    """Return the « que » behind what is brought out and all that describes it."""
    return next((t for t in sentence.tokens[what.index + 1 :] if t.lower in _THAT), None)


def _role(sentence: Sentence, what: Token, verb: Token, that: Token) -> str | None:
    """Return the function that it has in the clause; None where it is a noun that the clause tells the content of."""
    if verb.index < that.index:
        return None
    if any(sentence.children(what, "case")) or _when(sentence, what):
        return "obl:mod"
    free = not any(t for t in sentence.children(verb, "obj", "cop") if t is not that)
    return "obj" if what.name is not None and free else None


def _put(sentence: Sentence, being: Token, what: Token, verb: Token, role: str) -> dict[int, Token]:
    head = verb.index if what.head == what.index else what.head
    moved = {verb.index: replace(verb, head=head, dep=what.dep), what.index: replace(what, head=verb.index, dep=role)}
    for child in sentence.children(what):
        beside = child.index <= being.index or child.pos == "PUNCT" or child.dep == "parataxis"
        day = child.index > being.index and _when(sentence, child)
        if (beside or day) and child is not verb:
            dep = "expl" if child.lower in _IT else "discourse" if child is being else child.dep
            dep = "obl:mod" if day else dep
            moved[child.index] = replace(child, head=verb.index, dep=dep)
    for that in sentence.children(verb):
        if that.lower in _THAT and what.index < that.index < verb.index:
            moved[that.index] = replace(that, dep=_MARK)
    return moved


def _when(sentence: Sentence, token: Token) -> bool:
    """Tell « mardi », « le 28 juin dernier », which say when, also beside a place that is brought out."""
    number = token.pos == "NUM" and any(dates(sentence, t) for t in sentence.children(token, "nmod"))
    return number or dates(sentence, token) or temporal(sentence, token)

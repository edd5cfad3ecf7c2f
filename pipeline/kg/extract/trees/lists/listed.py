"""Joins the names of French lists that parsers take apart: before their verb, and around what stands in brackets.

« À l'aube, l'Égypte, le Yémen et la Libye ont rompu … » · « oppose Anne Dubois (qui a gagné) et Paul Martin »
"""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import Final

from kg.extract.coreference.nouns import names_person
from kg.extract.trees.mend import mend_each
from kg.lexicon.tables import kinds
from kg.model import EntityType
from kg.model.annotation import Annotation, Sentence, Token

_LOOSE: Final = ("appos", "conj", "obl", "nmod", "dep", "parataxis", "obj", "flat")
_INSIDE: Final = 9  # tokens from a bracket to its end


def put_listed(annotation: Annotation) -> Annotation:
    """Return the annotation with such names joined to the first; French only."""
    if annotation.document.language != "fr":
        return annotation
    return mend_each(
        annotation,
        lambda s: _subjects(annotation, s),
        lambda s: _two_subjects(annotation, s),
        lambda s: _around_brackets(annotation, s),
        lambda s: _each_in_brackets(annotation, s),
        _with_kinds,
        lambda s: _behind_opening(annotation, s),
    )


def _with_kinds(sentence: Sentence) -> dict[int, Token]:
    """Return « la radio B » of « le magazine A, la radio B et le site C » as joined to the magazine.

    What has a name of its own is nothing that says who or what the name before it is.
    """
    moved: dict[int, Token] = {}
    for noun, name in pairwise(sentence.tokens):
        if name.name is None or name.head != noun.index or noun.name is not None:
            continue
        kind = noun.lower in kinds() or names_person(noun.lower, "fr")
        comma = _before(sentence, _described(sentence, noun)) if kind else None
        if comma is None or comma.text != "," or not comma.index:
            continue
        first = sentence.tokens[comma.index - 1]
        above = sentence.head(first)
        last = (*sentence.children(noun, "conj"), *sentence.children(name, "conj"))
        ends = any(any(sentence.children(t, "cc")) for t in last)
        if first.name is None or above is None or not _beside_or_second(noun, first, above):
            continue
        beside = first.dep == "appos" and above.pos == "NOUN" and above.index == first.index - 1
        if not ends:
            continue
        moved[noun.index] = replace(noun, head=above.index if beside else first.index, dep="conj")
    return moved


def _described(sentence: Sentence, noun: Token) -> Token:
    """Return the first adjective right before a noun, « ancien » of « l'ancien ministre », else the noun."""
    while noun.index and sentence.tokens[noun.index - 1].pos == "ADJ":
        noun = sentence.tokens[noun.index - 1]
    return noun


def _beside_or_second(noun: Token, first: Token, above: Token) -> bool:
    """Tell what parsers hang from the name before it or its title, or make a second subject beside the title."""
    second = noun.dep.startswith("nsubj") and above.dep == noun.dep and above.head == noun.head
    return second or (noun.dep == "appos" and noun.head in (first.index, above.index))


def _subjects(annotation: Annotation, sentence: Sentence) -> dict[int, Token]:
    """Return the names of « A, B et C ont » as one subject, where the parser made only the last one it."""
    moved: dict[int, Token] = {}
    for last in sentence.tokens:
        if last.name is None or not last.dep.startswith("nsubj") or last.head < last.index:
            continue
        joint = _before(sentence, last)
        names = _names_back(sentence, joint) if joint is not None and joint.lower == "et" else []
        if len(names) < 2 or joint is None or len({_kind(annotation, name) for name in (*names, last)}) > 1:
            continue
        first = names[-1]
        moved[first.index] = replace(first, head=last.head, dep=last.dep)
        moved |= {name.index: replace(name, head=first.index, dep="conj") for name in (*names[:-1], last)}
        moved[joint.index] = replace(joint, head=last.index, dep="cc")
    return moved


def _two_subjects(annotation: Annotation, sentence: Sentence) -> dict[int, Token]:
    """Return B and C of « A, B et C ont » as joined to A, where the parser made A and B two subjects."""
    moved: dict[int, Token] = {}
    for second in sentence.tokens:
        comma = _before(sentence, second) if second.name is not None and second.dep.startswith("nsubj") else None
        first = sentence.tokens[comma.index - 1] if comma is not None and comma.text == "," and comma.index else None
        if first is None or first.name is None or first.head != second.head or not first.dep.startswith("nsubj"):
            continue
        last = [t for t in sentence.children(second, "conj") if any(sentence.children(t, "cc"))]
        if last and _kind(annotation, first) == _kind(annotation, second):
            moved |= {t.index: replace(t, head=first.index, dep="conj") for t in (second, *last)}
    return moved


def _behind_opening(annotation: Annotation, sentence: Sentence) -> dict[int, Token]:
    """Return A of « Réunis à Genève, A et B ont signé … » as the subject: it is no more of what ends at the comma."""
    for verb in sentence.tokens:
        if verb.pos != "VERB":
            continue
        helpers = [verb, *sentence.children(verb, "aux")]
        finite = any("VerbForm=Fin" in t.morph for t in helpers)
        if not finite or any(sentence.children(verb, "nsubj", "csubj", "expl:subj")):
            continue
        last = sentence.tokens[max(min(t.index for t in helpers) - 1, 0)]
        joint = _before(sentence, last) if last.name is not None else None
        first = sentence.tokens[joint.index - 1] if joint is not None and joint.lower == "et" else last
        comma = _before(sentence, first) if first.name is not None else None
        above = sentence.tokens[first.head]
        if comma is None or comma.text != "," or above.index > comma.index or above.name is None or first.dep != "conj":
            continue
        if _kind(annotation, above) != _kind(annotation, first):
            both = {last.index: replace(last, head=first.index, dep="conj")}
            return {**both, first.index: replace(first, head=verb.index, dep="nsubj")}
    return {}


def _before(sentence: Sentence, token: Token) -> Token | None:
    """Return the word before a name and its article."""
    at = token.index - 1
    if at >= 0 and sentence.tokens[at].pos == "DET":
        at -= 1
    return sentence.tokens[at] if at >= 0 else None


def _names_back(sentence: Sentence, joint: Token) -> list[Token]:
    """Return the names with commas before « et », the last first; none where a word governs the first of them."""
    found: list[Token] = []
    at: Token | None = joint
    while at is not None and (at is joint or at.text == ",") and at.index:
        name = sentence.tokens[at.index - 1]
        if name.name is None or name.dep.startswith("nsubj"):
            return found if at is not joint else []
        found.append(name)
        at = _before(sentence, name)
    return found if at is None or at.index == 0 else []


def _kind(annotation: Annotation, name: Token) -> str:
    assert name.name is not None
    return annotation.names[name.name].type.value


def _around_brackets(annotation: Annotation, sentence: Sentence) -> dict[int, Token]:
    """Return B of « A (…) et B » as joined to A, not to a word in the brackets."""
    moved: dict[int, Token] = {}
    for before, second in _pairs(sentence):
        above = sentence.head(second)
        inside = above is not None and before.index < above.index < second.index
        if second.dep == "conj" and inside and _kind(annotation, before) == _kind(annotation, second):
            moved[second.index] = replace(second, head=before.index)
    return moved


def _each_in_brackets(annotation: Annotation, sentence: Sentence) -> dict[int, Token]:
    """Return B and C of « par A (1948-1967), B (1967-1982) et C (1982-1992) » as joined to A."""
    moved: dict[int, Token] = {}
    if "(" not in sentence.words:
        return moved
    for first in sentence.tokens[:-4]:
        if first.name is None or first.index in moved or first.dep == "conj":
            continue
        names = [*_with_brackets(sentence, first)]
        alike = len({_kind(annotation, name) == EntityType.PLACE.value for name in (first, *names)}) == 1
        loose = all(n.dep.startswith(_LOOSE) and not any(sentence.children(n, "case")) for n in names)
        if alike and loose:
            moved |= {name.index: replace(name, head=first.index, dep="conj") for name in names}
    return moved


def _with_brackets(sentence: Sentence, first: Token) -> Iterator[Token]:
    """Yield the names that a list goes on with in which brackets stand behind each."""
    at = first.index + 1
    while at < len(sentence.tokens) and sentence.tokens[at].text == "(":
        end = next((t.index for t in sentence.tokens[at : at + _INSIDE] if t.text == ")"), None)
        after = sentence.tokens[end + 1 : end + 4] if end is not None else ()
        if len(after) < 3 or after[0].lower not in (",", "et", "puis"):
            return
        name = after[2] if after[1].pos == "DET" or after[1].lower in ("et", "puis") else after[1]
        if name.name is None:
            return
        at = name.index + 1
        if at < len(sentence.tokens) and sentence.tokens[at].text == "(":
            yield name


def _pairs(sentence: Sentence) -> Iterator[tuple[Token, Token]]:
    """Yield the names before and behind « ( … ) et »."""
    opened: Token | None = None
    for token in sentence.tokens if "(" in sentence.words else ():
        if token.text == "(":
            opened = token
        after = sentence.tokens[token.index + 1 : token.index + 4] if token.text == ")" and opened is not None else ()
        if opened is None or len(after) < 2 or after[0].lower != "et":
            continue
        before = sentence.tokens[opened.index - 1] if opened.index else opened
        second = next((t for t in after[1:] if t.pos != "DET"), before)
        if before.name is not None and second.name is not None:
            yield before, second

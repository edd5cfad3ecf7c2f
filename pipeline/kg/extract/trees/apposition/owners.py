"""Hangs English names from the noun that they belong to where the parser passed that noun over.

"brother of singer Jane Miller" · "the State Department's Bureau of Trade's director" · "A and B's mother, Jane Miller".
"""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from itertools import pairwise

from kg.extract.trees.apposition.callings import calls_person
from kg.extract.trees.mend import Step, is_person
from kg.model.annotation import Annotation, Sentence, Token


def owner_steps(annotation: Annotation) -> Iterator[Step]:
    """Yield the steps that mend an English sentence so."""
    yield _titles_read
    yield _chained
    yield partial(_joint_owners, annotation)
    yield partial(_called_last, annotation)
    yield partial(_both_titles, annotation)
    yield partial(_before_title, annotation)


def _titles_read(sentence: Sentence) -> dict[int, Token]:
    """Return "Director-General" of "Jane Miller, the Director-General of X" as the noun that it is."""
    moved: dict[int, Token] = {}
    for token in sentence.tokens:
        apart = token.pos == "ADJ" and "-" in token.text and token.dep in ("appos", "attr")
        if apart and calls_person(token.lower, "en"):
            moved[token.index] = replace(token, pos="NOUN")
            moved |= {t.index: replace(t, dep="nmod") for t in sentence.children(token, "obl", "obl:mod")}
    return moved


def _chained(sentence: Sentence) -> dict[int, Token]:
    """Return the first owner of "Kenya's Ministry of Health's director" as the ministry's, not the director's."""
    moved: dict[int, Token] = {}
    for first, mark, second in zip(sentence.tokens, sentence.tokens[1:], sentence.tokens[2:], strict=False):
        owners = first.dep == second.dep == "nmod:poss" and first.head == second.head
        if owners and mark.dep == "case" and mark.head == first.index and first.name is not None is not second.name:
            moved[first.index] = replace(first, head=second.index)
    return moved


def _joint_owners(annotation: Annotation, sentence: Sentence) -> dict[int, Token]:
    """Return "A and B's mother" with the mother on top: both are her children, she is not joined to A."""
    moved: dict[int, Token] = {}
    for joint, second, mark, noun in zip(*(sentence.tokens[n:] for n in range(4)), strict=False):
        first = sentence.head(second) if second.dep == "conj" and second.name is not None else None
        shaped = joint.lower in ("and", "&") and mark.dep == "case" and mark.head == second.index
        if first is None or not shaped or noun.dep != "conj" or noun.head != first.index or first.name is None:
            continue
        if is_person(annotation, first) is not is_person(annotation, second) or noun.name is not None:
            continue
        moved[noun.index] = replace(noun, head=noun.index if first.head == first.index else first.head, dep=first.dep)
        moved[first.index] = replace(first, head=noun.index, dep="nmod:poss")
        moved |= {c.index: replace(c, head=noun.index) for c in sentence.children(first, "punct")}
    return moved


def _called_last(annotation: Annotation, sentence: Sentence) -> dict[int, Token]:
    """Return the name of "brother of singer and activist Jane Miller" beside the singer, whose brother it is."""
    moved: dict[int, Token] = {}
    for last, name in pairwise(sentence.tokens):
        above = sentence.head(name) if name.dep == "appos" and is_person(annotation, name) else None
        if above is None or last.name is not None or last.index == above.index or not calls_person(last.lower, "en"):
            continue
        noun = sentence.head(last) if last.dep == "conj" else last  # "singer and activist"
        below = noun is not None and noun.head == above.index and noun.dep.startswith("nmod")
        if noun is not None and below and above.index < noun.index and any(sentence.children(noun, "case")):
            moved[name.index] = replace(name, head=noun.index)
    return moved


def _both_titles(annotation: Annotation, sentence: Sentence) -> dict[int, Token]:
    """Return the name of "His daughter, and member of the party, Jane Miller" beside the daughter: she is both."""
    moved: dict[int, Token] = {}
    for comma, joint, second in zip(sentence.tokens, sentence.tokens[1:], sentence.tokens[2:], strict=False):
        first = sentence.head(second) if comma.text == "," and joint.lower == "and" and second.dep == "conj" else None
        if first is None or first.name is not None or any(sentence.children(second, "det", "nmod:poss")):
            continue
        below = (*sentence.children(second, "appos"), *sentence.children(first, "conj"))
        names = [t for t in below if is_person(annotation, t) and t.index > second.index]
        lone = first.index == comma.index - 1 and not any(sentence.children(first, "appos"))
        if names and lone and calls_person(first.lower, "en") and sentence.tokens[names[0].index - 1].text == ",":
            moved[names[0].index] = replace(names[0], head=first.index, dep="appos")
    return moved


def _before_title(annotation: Annotation, sentence: Sentence) -> dict[int, Token]:
    """Return the person of "After the attack, Jane Miller, a spokesman for X, said …" as the subject, not the title."""
    moved: dict[int, Token] = {}
    for comma, name in pairwise(sentence.tokens):
        above = sentence.head(name) if name.dep == "appos" and is_person(annotation, name) else None
        title = _title_behind(sentence, name) if comma.text == "," and above is not None else None
        if title is None or above is None or is_person(annotation, above) or calls_person(above.lower, "en"):
            continue
        moved[name.index] = replace(name, head=title.head, dep=title.dep)
        moved[title.index] = replace(title, head=name.index, dep="appos")
    return moved


def _title_behind(sentence: Sentence, name: Token) -> Token | None:
    """Return the title with its article behind the comma after a name, where the parser made it the subject."""
    marks = sentence.tokens[name.index + 1 : name.index + 3]
    if [t.lower for t in marks][:1] != [","] or marks[-1].lower not in ("a", "an", "the"):
        return None
    title = sentence.head(marks[-1])
    subject = title is not None and title.dep.startswith("nsubj") and title.name is None
    return title if subject and title is not None and calls_person(title.lower, "en") else None

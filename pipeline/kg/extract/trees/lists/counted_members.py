"""Puts a row of names that ends a French clause beside its counted subject: « Deux députés ont démissionné : A et B ».

The parser hangs the names from whatever stands before the colon or bracket.
"""

from dataclasses import replace
from typing import Final

from kg.extract.coreference.nouns import names_person
from kg.extract.time.numerals import read
from kg.extract.trees.lists.runs import name_runs
from kg.extract.trees.mend import mend_each
from kg.model import EntityType
from kg.model.annotation import Annotation, Sentence, Token

_SOME: Final = frozenset("plusieurs quelques certains certaines divers diverses différents différentes".split())
_NEXT: Final = ("suivants", "suivantes", "autres")
_LEAST: Final = 2  # names


def put_counted_members(annotation: Annotation) -> Annotation:
    """Return the annotation with such names in apposition to the subject; French only."""
    if annotation.document.language != "fr":
        return annotation
    return mend_each(annotation, lambda sentence: _beside_subject(annotation, sentence))


def _beside_subject(annotation: Annotation, sentence: Sentence) -> dict[int, Token]:
    for names in name_runs(sentence, _LEAST):
        if not _ends(sentence, names[-1]):
            continue
        for start in range(len(names) - 1):  # « par la Cour suprême, A et B »: what the row seems to begin with
            run = names[start:]
            subject = _subject_of(annotation, sentence, run)
            if subject is not None:
                first, *others = run
                beside = {first.index: replace(first, head=subject.index, dep="appos")}
                for small in sentence.children(first, "case"):  # « ont voté contre : A et B »
                    beside[small.index] = replace(small, head=subject.head, dep="advmod", pos="ADV")
                return beside | {name.index: replace(name, head=first.index, dep="conj") for name in others}
    return {}


def _subject_of(annotation: Annotation, sentence: Sentence, run: list[Token]) -> Token | None:
    """Return the counted subject whose members a row names."""
    first = run[0]
    article = first.index > 0 and sentence.tokens[first.index - 1].pos == "DET"
    at = first.index - 1 - article
    mark = sentence.tokens[at] if at > 1 else None
    if mark is None or mark.text not in (":", "(", ","):
        return None
    subject = _counted_subject(sentence, first, mark)
    if subject is None or not _of_their_kind(annotation, subject, run):
        return None
    return subject if _many(sentence, subject, len(run), exact=mark.text == ",") else None


def _ends(sentence: Sentence, last: Token) -> bool:
    """Tell whether nothing but what is in brackets, and the end, stands behind the row."""
    return all(t.pos == "PUNCT" for t in sentence.tokens[last.index + 1 :])


def _counted_subject(sentence: Sentence, first: Token, mark: Token) -> Token | None:
    """Return the subject of the clause before the mark, where the row does not hang from a plural noun."""
    above = sentence.tokens[first.head]
    beside = above.pos == "NOUN" and above.plural and not above.dep.startswith("nsubj")
    governed = any(t.index > mark.index for t in sentence.children(first, "case"))
    if beside or governed or first.dep.startswith("nsubj"):
        return None
    subjects = [t for t in sentence.tokens[: mark.index] if t.dep.startswith("nsubj") and t.name is None]
    if len(subjects) != 1:
        return None
    verb = sentence.tokens[subjects[0].head]
    stands = verb.pos == "VERB" and verb.dep == "ROOT" and subjects[0].index < verb.index < mark.index
    return subjects[0] if stands else None


def _of_their_kind(annotation: Annotation, subject: Token, run: list[Token]) -> bool:
    """Tell whether the subject can be those named: people who are persons, or bodies and lands."""
    kinds = {annotation.names[name.name].type for name in run if name.name is not None}
    if subject.pos == "NUM":
        return len(kinds) == 1
    people = names_person(subject.lower, "fr") or names_person(subject.lower.removesuffix("s"), "fr")
    persons = kinds == {EntityType.PERSON}
    members = subject.lower in ("membres", "pays", "états")
    return members or (persons if people else not persons and EntityType.WORK not in kinds)


def _many(sentence: Sentence, subject: Token, found: int, *, exact: bool) -> bool:
    """Tell whether the subject is counted, as so many at least: « deux hommes », « plusieurs pays »."""
    number = subject if subject.pos == "NUM" else sentence.child(subject, "nummod")
    if number is not None:
        said = read(number.lower, "fr")
        return said is not None and (found == said if exact else _LEAST <= found <= said)
    some = any(t.lower in _SOME for t in sentence.children(subject, "det", "amod"))
    some = some or any(t.lower in _NEXT for t in sentence.children(subject, "amod"))
    return some and not exact

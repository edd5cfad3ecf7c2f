"""Finds whom somebody tells something, where a bare clause follows: "told NPR Omar Reddy had appeared in a film".

English only. Without "that" the parser makes one name of the addressee and of what the clause speaks of.
"""

from dataclasses import replace
from typing import Final

from kg.extract.trees.mend import mend_each
from kg.model.annotation import Annotation, Sentence, Token

_TELLING: Final = frozenset("told tells tell telling informed reminded assured warned".split())
_BEFORE: Final = ("DET", "ADJ", "NOUN", "VERB", "PUNCT", "PROPN")


def put_told(annotation: Annotation) -> Annotation:
    """Return the annotation with the addressee as the verb's object, the rest as the subject of the clause."""
    if annotation.document.language != "en":
        return annotation
    return mend_each(annotation, _two_names, _first_name)


def _clause(sentence: Sentence, verb: Token) -> Token | None:
    """Return the verb or predicate of the bare clause that is told, if it begins with no conjunction."""
    told = (t for t in sentence.children(verb, "ccomp") if t.index > verb.index)
    clause = next(told, None) if verb.lower in _TELLING else None
    finite = clause is not None and any(
        "VerbForm=Fin" in t.morph for t in (clause, *sentence.children(clause, "aux", "cop"))
    )
    marked = clause is not None and any(t.lower != "to" for t in sentence.children(clause, "mark"))
    return clause if finite and not marked else None


def _two_names(sentence: Sentence) -> dict[int, Token]:
    """Return the names of "told NPR Omar Reddy had appeared" as addressee and subject: they were made one object."""
    moved: dict[int, Token] = {}
    for verb in sentence.tokens:
        clause = _clause(sentence, verb)
        whom = next((t for t in sentence.children(verb, "obj", "iobj") if t.index > verb.index), None)
        if clause is None or whom is None or whom.name is None or any(sentence.children(clause, "nsubj", "expl")):
            continue
        first = sentence.tokens[whom.index - 1]
        between = sentence.tokens[whom.index + 1 : clause.index]
        if first.name is None or first.head != whom.index or any(t.pos not in ("AUX", "ADV", "PART") for t in between):
            continue
        passive = any(sentence.children(clause, "aux:pass"))
        moved[whom.index] = replace(whom, head=clause.index, dep="nsubj:pass" if passive else "nsubj")
        moved[first.index] = replace(first, head=verb.index, dep=whom.dep)
        moved |= {t.index: replace(t, head=first.index) for t in sentence.children(whom) if t.index < first.index}
    return moved


def _first_name(sentence: Sentence) -> dict[int, Token]:
    """Return "NTV" of "told the broadcaster NTV safety rules had been followed": it hung from the clause's subject."""
    moved: dict[int, Token] = {}
    for verb in sentence.tokens:
        clause = _clause(sentence, verb)
        if clause is None or any(sentence.children(verb, "obj", "iobj")):
            continue
        subject = next((t for t in sentence.children(clause, "nsubj") if t.index > verb.index), None)
        name = _addressee(sentence, verb, subject) if subject is not None else None
        if subject is not None and name is not None:
            moved |= _parted(sentence, verb, name, subject)
    return moved


def _addressee(sentence: Sentence, verb: Token, subject: Token) -> Token | None:
    """Return the first name of the row of nouns and names between a verb of telling and the subject behind it."""
    before = sentence.tokens[verb.index + 1 : subject.index]
    names = [t for t in before if t.name is not None and sentence.tokens[t.index + 1].text != "-"]  # "Boston-based"
    row = all(t.pos in _BEFORE and t.text != "," for t in before)
    owns = bool(names) and sentence.tokens[names[0].index + 1].lower in ("'s", "'")
    return names[0] if names and row and not owns else None


def _parted(sentence: Sentence, verb: Token, name: Token, subject: Token) -> dict[int, Token]:
    """Return the addressee, with the noun before it, below the verb, and what stands behind it below the subject."""
    noun = sentence.tokens[name.index - 1]
    top = noun if noun.pos == "NOUN" else name
    outer = sentence.tokens[verb.index + 1 : top.index]
    moved = {t.index: replace(t, head=top.index) for t in outer if t.head >= name.index}
    inner = sentence.tokens[name.index + 1 : subject.index]
    moved |= {t.index: replace(t, head=subject.index) for t in inner if t.head == name.index}
    moved[name.index] = replace(name, head=top.index, dep="appos")
    moved[top.index] = replace(top, head=verb.index, dep="obj")
    return moved

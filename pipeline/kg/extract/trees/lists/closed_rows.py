"""Puts a row of names between commas beside the plural noun before its owner: « Les avocats de A, B et C, ont … ».

The comma behind the row tells it from a list of owners (« Les avocats de A, B et C ont … »): no comma parts a subject
from its verb.
"""

from dataclasses import replace
from typing import Final

from kg.extract.grammar.prepositions import preposition
from kg.extract.trees.lists.runs import name_runs
from kg.extract.trees.mend import mend_each
from kg.model.annotation import Annotation, Sentence, Token

_OF: Final = ("de", "of", "for")
_DEFINITE: Final = frozenset("les des aux ces the ses leurs".split())
_SMALL: Final = ("PRON", "ADV", "PART")
_NEAR: Final = 3  # tokens from the comma to the verb: « n'ont », « se sont »


def put_closed_rows(annotation: Annotation) -> Annotation:
    """Return the annotation with such names in apposition to the noun."""
    return mend_each(annotation, lambda sentence: _beside(annotation, sentence))


def _beside(annotation: Annotation, sentence: Sentence) -> dict[int, Token]:
    moved: dict[int, Token] = {}
    for owner, *row in name_runs(sentence):
        noun = sentence.head(owner)
        kinds = {annotation.names[name.name].type for name in row if name.name is not None}
        if noun is None or len(row) < 2 or len(kinds) > 1 or not _owned(sentence, noun, owner):
            continue
        parted = sentence.tokens[owner.index + 1].text == ","
        if not parted or not _closed(sentence, row[-1]) or any(preposition(sentence, name) for name in row):
            continue
        first, *others = row
        moved[first.index] = replace(first, head=noun.index, dep="appos")
        moved |= {name.index: replace(name, head=first.index, dep="conj") for name in others}
    return moved


def _owned(sentence: Sentence, noun: Token, owner: Token) -> bool:
    """Tell « les avocats de A »: several, definite, and no name between the two."""
    plain = noun.pos == "NOUN" and noun.plural and noun.name is None and noun.index < owner.index
    definite = any(c.lower in _DEFINITE for c in sentence.children(noun, "det", "case"))
    return plain and definite and preposition(sentence, owner) in _OF


def _closed(sentence: Sentence, last: Token) -> bool:
    """Tell whether a comma and a finite verb follow."""
    comma, *after = sentence.tokens[last.index + 1 : last.index + 2 + _NEAR] or (last,)
    if comma.text != ",":
        return False
    verb = next((t for t in after if t.pos not in _SMALL), None)
    return verb is not None and verb.pos in ("VERB", "AUX") and "VerbForm=Fin" in verb.morph

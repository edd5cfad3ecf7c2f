"""Hangs from its verb the participle behind a measure: « élue avec 51 % des voix, devançant X ».

French parsers take what the winner does for a description of the votes or of the time.
"""

from dataclasses import replace
from typing import Final

from kg.extract.grammar.climbing import verb_above
from kg.extract.trees.mend import mend_each
from kg.model.annotation import Annotation, Sentence, Token

_MEASURES: Final = frozenset(
    """% voix suffrages points secondes minutes heures h min mètres temps chrono score sprint tour set sets manche
    manches euros dollars millions milliards""".split()
)


def put_behind_measures(annotation: Annotation) -> Annotation:
    """Return the annotation with such participles in the clause of the verb; French only."""
    return mend_each(annotation, _of_verb) if annotation.document.language == "fr" else annotation


def _of_verb(sentence: Sentence) -> dict[int, Token]:
    moved: dict[int, Token] = {}
    for participle in sentence.tokens[2:]:
        measure = sentence.head(participle) if participle.dep == "acl" and participle.lower.endswith("ant") else None
        if measure is None or measure.lower not in _MEASURES or sentence.tokens[participle.index - 1].text != ",":
            continue
        verb = verb_above(sentence, measure)
        if verb is not None and verb.index < measure.index and verb.pos == "VERB":
            moved[participle.index] = replace(participle, head=verb.index, dep="advcl")
    return moved

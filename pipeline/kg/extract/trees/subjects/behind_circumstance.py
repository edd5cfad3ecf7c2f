"""Gives a French clause the subject behind its opening circumstance: « Selon l'entourage du chef de l'État, X a … ».

Parsers put the name beside the last noun of the circumstance. A finite verb with no other subject needs it.
"""

from dataclasses import replace
from typing import Final

from kg.extract.grammar.voice import has_finite
from kg.extract.trees.mend import is_person, mend_each, subject_label
from kg.model.annotation import Annotation, Sentence, Token

_OPENING: Final = frozenset("selon d'après pour avec après contre malgré chez lors depuis grâce face auprès".split())
_REACH: Final = 14  # tokens of the circumstance


def put_behind_circumstance(annotation: Annotation) -> Annotation:
    """Return the annotation with such names as the subjects that they are; French only."""
    if annotation.document.language != "fr":
        return annotation
    return mend_each(annotation, lambda sentence: _behind(annotation, sentence))


def _behind(annotation: Annotation, sentence: Sentence) -> dict[int, Token]:
    if not sentence.tokens or sentence.tokens[0].lower not in _OPENING:
        return {}
    comma = next((t.index for t in sentence.tokens[1:_REACH] if t.text == "," or t.pos in ("VERB", "AUX")), 0)
    name = sentence.tokens[comma + 1] if comma and comma + 1 < len(sentence.tokens) else None
    if name is None or sentence.tokens[comma].text != "," or not is_person(annotation, name):
        return {}
    verb = next(iter(sentence.roots()), None)
    beside = name.dep == "appos" and name.head < comma and verb is not None and verb.index > name.index
    if verb is None or not beside or not has_finite((verb, *sentence.children(verb, "aux", "cop"))):
        return {}
    if any(sentence.children(verb, "nsubj", "csubj", "expl:subj", "dislocated")) or any(
        sentence.children(name, "case")
    ):
        return {}
    return {name.index: replace(name, head=verb.index, dep=subject_label(sentence, verb))}

"""Takes no second subject from behind a verb of saying: "her daughter, Jane Miller, said outside court" is of her.

English parsers take the word of place behind "said" for who speaks, as in "…, said the judge".
"""

from dataclasses import replace
from typing import Final

from kg.extract.trees.mend import mend_each
from kg.model.annotation import Annotation, Sentence, Token

_SAYING: Final = frozenset("said told added wrote says asked".split())
_WHERE: Final = frozenset("outside inside near before after during at in on from upon".split())


def put_behind_saying(annotation: Annotation) -> Annotation:
    """Return the annotation with such places as circumstances of their verbs; English only."""
    return mend_each(annotation, _place) if annotation.document.language == "en" else annotation


def _place(sentence: Sentence) -> dict[int, Token]:
    moved: dict[int, Token] = {}
    for verb in sentence.tokens[1:-2]:
        joint = sentence.tokens[verb.index + 1] if verb.lower in _SAYING else None
        if joint is None or joint.lower not in _WHERE:
            continue
        noun = next((t for t in sentence.children(verb, "nsubj") if t.index > joint.index), None)
        speaker = any(t.index < verb.index for t in sentence.children(verb, "nsubj"))
        if noun is not None and speaker and noun.index - joint.index <= 2:
            moved[noun.index] = replace(noun, dep="obl")
            moved[joint.index] = replace(joint, head=noun.index, dep="case")
    return moved

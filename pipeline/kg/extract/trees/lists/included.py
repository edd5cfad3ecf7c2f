"""Finds who is said to be one of several in English, where the sentence counts them up.

"Past winners of the prize include Jane Miller and John Carter" · "Among the dead are Jane Miller and John Carter"
"""

from dataclasses import replace
from typing import Final

from kg.extract.coreference.nouns import names_person
from kg.extract.frames.load import load_frames
from kg.model.annotation import Sentence, Token

_INCLUDING: Final = frozenset("include includes included".split())
_ARE: Final = frozenset("are were is was".split())


def said_included(sentence: Sentence) -> dict[int, Token]:
    """Return the names of "Past winners include A and B", "Among the winners are A and B" as what the noun is."""
    moved: dict[int, Token] = {}
    for verb in sentence.tokens:
        many, first = _counted_up(sentence, verb)
        if many is None or first is None or first.name is None or not many.plural or many.name is not None:
            continue
        if many.pos != "NOUN" or not _says_who(many):
            continue
        root = verb.head == verb.index
        moved |= {t.index: replace(t, head=first.index) for t in sentence.children(verb) if t is not first}
        moved |= {t.index: replace(t, dep="advmod") for t in sentence.children(many, "case")}
        moved[first.index] = replace(first, head=first.index if root else verb.head, dep=verb.dep)
        moved[verb.index] = replace(verb, head=first.index, dep="cop", pos="AUX")
        moved[many.index] = replace(many, head=first.index, dep="nsubj")
    return moved


def _says_who(many: Token) -> bool:
    """Tell a noun for people, or one of the frames that says what somebody is: "recipients of the medal"."""
    triggers = load_frames("en").nouns.get(many.lower, ())
    return names_person(many.lower, "en") or any("self" in where for t in triggers for _, where in t.roles)


def _counted_up(sentence: Sentence, verb: Token) -> tuple[Token | None, Token | None]:
    """Return the noun for many and the first of those counted up, below a verb."""
    subjects = list(sentence.children(verb, "nsubj"))
    if verb.lower in _INCLUDING and verb.pos == "VERB":
        return next(iter(subjects), None), next(sentence.children(verb, "obj"), None)
    if verb.lower in _ARE and not any(sentence.children(verb, "obj", "xcomp", "aux")):
        among = (t for t in sentence.children(verb, "obl") if t.index < verb.index)
        many = next((t for t in among if any(c.lower == "among" for c in sentence.children(t, "case"))), None)
        return many, next((t for t in subjects if t.index > verb.index), None)
    return None, None

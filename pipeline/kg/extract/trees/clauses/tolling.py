"""Hangs a clause that tells a toll from what happened, where the parser hung it from the place, the body or the verb.

"an attack on a school run by Novatel, which killed six people": neither the school nor Novatel did. « L'incendie
survient après l'effondrement de deux immeubles, faisant six morts »: the fire did not.
"""

from dataclasses import replace
from functools import partial
from typing import Final

from kg.extract.coreference.nouns import deeds, happenings
from kg.extract.grammar.antecedents import TOLLING
from kg.extract.grammar.prepositions import preposition
from kg.extract.trees.mend import is_person, mend_each
from kg.model.annotation import Annotation, Sentence, Token

_COMING: Final = ("interv", "surv")
_AFTER: Final = ("après", "à la suite de", "suite à", "au lendemain de")
_HIGHEST: Final = 5  # steps up from the place


def put_tolling(annotation: Annotation) -> Annotation:
    """Return the annotation with such clauses below what happened."""
    if annotation.document.language == "fr":
        return mend_each(annotation, _of_what_was_before)
    return mend_each(annotation, partial(_tolling, annotation))


def _of_what_was_before(sentence: Sentence) -> dict[int, Token]:
    """Return « faisant » of « intervient après l'effondrement de deux immeubles, faisant six morts » below that."""
    moved: dict[int, Token] = {}
    for verb in sentence.tokens[4:]:
        head = sentence.head(verb) if verb.dep == "advcl" and verb.lower.endswith("ant") else None
        if head is None or not head.lower.startswith(_COMING) or sentence.tokens[verb.index - 1].text != ",":
            continue
        after = [
            t for t in sentence.children(head, "obl") if preposition(sentence, t) in _AFTER and t.index < verb.index
        ]
        below = (t for noun in after for t in sentence.subtree(noun) if noun.index <= t.index < verb.index)
        events = [t for t in below if _happens(t)]
        if events:
            moved[verb.index] = replace(verb, head=max(events, key=lambda t: t.index).index, dep="acl")
    return moved


def _tolling(annotation: Annotation, sentence: Sentence) -> dict[int, Token]:
    moved: dict[int, Token] = {}
    for verb in sentence.tokens[3:]:
        which = next((t for t in sentence.children(verb, "nsubj") if t.lower == "which"), None)
        noun = sentence.head(verb) if which is not None and verb.dep == "acl:relcl" else None
        if noun is None or which is None or verb.lower not in TOLLING or _happens(noun) or is_person(annotation, noun):
            continue
        parted = sentence.tokens[which.index - 1].text == ","
        event = _event_above(sentence, noun) if parted and any(sentence.children(verb, "obj")) else None
        if event is not None:
            moved[verb.index] = replace(verb, head=event.index)
    return moved


def _happens(noun: Token) -> bool:
    return noun.name is None and noun.lower in deeds() | happenings()


def _event_above(sentence: Sentence, noun: Token) -> Token | None:
    """Return the nearest noun above for what happens, within the phrase that ends at the clause."""
    at: Token | None = noun
    for _ in range(_HIGHEST):
        at = sentence.head(at) if at is not None else None
        if at is None or (at.pos == "VERB" and not at.dep.startswith("acl")):
            return None
        if at.index < noun.index and _happens(at):
            return at
    return None

"""Mends relative clauses: « X, que dirige Y », « X, qui fut ministre », « C'est … qui »."""

from dataclasses import replace
from itertools import pairwise
from typing import Final

from kg.extract.coreference.nouns import happenings
from kg.extract.frames.load import load_frames
from kg.extract.grammar.prepositions import preposition
from kg.extract.trees.mend import is_place
from kg.lexicon.closed import ARMS
from kg.model.annotation import Annotation, Sentence, Token

_TOLLING: Final = ("faisant", "tuant", "blessant", "causant", "provoquant")
_WHICH: Final = ("que", "qu'")
_THERE: Final = ("à", "en", "dans")


def relatives(sentence: Sentence) -> dict[int, Token]:
    """Return the verbs of « NAME , que dirige X » hung from the name: after a comma « que » is a relative pronoun."""
    moved: dict[int, Token] = {}
    for name, comma, which in zip(sentence.tokens, sentence.tokens[1:], sentence.tokens[2:], strict=False):
        end = name.name is not None or name.text == ")"
        if not end or comma.text != "," or which.lower not in _WHICH:
            continue
        holder = name if name.name is not None else _before_bracket(sentence, name)
        verb = _verb_after(sentence, which)
        if holder is None or verb is None or holder.index in (verb.index, verb.head):
            continue
        if any(token is holder for token in sentence.subtree(verb)):
            continue
        moved[verb.index] = replace(verb, head=holder.index, dep="acl:relcl", pos="VERB", morph=_finite(verb))
        moved[which.index] = replace(which, head=verb.index, dep="obj", pos="PRON")
    return moved


def subject_relatives(sentence: Sentence) -> dict[int, Token]:
    """Return the predicates of « NAME , qui fut ministre » hung from the name, where they stood by themselves."""
    moved: dict[int, Token] = {}
    for name, comma, which in zip(sentence.tokens, sentence.tokens[1:], sentence.tokens[2:], strict=False):
        verb = sentence.head(which)
        if name.name is None or comma.text != "," or which.lower != "qui" or verb is None:
            continue
        loose = verb.dep in ("parataxis", "dep", "conj", "appos") and verb.head != verb.index
        if loose and which.dep.startswith("nsubj") and all(token is not name for token in sentence.subtree(verb)):
            moved[verb.index] = replace(verb, head=name.index, dep="acl:relcl")
    return moved


def located_subjects(annotation: Annotation, sentence: Sentence) -> dict[int, Token]:
    """Return the clause of « le contingent belge au Mali, qui appuie X » as said of what is there, not of the place."""
    moved: dict[int, Token] = {}
    for place, comma, which in zip(sentence.tokens, sentence.tokens[1:], sentence.tokens[2:], strict=False):
        verb = sentence.head(which)
        if comma.text != "," or which.lower != "qui" or verb is None or not which.dep.startswith("nsubj"):
            continue
        noun = sentence.head(place) if is_place(annotation, place) and place.dep.startswith("nmod") else None
        there = noun is not None and preposition(sentence, place) in _THERE and noun.pos == "NOUN"
        if noun is not None and there and noun.name is None and verb.dep == "acl:relcl" and verb.head == place.index:
            moved[verb.index] = replace(verb, head=noun.index)
    return moved


def armed_subjects(sentence: Sentence) -> dict[int, Token]:
    """Return the clause of « l'attaque au couteau qui a tué X » as said of the attack, not of the knife."""
    moved: dict[int, Token] = {}
    for arm, which in pairwise(sentence.tokens):
        verb, deed = sentence.head(which), sentence.head(arm)
        if arm.lower not in ARMS or which.lower != "qui" or verb is None or deed is None:
            continue
        if verb.head == arm.index and verb.dep == "acl:relcl" and deed.lower in happenings():
            moved[verb.index] = replace(verb, head=deed.index)
    return moved


def tolls(sentence: Sentence) -> dict[int, Token]:
    """Return « faisant » of « a revendiqué l'attentat qui a visé X mardi, faisant huit morts » below what did it."""
    moved: dict[int, Token] = {}
    for gerund in sentence.tokens[1:]:
        head = sentence.head(gerund)
        if gerund.lower not in _TOLLING or sentence.tokens[gerund.index - 1].text != "," or head is None:
            continue
        near = next((t for t in reversed(sentence.tokens[: gerund.index]) if t.dep == "acl:relcl"), None)
        event = sentence.head(near) if near is not None else None
        if near is None or event is None or event.lower not in happenings() or head.index >= event.index:
            continue
        moved[gerund.index] = replace(gerund, head=near.index, dep="advcl", pos="VERB")
    return moved


def cleft(sentence: Sentence) -> dict[int, Token]:
    """Return the verb of « C'est l'arrestation de X qui a révélé … » hung from what is brought out, not from X."""
    first = sentence.tokens[0]
    noun = sentence.head(first) if first.lower in ("c'", "ce") else None
    if noun is None or noun.pos != "NOUN" or not any(sentence.children(noun, "cop")):
        return {}
    if not any(c.lower in ("le", "la", "l'") for c in sentence.children(noun, "det")):
        return {}
    which = next((t for t in sentence.tokens[noun.index :] if t.lower in ("qui", ",")), None)
    verb = sentence.head(which) if which is not None and which.lower == "qui" else None
    if which is None or verb is None or verb.dep != "acl:relcl" or verb.head == noun.index or verb.index < which.index:
        return {}
    return {verb.index: replace(verb, head=noun.index)}


def _before_bracket(sentence: Sentence, bracket: Token) -> Token | None:
    """Return the name before « ( … ) »."""
    for token in reversed(sentence.tokens[max(0, bracket.index - 5) : bracket.index]):
        if token.text == "(":
            before = sentence.tokens[token.index - 1] if token.index else None
            return before if before is not None and before.name is not None else None
    return None


def _finite(verb: Token) -> str:
    return verb.morph if "VerbForm" in verb.morph else "Mood=Ind|VerbForm=Fin"


def _verb_after(sentence: Sentence, which: Token) -> Token | None:
    """Return the verb of the relative: right after « que », or after its pronoun and auxiliary."""
    verbs = load_frames("fr").verbs
    for token in sentence.tokens[which.index + 1 : which.index + 6]:
        if token.name is not None or token.quote is not None:
            return None
        if token.pos == "VERB" or (token.lower in verbs and token.pos in ("ADJ", "PROPN", "NOUN")):
            return token
        if token.pos not in ("PRON", "AUX", "ADV", "DET", "NOUN"):
            return None
    return None

"""Mends French clauses on who has, keeps or loses an office.

« Paul Martin en est le président » · « Carlos Ghosn, démis de ses fonctions, reste PDG de Renault »
"""

from dataclasses import replace
from itertools import pairwise
from typing import Final

from kg.extract.coreference.nouns import names_person
from kg.extract.frames.holders import HEADING
from kg.extract.trees.mend import mend_each
from kg.lexicon.closed import BECOMING
from kg.model.annotation import Annotation, Sentence, Token

_BEING: Final = frozenset("est sont était étaient fut furent sera seront a".split())
_DEFINITE: Final = frozenset("le la l' les".split())
_REMAINING: Final = (*BECOMING, "rest", "demeur")
# what of a body somebody takes over or leaves
_OFFICES: Final = HEADING | {"secrétariat", "gérance"}
_REMOVED: Final = frozenset("démis démise démises".split())  # which taggers take for nouns


def put_kept(annotation: Annotation) -> Annotation:
    """Return a French annotation with such offices below whoever has them; any other as it is."""
    if annotation.document.language != "fr":
        return annotation
    return mend_each(annotation, _thereof, _thereof_taken, _remaining, _removed, _as_what, _headline)


def _thereof(sentence: Sentence) -> dict[int, Token]:
    """Return « en » before « être » as the possessive of the office behind it."""
    moved: dict[int, Token] = {}
    for pronoun, verb in pairwise(sentence.tokens):
        if pronoun.lower != "en" or verb.lower not in _BEING or not verb.dep.startswith(("cop", "aux")):
            continue
        office = sentence.head(verb)
        definite = office is not None and any(c.lower in _DEFINITE for c in sentence.children(office, "det"))
        if office is not None and definite and office.pos == "NOUN" and names_person(office.lower, "fr"):
            moved[pronoun.index] = replace(pronoun, head=office.index, dep="nmod:poss", pos="PRON")
    return moved


def _thereof_taken(sentence: Sentence) -> dict[int, Token]:
    """Return « en » of « en devient le président », « en prendra la direction » as the possessive of the office."""
    moved: dict[int, Token] = {}
    if "en" not in sentence.words:
        return moved
    for pronoun, after in pairwise(sentence.tokens):
        verb = sentence.head(after) if after.dep.startswith("aux") else after
        if pronoun.lower != "en" or pronoun.pos != "PRON" or verb is None or verb.pos != "VERB":
            continue
        office = next((t for t in sentence.children(verb, "obj", "xcomp", "nsubj") if t.index > verb.index), None)
        if office is None or not any(c.lower in _DEFINITE for c in sentence.children(office, "det")):
            continue
        becomes = names_person(office.lower, "fr") and verb.lower.startswith(_REMAINING)
        if becomes or (office.lower in _OFFICES and office.dep.startswith("obj")):
            moved[pronoun.index] = replace(pronoun, head=office.index, dep="nmod:poss", pos="PRON")
            moved |= {office.index: replace(office, dep="xcomp")} if becomes else {}
    return moved


def _remaining(sentence: Sentence) -> dict[int, Token]:
    """Return « PDG » of « Paul Martin, limogé par X, reste PDG de Y » as what he remains: one subject is enough."""
    moved: dict[int, Token] = {}
    for verb, office in pairwise(sentence.tokens):
        remains = verb.pos == "VERB" and verb.lower.startswith(_REMAINING)
        second = remains and office.dep == "nsubj" and office.head == verb.index and names_person(office.lower, "fr")
        if second and any(t.index < verb.index for t in sentence.children(verb, "nsubj")):
            moved[office.index] = replace(office, dep="xcomp")
    return moved


def _headline(sentence: Sentence) -> dict[int, Token]:
    """Return the title of the headline « Paul Martin candidat à la mairie » as beside the name, on top without verb."""
    moved: dict[int, Token] = {}
    if sentence.tokens[-1].text == "?":
        return moved
    for name, title in pairwise(sentence.tokens):
        beside = name.name is not None and name.dep == "nsubj" and name.head == title.index
        if (
            not beside
            or title.head != title.index
            or title.pos != "NOUN"
            or any(sentence.children(title, "cop", "aux"))
        ):
            continue
        if names_person(title.lower, "fr") and all(t.pos not in ("VERB", "AUX") for t in sentence.tokens):
            moved[name.index] = replace(name, head=name.index, dep="ROOT")
            moved[title.index] = replace(title, head=name.index, dep="appos")
    return moved


def _removed(sentence: Sentence) -> dict[int, Token]:
    """Return « démis » of « Paul Martin, démis de ses fonctions, » as a participle."""
    moved: dict[int, Token] = {}
    for token in sentence.tokens:
        if token.pos == "NOUN" and token.lower in _REMOVED and token.dep == "appos":
            participle = "Tense=Past|VerbForm=Part|Voice=Pass"
            moved[token.index] = replace(token, pos="VERB", dep="acl", morph=participle)
            moved |= {t.index: replace(t, dep="obl:arg") for t in sentence.children(token, "nmod")}
    return moved


def _as_what(sentence: Sentence) -> dict[int, Token]:
    """Return « ministre » of « a choisi X, le maire de Lyon, comme ministre » below the verb, not below the mayor."""
    moved: dict[int, Token] = {}
    for small in sentence.tokens[2:]:
        office = sentence.head(small) if small.lower == "comme" and small.dep == "case" else None
        beside = sentence.head(office) if office is not None and office.dep == "nmod" else None
        chosen = sentence.head(beside) if beside is not None and beside.dep == "appos" else None
        verb = sentence.head(chosen) if chosen is not None and chosen.dep.startswith("obj") else None
        if office is not None and verb is not None and sentence.tokens[small.index - 1].text == ",":
            moved[office.index] = replace(office, head=verb.index, dep="obl:mod")
    return moved

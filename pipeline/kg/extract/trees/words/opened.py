"""Reads words that parsers take for others: a participle that opens a sentence, « victime », « le mis en cause ».

« Arrêté lundi, Paul Martin a été écroué » · « a été victime d'une agression » · « Un car a été percuté »
"""

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from typing import Final

from kg.extract.coreference.nouns import names_person
from kg.extract.frames.load import load_frames
from kg.extract.trees.mend import subject_label
from kg.model.annotation import Sentence, Token

_PASSIVE: Final = "Tense=Past|VerbForm=Part"
_DEGREES: Final = frozenset("principal principale premier première ancien ancienne fervent fervente".split())
_ENDS: Final = ("é", "ée", "és", "ées", "is", "ise", "ises", "u", "ue", "us", "ues", "it", "ite", "its", "ites")


def _opening(sentence: Sentence) -> dict[int, Token]:
    """Return the participle that opens a sentence, and what stands before its comma below it."""
    first = sentence.tokens[0]
    if first.name is not None or not first.lower.endswith(_ENDS) or first.lower not in load_frames("fr").verbs:
        return {}
    comma = next((t.index for t in sentence.tokens if t.text == ","), 0)
    subject = next((t for t in sentence.tokens[comma + 1 :] if t.dep.startswith("nsubj")), None)
    verb = sentence.head(subject) if subject is not None else None
    if not comma or verb is None or verb.pos != "VERB" or any(sentence.children(first, "det", "aux")):
        return {}
    moved = {t.index: replace(t, head=first.index) for t in sentence.tokens[1:comma] if t.head == verb.index}
    return {**moved, first.index: replace(first, pos="VERB", morph=_PASSIVE, head=verb.index, dep="advcl")}


def _victims(sentence: Sentence) -> dict[int, Token]:
    """Return « victime » of « a été victime lundi d'une agression » as a noun, though a verb to some parsers."""
    moved: dict[int, Token] = {}
    for token in sentence.tokens:
        if token.pos == "VERB" and token.lower in ("victime", "victimes"):
            moved[token.index] = replace(token, pos="NOUN", morph="")
            helpers = sentence.children(token, "aux:pass", "nsubj:pass")
            moved |= {t.index: replace(t, dep="nsubj" if t.dep == "nsubj:pass" else "cop") for t in helpers}
    return moved


def _accused(sentence: Sentence) -> dict[int, Token]:
    """Return « le mis en cause », « les mis en examen » as a noun with its article."""
    moved: dict[int, Token] = {}
    if "mis" not in sentence.words:
        return moved
    for article, noun, small, charge in zip(*(sentence.tokens[at:] for at in range(4)), strict=False):
        named = noun.lower == "mis" and small.lower == "en" and charge.lower in ("cause", "examen")
        if named and article.lower in ("le", "les", "un", "ce", "du", "des") and article.pos != "AUX":
            moved[article.index] = replace(article, head=noun.index, dep="det", pos="DET")
            moved[noun.index] = replace(noun, pos="NOUN", morph="Gender=Masc")
            moved[charge.index] = replace(charge, head=noun.index, dep="nmod")
    return moved


def _cars(sentence: Sentence) -> dict[int, Token]:
    """Return « car » of « Un car a été percuté » as the coach that it is, no « for »."""
    moved: dict[int, Token] = {}
    if "car" not in sentence.words:
        return moved
    for article, coach in pairwise(sentence.tokens):
        verb = sentence.head(coach)
        articled = article.lower in ("un", "le", "du", "ce") and article.pos != "VERB"
        if coach.lower != "car" or coach.pos != "CCONJ" or not articled or verb is None or verb is coach:
            continue
        moved[article.index] = replace(article, head=coach.index, dep="det", pos="DET")
        others = (t for t in sentence.children(verb, "nsubj", "nsubj:pass") if t is not article)
        if verb.index > coach.index and not any(others):
            moved[coach.index] = replace(coach, pos="NOUN", dep=subject_label(sentence, verb), morph="")
            if verb.head == article.index:
                top = article.head == article.index
                moved[verb.index] = replace(verb, head=verb.index if top else article.head, dep=article.dep)
    return moved


def _bare_person(sentence: Sentence) -> dict[int, Token]:
    """Return « Historienne » of « Historienne au CNRS, X publie … » as a noun, « Démissionnaire, X … » as adjective."""
    at = 1 if sentence.tokens[0].lower in _DEGREES and len(sentence.tokens) > 1 else 0
    first = sentence.tokens[at]
    if first.pos not in ("ADJ", "PROPN", "VERB") or first.name is not None or first.dep != "advcl":
        return {}
    comma = next((t.index for t in sentence.tokens if t.text == ","), 0)
    verb = sentence.tokens[first.head]
    ahead = [t for t in sentence.children(verb, "nsubj") if t.index > comma]
    done = first.pos == "VERB" and first.lower.endswith(_ENDS)  # « Élu en 2020, Paul Martin … »
    if not comma or not ahead or done or any(sentence.children(first, "obj", "aux")):
        return {}
    if first.lower in load_frames("fr").adjectives:
        return {first.index: replace(first, pos="ADJ", morph="")} if first.pos == "PROPN" else {}
    if first.lower not in load_frames("fr").nouns or not names_person(first.lower, "fr"):
        return {}
    below = {t.index: replace(t, dep="nmod") for t in sentence.children(first, "obl")}
    return {**below, first.index: replace(first, pos="NOUN", morph="")}


OPENED: Final[tuple[Callable[[Sentence], dict[int, Token]], ...]] = (
    _opening,
    _bare_person,
    _victims,
    _accused,
    _cars,
)

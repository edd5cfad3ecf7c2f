"""Joins French participles that share one auxiliary: « a annulé sa visite à Lyon, reçu les syndicats et critiqué X ».

Parsers hang the second from a noun of the first's, or below it. A bare participle with its own object right behind it
is none that describes a noun: « un groupe de Lyon, racheté en 2010 ».
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from kg.extract.frames.load import load_frames
from kg.extract.grammar.voice import AVOIR, is_participle
from kg.extract.trees.mend import mend_each
from kg.model.annotation import Annotation, Sentence, Token

_AND: Final = ("et", "puis")
_THEN: Final = frozenset("puis ensuite enfin également aussi même finalement notamment".split())
_OBJECTS: Final = ("DET", "NUM", "PROPN")
_ENDINGS: Final = ("é", "i", "u", "is", "it")
_KEPT: Final = ("nsubj", "nsubj:pass", "aux", "aux:pass", "aux:tense", "cop")


def put_sharing(annotation: Annotation) -> Annotation:
    """Return the annotation with such participles joined to the first, each with its object; French only."""
    if annotation.document.language != "fr":
        return annotation
    return mend_each(annotation, _joined)


def _joined(sentence: Sentence) -> dict[int, Token]:
    moved: dict[int, Token] = {}
    for first in sentence.tokens:
        if first.pos != "VERB" or not _perfect(sentence, first):
            continue
        row = list(_row(sentence, first))
        if row and not any(t.lower in _AND for t in sentence.tokens[row[-1].index - 2 : row[-1].index]):
            continue  # « a fermé l'usine, licencié 20 personnes »: too little to tell
        for verb in row:
            moved[verb.index] = replace(verb, head=first.index, dep="conj", pos="VERB", morph=_form(verb))
            thing = _object(sentence, verb)
            if thing is not None and not (thing.head == verb.index and thing.dep.startswith("obj")):
                moved[thing.index] = replace(thing, head=verb.index, dep="obj")
    return moved


def _form(verb: Token) -> str:
    return verb.morph if "VerbForm" in verb.morph else "Tense=Past|VerbForm=Part"


def _perfect(sentence: Sentence, verb: Token) -> bool:
    helped = list(sentence.children(verb, "aux"))
    return is_participle(verb) and any(t.lower in AVOIR for t in helped) and not any(t.lower == "été" for t in helped)


def _row(sentence: Sentence, first: Token) -> Iterator[Token]:
    """Yield the bare participles with an object behind a perfect, as far as no other finite verb comes."""
    for token in sentence.tokens[first.index + 1 :]:
        if "VerbForm=Fin" in token.morph or (token.pos == "SCONJ" and token.lower != "que"):
            return
        if _bare(sentence, token) and _behind_joint(sentence, token) and _object(sentence, token) is not None:
            yield token


def _bare(sentence: Sentence, token: Token) -> bool:
    known = is_participle(token) and (token.pos == "VERB" or token.lower in load_frames("fr").verbs)
    # « et licencié Jean Dubois »: the tagger reads a noun, which would have an article
    misread = token.pos == "NOUN" and token.lower in load_frames("fr").verbs and token.lower.endswith(_ENDINGS)
    bare = misread and not any(sentence.children(token, "det", "amod", "nummod", "case"))
    return (known or bare) and token.name is None and not any(sentence.children(token, *_KEPT))


def _behind_joint(sentence: Sentence, token: Token) -> bool:
    """Tell whether a comma or « et » stands before, with an adverb between at most."""
    at = token.index - 1
    while at > 0 and sentence.tokens[at].lower in _THEN and sentence.tokens[at].lower not in _AND:
        at -= 1
    return sentence.tokens[at].text == "," or sentence.tokens[at].lower in _AND


def _object(sentence: Sentence, verb: Token) -> Token | None:
    """Return the noun or name that begins right behind a participle."""
    first = next(iter(sentence.tokens[verb.index + 1 : verb.index + 2]), None)
    if first is None:
        return None
    if first.name is not None:
        return first
    if first.pos not in _OBJECTS:
        return None
    noun = sentence.head(first)
    return noun if noun is not None and noun.index > first.index and noun.pos in ("NOUN", "PROPN") else None

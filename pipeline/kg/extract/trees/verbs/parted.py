"""Joins French auxiliaries to the participle that a circumstance parts them from.

« a la semaine dernière rencontré Anne Dubois » · « a dans la foulée rejoint Novatel » · « est à son tour remplacé »:
parsers take the auxiliary for the verb, and the participle for what describes the circumstance.
"""

from dataclasses import replace
from typing import Final

from kg.extract.frames.load import load_frames
from kg.extract.grammar.voice import AVOIR, ETRE
from kg.extract.trees.clauses.calendar_words import temporal
from kg.extract.trees.mend import mended
from kg.model.annotation import Annotation, Sentence, Token

# Circumstances that are none of a place: « est dans un hôpital situé à Nice » stays as it is.
_FIXED: Final = frozenset("tour côté part foulée effet fois outre revanche moment reprises occasion".split())
_ENDS: Final = ("é", "ée", "és", "ées", "i", "ie", "is", "ies", "it", "ite", "u", "ue", "us", "ues", "int", "inte")
_REACH: Final = 7  # tokens from the auxiliary to the participle


def join_parted(annotation: Annotation) -> Annotation:
    """Return the annotation with such participles as the verbs that they are; French only."""
    if annotation.document.language != "fr":
        return annotation
    better = (mended(sentence, _off_auxiliaries(sentence)) for sentence in annotation.sentences)
    return replace(annotation, sentences=tuple(_joined(sentence) for sentence in better))


def _off_auxiliaries(sentence: Sentence) -> dict[int, Token]:
    """Return « Dubois » of « Dubois a à son tour demandé » below the participle: an auxiliary governs nothing."""
    helpers = (t for t in sentence.tokens if t.dep == "aux:tense" and sentence.tokens[t.head].pos == "VERB")
    return {
        child.index: replace(child, head=helper.head)
        for helper in helpers
        for child in sentence.children(helper, "nsubj", "obl")
    }


def _joined(sentence: Sentence) -> Sentence:
    for auxiliary in sentence.tokens[:-2]:
        if auxiliary.lower in AVOIR or auxiliary.lower in ETRE:
            noun, participle = _parts(sentence, auxiliary)
            if noun is not None and participle is not None:
                return mended(sentence, _moved(sentence, auxiliary, noun, participle))
    return sentence


def _parts(sentence: Sentence, auxiliary: Token) -> tuple[Token | None, Token | None]:
    """Return the noun of the circumstance right behind an auxiliary and the participle right behind that."""
    for noun in sentence.tokens[auxiliary.index + 1 : auxiliary.index + _REACH]:
        if noun.pos != "NOUN":
            if noun.name is not None or noun.pos not in ("ADP", "DET", "ADJ", "ADV", "NUM"):
                return None, None
            continue
        after = [t for t in sentence.tokens[noun.index + 1 : noun.index + 3] if not _describes(t)]
        hung = auxiliary.head == noun.index or noun.head == auxiliary.index
        fits = bool(after) and hung and _is_circumstance(sentence, auxiliary, noun) and _is_participle(after[0], noun)
        return (noun, after[0]) if fits else (None, None)
    return None, None


def _describes(token: Token) -> bool:
    """Tell « dernière » of « la semaine dernière »: an adjective that is no participle."""
    return token.pos == "ADJ" and token.lower not in load_frames("fr").verbs


def _is_circumstance(sentence: Sentence, auxiliary: Token, noun: Token) -> bool:
    joint = {c.lower for c in sentence.children(noun, "case")}
    if not joint:
        return temporal(sentence, noun) and auxiliary.lower in AVOIR
    return noun.lower in _FIXED or (auxiliary.lower in AVOIR and not joint & {"de", "d'", "du", "des"})


def _is_participle(token: Token, noun: Token) -> bool:
    read = token.pos in ("VERB", "ADJ", "NOUN") and token.lower in load_frames("fr").verbs
    hung = token.head in (noun.index, noun.head) or token.head > token.index
    return hung and token.name is None and read and token.lower.endswith(_ENDS)


def _moved(sentence: Sentence, auxiliary: Token, noun: Token, participle: Token) -> dict[int, Token]:
    """Return the participle in the place of the word that the parser put on top, and all else below it."""
    top = auxiliary if noun.head == auxiliary.index else noun
    passive = auxiliary.lower in ETRE
    helper = replace(auxiliary, head=participle.index, dep="aux:pass" if passive else "aux:tense", pos="AUX")
    head = participle.index if top.head == top.index else top.head
    below = {c.index: c for word in {auxiliary.index, noun.index} for c in sentence.children(sentence.tokens[word])}
    moved = {
        index: replace(child, head=participle.index, dep=_function(sentence, child, participle, passive=passive))
        for index, child in below.items()
        if index > participle.index or (child.head == top.index and index < auxiliary.index)
    }
    return {
        **moved,
        auxiliary.index: helper,
        noun.index: replace(noun, head=participle.index, dep="obl:mod"),
        participle.index: replace(participle, head=head, dep=top.dep, pos="VERB", morph="VerbForm=Part"),
    }


def _function(sentence: Sentence, child: Token, participle: Token, *, passive: bool) -> str:
    """Return what a word is to the participle: a subject of the passive, a bare name behind it its object."""
    if child.dep.startswith("nsubj"):
        return "nsubj:pass" if passive else "nsubj"
    bare = child.name is not None and not any(sentence.children(child, "case", "cc"))
    return "obj" if bare and child.index == participle.index + 1 else child.dep

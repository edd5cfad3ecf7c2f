"""Hangs from its verb what somebody is accused of or called, where French parsers hang it from a noun of the object.

« accuse le régime d'être à l'origine » · « qualifie la décision du juge de ridicule »
"""

from dataclasses import replace
from typing import Final

from kg.model.annotation import Sentence, Token

_CHARGING: Final = ("accus", "soupçonn", "suspect", "qualifi", "trait", "tax", "blâm", "félicit", "remerci")
_OF_SMALL: Final = ("de", "d'", "d’")


def charges(sentence: Sentence) -> dict[int, Token]:
    """Return what a verb says its object is or does, hung from the verb: « accuse le régime d'être à l'origine ».

    « qualifie le programme du candidat de dangereux »: parsers give it to a noun of the object.
    """
    moved: dict[int, Token] = {}
    for verb in sentence.tokens:
        if verb.pos != "VERB" or not verb.lower.startswith(_CHARGING):
            continue
        for noun in (t for t in sentence.children(verb, "obj") if t.index > verb.index):
            called = _called(sentence, noun) if verb.lower.startswith("qualifi") else None
            below = [t for t in sentence.subtree(noun) if t.index > noun.index]
            for word in (t for t in below if t is called or _predicative(sentence, t)):
                clause = word is not called and (word.pos != "ADJ" or any(sentence.children(word, "cop")))
                moved[word.index] = replace(word, head=verb.index, dep="xcomp" if clause else "obl:arg")
    return moved


def _called(sentence: Sentence, thing: Token) -> Token | None:
    """Return « ridicule » of « qualifie la décision du juge de ridicule », read as a noun: it ends the object."""
    behind = [t for t in sentence.subtree(thing) if t.dep == "nmod" and t.name is None]
    last = max(behind, key=lambda t: t.index, default=None)
    bare = last is not None and not any(sentence.children(last, "det", "nummod"))
    of = last is not None and any(t.lower in {*_OF_SMALL, "d"} for t in sentence.children(last, "case"))
    return last if bare and of else None


def _predicative(sentence: Sentence, word: Token) -> bool:
    """Tell « d'être à l'origine », « de mentir », « de dangereux »."""
    small = [t for t in sentence.children(word, "case", "mark") if t.lower in _OF_SMALL]
    says = word.pos == "ADJ" or any(sentence.children(word, "cop")) or "VerbForm=Inf" in word.morph
    return bool(small) and says and word.name is None and not word.dep.startswith("conj")

"""Takes set phrases between a French verb and its object for adverbs, where the parser hangs the object from them.

« a frappé de plein fouet Saint-Martin » · « montre du doigt Airbnb » · « a battu à plate couture Lyon »
"""

from dataclasses import replace
from typing import Final

from kg.extract.grammar.prepositions import preposition
from kg.extract.trees.mend import mend_each
from kg.model.annotation import Annotation, Sentence, Token

# By the last word: those before it
_LOCUTIONS: Final = {
    "fouet": ("de", "plein"),
    "doigt": ("du",),
    "couture": ("à", "plate"),
    "coutures": ("à", "plates"),
    "main": ("haut", "la"),
    "justesse": ("de",),
    "peu": ("de",),
    "surprise": ("par",),
    "front": ("de",),
    "bloc": ("en",),
    "pompe": ("en", "grande"),
}
_HUNG: Final = ("appos", "nmod", "flat", "flat:name", "obj", "dep")


def put_locutions(annotation: Annotation) -> Annotation:
    """Return the annotation with what stands behind such a phrase as the object of the verb before it."""
    return mend_each(annotation, _object_behind, _in_custody) if annotation.document.language == "fr" else annotation


def _in_custody(sentence: Sentence) -> dict[int, Token]:
    """Return Dubois of « la garde à vue de Dubois » below « garde », whose he is, not below « vue »."""
    moved: dict[int, Token] = {}
    for at, word in enumerate(sentence.tokens) if "vue" in sentence.words else ():
        before = [t.lower for t in sentence.tokens[max(0, at - 2) : at]]
        if word.lower != "vue" or len(before) <= 1 or before[1] != "à" or before[0] not in ("garde", "gardes"):
            continue
        whose = (t for t in sentence.children(word, "nmod") if preposition(sentence, t) == "de")
        moved |= {t.index: replace(t, head=at - 2) for t in whose}
    return moved


def _object_behind(sentence: Sentence) -> dict[int, Token]:
    moved: dict[int, Token] = {}
    if sentence.words.isdisjoint(_LOCUTIONS):
        return moved
    for word in sentence.tokens[2:-1]:
        before = _LOCUTIONS.get(word.lower)
        verb = sentence.head(word) if before is not None else None
        if before is None or verb is None or verb.pos != "VERB" or word.index - len(before) - 1 < verb.index:
            continue
        if tuple(t.lower for t in sentence.tokens[word.index - len(before) : word.index]) != before:
            continue
        thing = _hung(sentence, word)
        if thing is not None:
            moved[thing.index] = replace(thing, head=verb.index, dep="obj")
            moved[word.index] = replace(word, dep="obl:mod")
    return moved


def _hung(sentence: Sentence, word: Token) -> Token | None:
    """Return the noun or name right behind the phrase, with its article, that no preposition and no comma parts."""
    behind = (t for t in sentence.children(word, *_HUNG) if t.index > word.index and t.pos in ("NOUN", "PROPN"))
    thing = next(behind, None)
    if thing is None or any(sentence.children(thing, "case")):
        return None
    between = sentence.tokens[word.index + 1 : thing.index]
    return thing if all(t.pos in ("DET", "ADJ") for t in between) else None

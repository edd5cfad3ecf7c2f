"""Gives English phrases one shape: "sued its rival Novatel", "accused two of them of fraud".

Taggers take nouns for people and bodies for adjectives; of what somebody is accused hangs from whom one accuses.
"""

from dataclasses import replace
from typing import Final

from kg.extract.grammar.prepositions import preposition
from kg.extract.trees.apposition.callings import calls_person
from kg.extract.trees.mend import mend_each
from kg.model.annotation import Annotation, Sentence, Token

_CHARGING: Final = ("accus", "suspect", "convict", "acquit")
_SEVERAL: Final = 2
_NOMINAL: Final = ("obj", "obl", "nsubj", "nmod", "conj")
_LOOSE: Final = ("obl", "obj", "dep", "nmod", "appos")


def put_described(annotation: Annotation) -> Annotation:
    """Return the annotation with such words as nouns, the name right behind in apposition; English only."""
    return annotation if annotation.document.language != "en" else mend_each(annotation, _owned, _charges)


def _charges(sentence: Sentence) -> dict[int, Token]:
    """Return "corruption" of "accused two of its judges of corruption" below the verb: the last of several."""
    moved: dict[int, Token] = {}
    for verb in sentence.tokens:
        thing = next(iter(sentence.children(verb, "obj")), None) if verb.lower.startswith(_CHARGING) else None
        below = sentence.subtree(thing) if thing is not None and thing.index > verb.index else ()
        whom = sorted((t for t in below if preposition(sentence, t) == "of"), key=lambda t: t.index)
        own = any(preposition(sentence, t) == "of" for t in sentence.children(verb, "obl"))
        if own or len(whom) < _SEVERAL or whom[-1].name is not None or any(sentence.children(whom[-1], "det")):
            continue
        moved[whom[-1].index] = replace(whom[-1], head=verb.index, dep="obl")
    return moved


def _owned(sentence: Sentence) -> dict[int, Token]:
    """Return "rival" of "its rival Novatel" as a noun: whoever has one has no adjective."""
    moved: dict[int, Token] = {}
    for token in sentence.tokens[1:-1]:
        owned = token.pos in ("ADJ", "NOUN") and any(sentence.children(token, "nmod:poss"))
        if not owned or not calls_person(token.lower, "en"):
            continue
        name = sentence.tokens[token.index + 1]
        if token.dep == "amod" and token.head == name.index and name.name is not None:
            moved[token.index] = replace(token, pos="NOUN", dep="compound")  # "Google's rival Novatel"
        if token.pos != "ADJ" or not token.dep.startswith(_NOMINAL):
            continue
        moved[token.index] = replace(token, pos="NOUN")
        if name.name is not None and name.dep.startswith(_LOOSE) and not any(sentence.children(name, "case")):
            moved[name.index] = replace(name, head=token.index, dep="appos")
    return moved

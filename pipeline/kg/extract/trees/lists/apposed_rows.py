"""Puts a French row of names beside the plural noun before its comma or colon: « ses filiales et marques, A, B et C ».

The parser joins the names to the noun, or hangs the first from the verb: « a acquis plusieurs concurrents : A et B ».
"""

from dataclasses import replace
from itertools import pairwise
from typing import Final

from kg.extract.grammar.prepositions import preposition
from kg.extract.trees.lists.runs import name_runs
from kg.extract.trees.mend import is_owned, mend_each
from kg.lexicon.closed import FRENCH_POSSESSIVES
from kg.lexicon.tables import lexicon
from kg.model import EntityType
from kg.model.annotation import Annotation, Sentence, Token

_FAR: Final = 9  # tokens from a noun to the colon behind it
_WITHIN: Final = ("ADP", "DET", "NOUN", "ADJ", "PROPN", "NUM", "CCONJ", "ADV")
_DEALS: Final = frozenset("acquisitions rachats emplettes titres participations".split())
_DOERS: Final = ("nsubj", "csubj", "ROOT")
_BODIES: Final = (EntityType.ORGANIZATION, EntityType.WORK)


def put_apposed_rows(annotation: Annotation) -> Annotation:
    """Return the annotation with such names in apposition to their noun; French only."""
    if annotation.document.language != "fr":
        return annotation
    return mend_each(annotation, _second_things, lambda sentence: _beside(annotation, sentence))


def _second_things(sentence: Sentence) -> dict[int, Token]:
    """Return « ses marques » of « ses activités aux États-Unis et ses marques » as joined to the activities.

    So are « les marques A et B » of « les magasins en France et les marques A et B ».
    """
    moved: dict[int, Token] = {}
    for joint, own in pairwise(sentence.tokens):
        second = sentence.tokens[own.head]
        if (
            joint.lower != "et"
            or second.dep != "conj"
            or second.name is not None
            or not (own.lower in FRENCH_POSSESSIVES or (own.pos == "DET" and _named(sentence, second)))
        ):
            continue
        name = sentence.tokens[second.head]
        if name.name is None or not preposition(sentence, name) or preposition(sentence, second):
            continue
        before = (t for t in reversed(sentence.tokens[: name.index]) if t.pos == "NOUN" and t.dep.startswith("obj"))
        theirs = own.lower in FRENCH_POSSESSIVES
        first = next((t for t in before if is_owned(sentence, t) or not theirs), None)
        if first is not None:
            moved[second.index] = replace(second, head=first.index)
    return moved


def _named(sentence: Sentence, noun: Token) -> bool:
    """Tell « en France et les marques A et B » from « à Paris et la banlieue »."""
    return any(t.name is not None and t.index > noun.index for t in sentence.children(noun, "appos"))


def _beside(annotation: Annotation, sentence: Sentence) -> dict[int, Token]:
    moved: dict[int, Token] = {}
    for run in name_runs(sentence, 2):
        first, *others = run
        kinds = {annotation.names[name.name].type for name in run if name.name is not None}
        noun = (_noun_before(sentence, first) or _over_complement(sentence, first)) if kinds <= {*_BODIES} else None
        if noun is None or any(name.dep.startswith(_DOERS) for name in run):
            continue
        moved[first.index] = replace(first, head=noun.index, dep="appos")
        moved |= {name.index: replace(name, head=first.index, dep="conj") for name in others}
    return moved


def _noun_before(sentence: Sentence, first: Token) -> Token | None:
    """Return the plural noun for bodies whose phrase ends at the comma or colon before a name."""
    mark = sentence.tokens[first.index - 1] if first.index else first
    if mark.text not in (",", ":"):
        return None
    noun = None
    for token in reversed(sentence.tokens[max(0, mark.index - _FAR) : mark.index]):
        if token.pos not in _WITHIN or (token.name is not None and mark.text == ","):
            break
        if _bodies(token):
            noun = token
            break
    if noun is None or (mark.text == "," and not _ends(sentence, noun, mark)):
        return None
    return _bearing(sentence, noun)


def _over_complement(sentence: Sentence, first: Token) -> Token | None:
    """Return « maisons » of « les maisons de champagne A et B », where the parser hung A from its complement."""
    kind = sentence.tokens[first.head]
    noun = sentence.tokens[kind.head]
    beside = first.dep in ("appos", "flat") and kind.index == first.index - 1 and kind.dep == "nmod"
    bare = kind.name is None and not any(sentence.children(kind, "det")) and preposition(sentence, kind) == "de"
    return noun if beside and bare and _bodies(noun) and not _bodies(kind) else None


def _bodies(token: Token) -> bool:
    """Tell a plural noun for bodies, and for taking them over: « a multiplié les acquisitions : A, B et C »."""
    listed = lexicon()["before:Organization"] | _DEALS
    plural = token.plural and token.pos == "NOUN" and token.name is None
    return plural and (token.lower in listed or token.lower.removesuffix("s") in listed)


def _ends(sentence: Sentence, noun: Token, comma: Token) -> bool:
    """Tell whether all between a noun and the comma is said of the noun."""
    inside = {t.index for t in sentence.subtree(noun)}
    between = sentence.tokens[noun.index + 1 : comma.index]
    dated = all(t.pos in ("ADP", "NUM") for t in between)  # « trois acquisitions en 2016, A, B et C »
    return dated or all(t.index in inside for t in between)


def _bearing(sentence: Sentence, noun: Token) -> Token:
    """Return « filiales » for « marques » of « ses filiales et marques »: the noun that has the determiner."""
    above = sentence.head(noun)
    if noun.dep == "nmod" and above is not None and _bodies(above) and not any(sentence.children(noun, "det")):
        return above  # « ses chaînes de magasins, A, B et C »
    bare = noun.dep == "conj" and not any(sentence.children(noun, "det", "case", "nummod"))
    return above if bare and above is not None and above.index < noun.index and above.pos == "NOUN" else noun

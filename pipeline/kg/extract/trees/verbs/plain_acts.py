"""Mends plain French sentences of few words, in which the parser takes a verb for a noun or misses its object.

« EDF licencie des salariés » · « EDF va licencier 300 salariés » · « a mis à la porte 280 salariés »
"""

from dataclasses import replace
from itertools import pairwise
from typing import Final

from kg.extract.frames.load import load_frames
from kg.extract.participants.wording import TEMPORAL
from kg.extract.trees.mend import mend_each
from kg.model.annotation import Annotation, Sentence, Token

_GOING: Final = frozenset(
    "va vont veut veulent peut peuvent doit doivent devrait devraient pourrait pourraient".split()
)


def put_plain_acts(annotation: Annotation) -> Annotation:
    """Return the annotation with such verbs on top of what they govern; French only."""
    if annotation.document.language != "fr":
        return annotation
    return mend_each(annotation, _infinitive, _finite, _object)


def _infinitive(sentence: Sentence) -> dict[int, Token]:
    """Return « licencier » of « va licencier 300 salariés » as an infinitive: behind « va » no bare noun stands."""
    if sentence.words.isdisjoint(_GOING):
        return {}
    moved: dict[int, Token] = {}
    for going, word in pairwise(sentence.tokens):
        if going.lower in _GOING and word.pos == "NOUN" and word.dep == "xcomp" and word.lower.endswith(("er", "ir")):
            moved[word.index] = replace(word, pos="VERB", morph="VerbForm=Inf")
            below = (t for t in sentence.children(going, "obj", "obl") if t.index > word.index)
            moved |= {t.index: replace(t, head=word.index) for t in below}
    return moved


def _finite(sentence: Sentence) -> dict[int, Token]:
    """Return the verb of « EDF licencie des salariés » on top of the name that opens the sentence."""
    name = next(iter(sentence.roots()), None)
    if name is None or name.name is None or any(sentence.children(name, "conj", "cop", "nsubj", "appos")):
        return {}
    verb = next(iter(sentence.children(name, "acl")), None)
    if verb is None or verb.index != name.index + 1 or not _acts(sentence, verb):
        return {}
    behind = {t.index: replace(t, head=verb.index) for t in sentence.children(name) if t.index > verb.index}
    return {
        **behind,
        name.index: replace(name, head=verb.index, dep="nsubj"),
        verb.index: replace(verb, head=verb.index, dep="ROOT"),
    }


def _acts(sentence: Sentence, verb: Token) -> bool:
    """Tell a finite verb that the frames know, without a subject or conjunction of its own."""
    finite = verb.pos == "VERB" and "Mood=Ind" in verb.morph and verb.lower in load_frames("fr").verbs
    return finite and not any(sentence.children(verb, "nsubj", "mark", "expl", "aux", "cop"))


def _object(sentence: Sentence) -> dict[int, Token]:
    """Return « 280 salariés » of « a mis à la porte 280 salariés » as the verb's object, not as part of the door."""
    moved: dict[int, Token] = {}
    for noun in sentence.tokens:
        above = sentence.head(noun) if noun.dep == "nmod" and noun.pos == "NOUN" else None
        verb = sentence.head(above) if above is not None and above.dep.startswith("obl") else None
        if above is None or verb is None or verb.pos != "VERB" or any(sentence.children(verb, "obj", "expl")):
            continue
        if noun.lower not in TEMPORAL and _counted_behind(sentence, noun, above) and verb.index < above.index:
            moved[noun.index] = replace(noun, head=verb.index, dep="obj")
    return moved


def _counted_behind(sentence: Sentence, noun: Token, above: Token) -> bool:
    """Tell whether a number opens the noun's phrase right behind what it hangs from, with no preposition."""
    first = next(iter(sorted(sentence.children(noun, "nummod", "case", "det"), key=lambda t: t.index)), None)
    return first is not None and first.dep == "nummod" and first.index == above.index + 1

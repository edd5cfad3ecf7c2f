"""Finds who is said to be one of several in English, where the sentence counts them up.

"Past winners of the prize include Jane Miller and John Carter" · "Among the dead are Jane Miller and John Carter" ·
"Among those arrested was Jane Miller"
"""

from dataclasses import replace
from typing import Final

from kg.extract.coreference.nouns import names_person
from kg.extract.frames.load import load_frames
from kg.extract.grammar.voice import is_participle
from kg.model.annotation import Sentence, Token

_INCLUDING: Final = frozenset("include includes included".split())
_ARE: Final = frozenset("are were is was".split())
_FATES: Final = frozenset("dead injured wounded missing".split())  # "the dead": adjectives to the tagger


def said_included(sentence: Sentence) -> dict[int, Token]:
    """Return the names of "Past winners include A and B", "Among the winners are A and B" as what the noun is."""
    moved: dict[int, Token] = {}
    for verb in sentence.tokens:
        many, first = _counted_up(sentence, verb)
        if many is None or first is None or many.name is not None or not _named(sentence, first):
            continue
        done = next((t for t in sentence.children(many, "acl") if _undergoing(sentence, t)), None)
        if many.lower == "those" and done is not None:
            moved |= _undergone(sentence, verb, many, done, first)
            continue
        if many.lower in _FATES and any(sentence.children(many, "det")):
            many = replace(many, pos="NOUN", morph="Number=Plur")  # as the text means it
        if many.pos == "NOUN" and many.plural and _says_who(many):
            moved |= _predicated(sentence, verb, many, first)
    return moved


def _predicated(sentence: Sentence, verb: Token, many: Token, first: Token) -> dict[int, Token]:
    """Return who is counted up as what the noun for many is: "The winners are A and B"."""
    moved = {t.index: replace(t, dep="advmod") for t in sentence.children(many, "case")}
    moved[many.index] = replace(many, head=first.index, dep="nsubj")
    if verb.head == first.index:  # "was" is a copula there already
        return moved
    own = (first.index, many.index)
    moved |= {t.index: replace(t, head=first.index) for t in sentence.children(verb) if t.index not in own}
    root = verb.head == verb.index
    moved[first.index] = replace(first, head=first.index if root else verb.head, dep=verb.dep)
    moved[verb.index] = replace(verb, head=first.index, dep="cop", pos="AUX")
    return moved


def _named(sentence: Sentence, first: Token) -> bool:
    """Tell a name, and a title with a name beside it: "Among the dead was the mayor, Jane Miller"."""
    return first.name is not None or any(t.name is not None for t in sentence.children(first, "appos"))


def _undergoing(sentence: Sentence, word: Token) -> bool:
    return is_participle(word) and not any(sentence.children(word, "obj"))


def _undergone(sentence: Sentence, verb: Token, those: Token, done: Token, first: Token) -> dict[int, Token]:
    """Return "Among those arrested were A and B" as "A and B were arrested"."""
    top = first if verb.head == first.index else verb
    moved = {t.index: replace(t, head=done.index) for t in sentence.children(verb) if t not in (those, first)}
    moved[first.index] = replace(first, head=done.index, dep="nsubj:pass")
    moved[verb.index] = replace(verb, head=done.index, dep="aux:pass", pos="AUX")
    moved[those.index] = replace(those, head=done.index, dep="obl:mod")
    moved[done.index] = replace(done, head=done.index if top.head == top.index else top.head, dep=top.dep, pos="VERB")
    return moved


def _says_who(many: Token) -> bool:
    """Tell a noun for people, or one of the frames that says what somebody is: "recipients of the medal"."""
    triggers = load_frames("en").nouns.get(many.lower, ())
    return names_person(many.lower, "en") or any(
        function.partition("=")[0] == "self" for t in triggers for _, where in t.roles for function in where
    )


def _counted_up(sentence: Sentence, verb: Token) -> tuple[Token | None, Token | None]:
    """Return the noun for many and the first of those counted up, below a verb or beside a copula."""
    subjects = list(sentence.children(verb, "nsubj"))
    if verb.lower in _INCLUDING and verb.pos == "VERB":
        return next(iter(subjects), None), sentence.child(verb, "obj")
    if verb.lower not in _ARE or any(sentence.children(verb, "obj", "xcomp", "aux")):
        return None, None
    who = sentence.head(verb) if verb.dep == "cop" else next((t for t in subjects if t.index > verb.index), None)
    if who is None or (verb.dep == "cop" and any(sentence.children(who, "nsubj"))):
        return None, None
    among = (t for t in sentence.children(who if verb.dep == "cop" else verb, "obl") if t.index < verb.index)
    return next((t for t in among if any(c.lower == "among" for c in sentence.children(t, "case"))), None), who

"""Gives each French verb one subject, where the parser found two: a name and its noun, a list, a time, a topic.

« Le journal Le Canard a … » · « Dubois, une figure du parti, a … » · « A (maire de B), C et D ont … »
"""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import Final

from kg.extract.grammar.voice import is_participle
from kg.extract.trees.clauses.times import timed
from kg.model.annotation import Sentence, Token

_JOINTS: Final = frozenset("si s' que qu' quand lorsque lorsqu' puisque puisqu'".split())
_WITHIN: Final = ("ADJ", "ADP", "NOUN")
_ONE: Final = frozenset("le la l' l’ un une".split())
_LOOSE: Final = ("advcl", "parataxis", "dep", "dislocated")


def _subjects(sentence: Sentence) -> dict[int, Token]:
    """Return what is one subject too many: a name beside its noun, a topic before a colon or a conjunction.

    « Le journal Le Canard a … » · « Triathlon : l'ITU valide … » · « Le projet avance, même si Dubois a … »
    """
    moved: dict[int, Token] = {}
    for first, second, verb in _pairs(sentence):
        between = sentence.tokens[first.index + 1 : second.index]
        if first.pos == "NOUN" and second.name is not None and _of_first(sentence, first, between):
            moved[second.index] = replace(second, head=first.index, dep="appos")
        elif _befallen(sentence, first, second, verb) or _before_joint(between, verb):
            moved[first.index] = replace(first, dep="dislocated")
        elif first.index < verb.index and timed(first):
            moved[first.index] = replace(first, dep="obl:mod")  # « Le lendemain, deux hommes ont … »
        elif _listed(sentence, first, second) or _both(sentence, first, second, verb):
            moved[second.index] = replace(second, head=first.index, dep="conj")
            moved |= {t.index: replace(t, head=second.index) for t in between if t.dep == "cc" and t.head == verb.index}
        elif _aside(sentence, first, second, verb):
            moved[second.index] = replace(second, head=first.index, dep="appos")
    return moved


def _before_joint(between: tuple[Token, ...], verb: Token) -> bool:
    return any(t.text == ":" or (t.lower in _JOINTS and t.head == verb.index) for t in between)


def _befallen(sentence: Sentence, first: Token, second: Token, verb: Token) -> bool:
    """Tell « Le PDG de Novatel arrêté, son adjointe démissionne »: half a headline, then a clause of its own."""
    between = sentence.tokens[first.index + 1 : second.index]
    done = any(t.dep == "acl" and t.head == first.index and is_participle(t) for t in between)
    whole = second.name is not None or any(sentence.children(second, "det", "nummod"))
    apart = any(t.text in (",", "(") for t in sentence.tokens[second.index + 1 : verb.index])
    return done and whole and _comma_before(sentence, second) and not apart and second.index < verb.index


def _of_first(sentence: Sentence, first: Token, between: tuple[Token, ...]) -> bool:
    """Tell « la société suédoise | Novatel », « la start-up d'intelligence artificielle | Novatel »."""
    if all(t.pos == "ADJ" for t in between):
        return True
    plain = all(t.pos in _WITHIN and t.name is None for t in between) and len(between) <= _NEAR
    articles = any(t.lower in _ONE for t in sentence.children(first, "det"))
    return plain and articles and {t.index for t in between} <= {t.index for t in sentence.subtree(first)}


def _listed(sentence: Sentence, first: Token, second: Token) -> bool:
    """Tell « A, B et C » of three names: a comma before the second, to which the last is joined."""
    joined = any(any(sentence.children(t, "cc")) for t in sentence.children(second, "conj"))
    return first.name is not None and second.name is not None and joined and _comma_before(sentence, second)


def _both(sentence: Sentence, first: Token, second: Token, verb: Token) -> bool:
    """Tell « Uber et la SNCF ont signé » of two names, where the conjunction hangs from the verb."""
    joint = sentence.tokens[first.index + 1]
    own = all(t.dep == "det" for t in sentence.tokens[joint.index + 1 : second.index])
    named = first.name is not None and second.name is not None
    return named and joint.dep == "cc" and joint.head == verb.index and own and second.index < verb.index


def _aside(sentence: Sentence, first: Token, second: Token, verb: Token) -> bool:
    """Tell a noun with its article between commas right behind a name, before the verb."""
    one = any(t.lower in ("un", "une") for t in sentence.children(second, "det"))  # « un Québécois »
    noun = first.name is not None and second.pos in ("NOUN", "PROPN") and (second.name is None or one)
    if not noun or second.index > verb.index or not any(sentence.children(second, "det")):
        return False
    return between_commas(sentence, second) and not any(sentence.children(second, "case", "cc"))


def between_commas(sentence: Sentence, noun: Token) -> bool:
    """Tell whether commas stand before a noun phrase and right behind all that hangs from it."""
    last = max(t.index for t in sentence.subtree(noun))
    return _comma_before(sentence, noun) and any(t.text == "," for t in sentence.tokens[last : last + 2])


def _comma_before(sentence: Sentence, word: Token) -> bool:
    """Tell whether a comma stands before a noun, its article, adjectives and an adverb: « officiellement le parti »."""
    at = min([word.index, *(t.index for t in sentence.children(word, "det", "amod", "advmod"))])
    return at > 0 and sentence.tokens[at - 1].text == ","


def _pairs(sentence: Sentence) -> Iterator[tuple[Token, Token, Token]]:
    """Yield two subjects of one verb that stand both before or both behind it, with the verb."""
    for second in sentence.tokens[1:]:
        verb = sentence.head(second) if second.dep.startswith("nsubj") else None
        if verb is None or second.pos not in ("NOUN", "PROPN", "PRON"):
            continue
        for first in sentence.children(verb, "nsubj"):
            if first.index >= second.index or first.pos not in ("NOUN", "PROPN"):
                continue
            alike = (first.index < verb.index) is (second.index < verb.index)
            between = sentence.tokens[first.index : second.index]
            if alike and (second.pos != "PRON" or any(t.text == ":" for t in between)):
                yield first, second, verb


def _above(sentence: Sentence) -> dict[int, Token]:
    """Return A of « A (maire de B), C et D ont … », « A (1948-2019), le frère de B, était … » as the subject.

    The parser put it above the verb.
    """
    for first in sentence.roots():
        for verb in sentence.children(first, "parataxis", "conj", "appos", "acl"):
            second = next((t for t in sentence.children(verb, "nsubj") if first.index < t.index < verb.index), None)
            dep = None if second is None else _of_name_above(sentence, first, second, verb)
            if second is not None and dep is not None:
                return {
                    verb.index: replace(verb, head=verb.index, dep="ROOT"),
                    first.index: replace(first, head=verb.index, dep=second.dep),
                    second.index: replace(second, head=first.index, dep=dep),
                }
    return {}


def _of_name_above(sentence: Sentence, first: Token, second: Token, verb: Token) -> str | None:
    """Return what the second subject is to the name above its verb: one of a list, or who that is."""
    if verb.pos == "VERB" and _listed(sentence, first, second):
        return "conj"
    said = verb.pos == "VERB" or any(sentence.children(verb, "cop"))
    return "appos" if said and _aside(sentence, first, second, verb) else None


def _loose(sentence: Sentence) -> dict[int, Token]:
    """Return the name before « et le frère de X sont … », before « , un Québécois, … » as the subject."""
    moved: dict[int, Token] = {}
    for second in sentence.tokens[2:]:
        verb = sentence.head(second) if second.dep.startswith("nsubj") else None
        if verb is None or verb.index < second.index:
            continue
        joint = next((t for t in sentence.children(second, "cc") if t.index < second.index), None)
        for first in sentence.children(verb, *_LOOSE):
            bare = first.name is not None and not any(sentence.children(first, "case", "mark"))
            before = bare and first.index < (second if joint is None else joint).index
            if before and (joint is not None or _aside(sentence, first, second, verb)):
                moved[first.index] = replace(first, dep=second.dep)
                moved[second.index] = replace(second, head=first.index, dep="appos" if joint is None else "conj")
    return moved


def _topic(sentence: Sentence) -> dict[int, Token]:
    """Return what follows « ONU : » in a headline as its own, not as said of the name before the colon."""
    if len(sentence.tokens) < _NEAR or sentence.tokens[1].text != ":" or sentence.tokens[0].name is None:
        return {}
    name = sentence.tokens[0]
    below = [t for t in sentence.children(name) if t.index > 1 and t.dep == "appos" and t.pos == "NOUN"]
    if name.head != name.index or len(below) != 1 or below[0].name is not None:
        return {}
    noun = below[0]
    return {
        noun.index: replace(noun, head=noun.index, dep="ROOT"),
        name.index: replace(name, head=noun.index, dep="dislocated"),
    }


def _according(sentence: Sentence) -> dict[int, Token]:
    """Return « la directrice de Novatel » of « Selon Anne Dubois, la directrice de Novatel, … » beside the name."""
    moved: dict[int, Token] = {}
    for name in sentence.tokens:
        noun = sentence.head(name) if name.name is not None and name.dep.startswith(("nmod", "obl")) else None
        if noun is None or noun.index < name.index or noun.pos != "NOUN" or not any(sentence.children(name, "case")):
            continue
        near = _comma_before(sentence, noun) and noun.index - name.index <= _NEAR
        if near and any(sentence.children(noun, "det")) and not any(sentence.children(noun, "nsubj", "case", "cop")):
            moved[name.index] = replace(name, head=name.index if noun.head == noun.index else noun.head, dep=noun.dep)
            moved[noun.index] = replace(noun, head=name.index, dep="appos")
    return moved


def _behind(sentence: Sentence) -> dict[int, Token]:
    """Return « la policière tuée à Lyon » of « Le prix sera remis à Anne Dubois, la policière … » beside the name."""
    moved: dict[int, Token] = {}
    for noun in sentence.tokens:
        verb = sentence.head(noun) if noun.dep.startswith("nsubj") and noun.pos == "NOUN" else None
        if verb is None or noun.index < verb.index or not _comma_before(sentence, noun):
            continue
        start = min(t.index for t in (noun, *sentence.children(noun, "det", "amod", "advmod")))
        name = sentence.tokens[start - 2]
        before = any(t.index < verb.index for t in sentence.children(verb, "nsubj", "nsubj:pass", "expl"))
        if name.name is not None and before and any(sentence.children(noun, "det")):
            moved[noun.index] = replace(noun, head=name.index, dep="appos")
    return moved


def _named_subject(sentence: Sentence) -> dict[int, Token]:
    """Return Dubois of « À la demande des salariés, Anne Dubois, la directrice, a … » as the subject."""
    moved: dict[int, Token] = {}
    for name, comma in pairwise(sentence.tokens[:-1]):
        if name.name is None or comma.text != "," or name.dep.startswith(("nsubj", "ROOT")):
            continue
        if not _comma_before(sentence, name) or any(sentence.children(name, "conj", "cc", "case")):
            continue
        behind = sentence.tokens[comma.index + 1 : comma.index + 4]
        title = next((t for t in behind if t.pos == "NOUN" and t.dep.startswith("nsubj") and not t.plural), None)
        if title is None or title.name is not None or not any(sentence.children(title, "det")):
            continue
        last = max(t.index for t in sentence.subtree(title))
        closed = any(t.text == "," for t in sentence.tokens[last : last + 2])
        if closed and title.head > last:
            moved[name.index] = replace(name, head=title.head, dep=title.dep)
            moved[title.index] = replace(title, head=name.index, dep="appos")
    return moved


_NEAR: Final = 4  # a name, its comma, an article and an adjective
DOUBLED: Final = (_above, _subjects, _loose, _according, _topic, _behind, _named_subject)

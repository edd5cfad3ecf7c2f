"""Gives English verbs of saying their contents and objects, where the parser hangs them from what stands between."""

from dataclasses import replace
from itertools import pairwise
from typing import Final

from kg.model.annotation import Sentence, Token

_SAY: Final = ("said", "says", "say")
_BIDDING: Final = frozenset(
    """asked asks urged urges told tells invited invites instructed instructs begged begs encouraged encourages
    persuaded convinced advised advises""".split()
)
_IN_ORDER: Final = ("order", "as")
_MESSAGES: Final = frozenset("letter statement email e-mail message tweet post note petition speech video memo".split())
_MARKS: Final = ('"', "“", "”")


def english_contents(sentence: Sentence, saying: frozenset[str]) -> dict[int, Token]:
    """Return such contents and objects in their places."""
    return {**_judged(sentence), **_loose(sentence, saying), **_parted(sentence), **_bidden(sentence)}


def _bidden(sentence: Sentence) -> dict[int, Token]:
    """Return "refuse" of "asked workers at Novatel to refuse to vote" as what they are asked, no aim of who asks."""
    moved: dict[int, Token] = {}
    if sentence.words.isdisjoint(_BIDDING):
        return moved
    for verb in sentence.tokens:
        free = verb.lower in _BIDDING and not any(sentence.children(verb, "xcomp", "ccomp", "aux:pass"))
        whom = next((t for t in sentence.children(verb, "obj") if t.index > verb.index), None) if free else None
        aims = [] if whom is None else [t for t in _aims(sentence, verb) if t.index > whom.index]
        if whom is None or not aims or sentence.tokens[aims[0].index - 1].lower != "to":
            continue
        between = sentence.tokens[whom.index + 1 : aims[0].index - 1]
        if not any(t.text == "," or t.pos in ("VERB", "AUX", "SCONJ") or t.lower in _IN_ORDER for t in between):
            moved[aims[0].index] = replace(aims[0], head=verb.index, dep="xcomp")
    return moved


def _aims(sentence: Sentence, verb: Token) -> list[Token]:
    """Return the infinitives below a verb, and those that the parser hangs from its circumstance: "in a letter to"."""
    messages = (noun for noun in sentence.children(verb, "obl") if noun.lower in _MESSAGES)
    around = [t for noun in messages for t in sentence.children(noun, "acl")]
    return [*sentence.children(verb, "advcl"), *around]


def _judged(sentence: Sentence) -> dict[int, Token]:
    """Return "the results" of "rejected as “fraudulent” the results" as the object, below the verb, not below "as"."""
    moved: dict[int, Token] = {}
    for verb, joint, opening in zip(sentence.tokens, sentence.tokens[1:], sentence.tokens[2:], strict=False):
        if verb.pos != "VERB" or joint.lower != "as" or any(sentence.children(verb, "obj", "ccomp")):
            continue
        last = _last_quoted(sentence, opening)
        thing = None if last is None else _below(sentence, verb, last.index + 1 + (last.quote is None))
        if last is None or thing is None or thing.pos not in ("NOUN", "PROPN") or thing.index <= last.index:
            continue
        moved[thing.index] = replace(thing, dep="obj")
        moved[last.index] = replace(last, head=verb.index, dep="xcomp")
        moved[joint.index] = replace(joint, head=last.index, dep="case")
    return moved


def _last_quoted(sentence: Sentence, opening: Token) -> Token | None:
    """Return the last word between quotation marks, or the token that stands for the words."""
    if opening.quote is not None:
        return opening
    behind = sentence.tokens[opening.index + 1 : opening.index + 6] if opening.text in _MARKS else ()
    closing = next((t for t in behind if t.text in _MARKS), None)
    return None if closing is None else sentence.tokens[closing.index - 1]


def _below(sentence: Sentence, verb: Token, start: int) -> Token | None:
    """Return the head of the phrase that begins at an index, where it hangs from a verb."""
    at = sentence.tokens[start] if start < len(sentence.tokens) else None
    if at is None or at.pos not in ("DET", "NOUN", "PROPN", "ADJ", "PRON"):
        return None
    while at is not None and at.head != verb.index:
        at = sentence.head(at) if at.head > verb.index and at.head != at.index else None
    return at


def _loose(sentence: Sentence, saying: frozenset[str]) -> dict[int, Token]:
    """Return what stands behind "said that" as its content, where the parser made neither clause nor object of it."""
    moved: dict[int, Token] = {}
    for verb, that in pairwise(sentence.tokens):
        if that.lower != "that" or that.head != verb.index or verb.lower not in saying or that.pos != "SCONJ":
            continue
        loose = next((t for t in sentence.children(verb, "dep") if t.index > that.index), None)
        if loose is not None and not any(sentence.children(verb, "ccomp", "xcomp", "obj")):
            moved[loose.index] = replace(loose, dep="ccomp")
            moved[that.index] = replace(that, head=loose.index, dep="mark")
    return moved


def _parted(sentence: Sentence) -> dict[int, Token]:
    """Return "aimed" of "said the bill, which he tabled in May, aimed to …" as what is said: nobody says a bill."""
    moved: dict[int, Token] = {}
    for verb in sentence.tokens[1:]:
        said = verb.lower in _SAY and any(t.index < verb.index for t in sentence.children(verb, "nsubj"))
        thing = next((t for t in sentence.children(verb, "obj") if t.index > verb.index), None) if said else None
        if thing is None or any(sentence.children(verb, "ccomp", "xcomp")):
            continue
        behind = (t for t in sentence.children(thing, "acl") if sentence.tokens[t.index - 1].text == ",")
        clause = next((t for t in behind if "Tense=Past" in t.morph and t.lower.endswith("ed")), None)
        if clause is not None and any(sentence.children(thing, "acl:relcl")):
            moved[clause.index] = replace(clause, head=verb.index, dep="ccomp")
            moved[thing.index] = replace(thing, head=clause.index, dep="nsubj")
    return moved

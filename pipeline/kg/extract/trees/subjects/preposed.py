"""Gives an English verb the subjects behind the circumstance that opens its sentence and ends in a name.

"After the launch by Spain, Miller and Carter agreed to …": parsers read one list of three names.
"Speaking to the BBC, Jane Miller, head of Novatel, said …": of the name and its title they take one at most.
"""

from dataclasses import replace
from functools import partial
from itertools import pairwise
from typing import Final

from kg.extract.trees.mend import is_person, mend_each
from kg.model.annotation import Annotation, Sentence, Token

_OPENING: Final = frozenset(
    """after before during since until following regarding concerning according despite with without at in on from for
    by amid alongside like unlike under over besides given""".split()
)
_REACH: Final = 25  # tokens: the longest circumstance


def put_preposed(annotation: Annotation) -> Annotation:
    """Return an English annotation with such subjects below their verbs; any other as it is."""
    if annotation.document.language != "en":
        return annotation
    return mend_each(annotation, _subjects, _own_subjects, partial(_titled, annotation))


def _subjects(sentence: Sentence) -> dict[int, Token]:
    comma = next((t.index for t in sentence.tokens[1:_REACH] if t.text == ","), None)
    if comma is None or sentence.tokens[0].lower not in _OPENING or _finite(sentence.tokens[:comma]):
        return {}
    names = _names(sentence, comma + 1)
    verb = _verb(sentence, names[-1].index + 1) if names else None
    if verb is None or not comma > names[0].head:
        return {}
    own = list(sentence.children(verb, "nsubj"))
    if any(t.index > comma for t in own):
        return {}
    passive = any(sentence.children(verb, "aux:pass"))
    moved = {t.index: replace(t, dep="obl:mod") for t in own}
    moved[names[0].index] = replace(names[0], head=verb.index, dep="nsubj:pass" if passive else "nsubj")
    moved |= {t.index: replace(t, head=names[0].index, dep="conj") for t in names[1:]}
    return moved


def _titled(annotation: Annotation, sentence: Sentence) -> dict[int, Token]:
    """Return Jane Miller of "Speaking to the BBC, Jane Miller, head of Novatel, said …" as the subject, with her title.

    What stands before her is of the opening, which has no finite verb.
    """
    comma = next((t.index for t in sentence.tokens[1:_REACH] if t.text == ","), None)
    if comma is None or not _opens(sentence) or _finite(sentence.tokens[:comma]):
        return {}
    behind = sentence.tokens[comma + 1 : comma + _REACH]
    if len(behind) < 2 or behind[1].text != "," or not is_person(annotation, behind[0]):
        return {}
    name, *after = behind
    closing = next((t.index for t in after[1:] if t.text == ","), None)
    verb = _verb(sentence, closing + 1) if closing is not None else None
    if verb is None or closing is None or _finite(sentence.tokens[name.index : closing]):
        return {}
    own = [t for t in sentence.children(verb, "nsubj") if t.index > comma]
    if any(t is name or t.index > closing for t in own):
        return {}
    moved = {name.index: replace(name, head=verb.index, dep=own[0].dep if own else "nsubj")}
    return moved | _title(sentence, name, closing) | _opening(sentence, comma)


def _opens(sentence: Sentence) -> bool:
    first = sentence.tokens[0]
    return first.lower in _OPENING or (first.pos == "VERB" and first.lower.endswith("ing"))


def _title(sentence: Sentence, name: Token, closing: int) -> dict[int, Token]:
    """Return the noun between the commas behind a name that hangs from none of the words there, beside the name."""
    inside = range(name.index + 1, closing)
    top = next((t for t in sentence.tokens[name.index + 2 : closing] if t.head not in inside and t.pos == "NOUN"), None)
    return {} if top is None else {top.index: replace(top, head=name.index, dep="appos")}


def _opening(sentence: Sentence, comma: int) -> dict[int, Token]:
    """Return the words of an opening that the parser hung from behind its comma, hung from its last noun."""
    last = sentence.tokens[comma - 1]
    astray = [t for t in sentence.tokens[1:comma] if t.head > comma]
    if last not in astray or last.pos not in ("NOUN", "PROPN"):
        return {}
    moved = {t.index: replace(t, head=last.index) for t in astray}
    return moved | {last.index: replace(last, head=0, dep="obl:mod")}


def _own_subjects(sentence: Sentence) -> dict[int, Token]:
    """Return Y of "X was a miner and Y was a nurse" as the second subject: parsers join it to the miner."""
    moved: dict[int, Token] = {}
    for joint, name in pairwise(sentence.tokens[:-2]):
        if joint.lower != "and" or name.name is None or name.dep != "conj" or name.head > name.index:
            continue
        verb = _verb(sentence, name.index + 1)
        if verb is None or verb.index < name.index:
            continue
        verb = sentence.tokens[verb.head] if verb.dep == "cop" else verb
        if verb.index > name.index and not any(sentence.children(verb, "nsubj")) and verb.dep == "conj":
            passive = any(sentence.children(verb, "aux:pass"))
            moved[name.index] = replace(name, head=verb.index, dep="nsubj:pass" if passive else "nsubj")
            moved[joint.index] = replace(joint, head=verb.index)
    return moved


def _finite(tokens: tuple[Token, ...]) -> bool:
    return any("VerbForm=Fin" in t.morph for t in tokens)


def _names(sentence: Sentence, start: int) -> list[Token]:
    """Return the one or two names right behind the comma, joined by "and"."""
    after = sentence.tokens[start : start + 3]
    named = [t for t in after if t.name is not None or t.pos == "PROPN"]
    if not after or after[0] not in named:
        return []
    joined = len(after) > 2 and after[1].lower == "and" and after[2] in named
    return [after[0], after[2]] if joined else [after[0]]


def _verb(sentence: Sentence, start: int) -> Token | None:
    """Return the verb whose finite form stands at an index, or behind one adverb there."""
    for token in sentence.tokens[start : start + 2]:
        if "VerbForm=Fin" in token.morph and token.pos in ("VERB", "AUX"):
            above = sentence.tokens[token.head]
            return above if token.dep.startswith("aux") and above.index > token.index else token
        if token.pos != "ADV":
            return None
    return None

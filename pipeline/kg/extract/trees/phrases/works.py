"""Puts the title of a work beside the noun that says what it is, wherever the parser hung it.

« son sixième album, « Lemonade » » · « l'application de rencontres Pulsar » · "a Falcon Heavy rocket" ·
"Low Tide", her debut novel.
"""

from dataclasses import replace

from kg.extract.coreference.nouns import noun_classes
from kg.extract.trees.mend import mended
from kg.model import EntityType
from kg.model.annotation import Annotation, Sentence, Token

_REACH = 6  # tokens from the noun to its title
_FIRSTS = frozenset("feature debut single opener follow-up".split())  # "“Salt Roads”, her first feature"
_PRIZES = frozenset("award prize medal trophy".split())  # "won the Man of the Match award"


def put_works(annotation: Annotation) -> Annotation:
    """Return the annotation with such titles in apposition."""
    if all(name.type is not EntityType.WORK for name in annotation.names):
        return annotation
    made = []
    for sentence in annotation.sentences:
        moved: dict[int, Token] = {}
        for name in sentence.tokens:
            if name.name is not None and annotation.names[name.name].type is EntityType.WORK:
                moved |= _beside(sentence, name, annotation.document.language)
        made.append(mended(sentence, moved))
    return replace(annotation, sentences=tuple(made))


def _beside(sentence: Sentence, name: Token, language: str) -> dict[int, Token]:
    """Return the title in apposition to the noun of a work before it or, in English, right after it."""
    english = _english(sentence, name) if language == "en" else None
    if english is not None:
        return english
    if any(sentence.children(name, "case", "cc")) or name.dep == "appos" or name.dep.startswith("conj"):
        return {}
    noun = _noun_before(sentence, name, language)
    if noun is None or any(t is noun for t in sentence.subtree(name)):
        return {}
    if any(child.name is not None for child in sentence.children(noun, "appos", "flat")):
        return {}
    apposed = {name.index: replace(name, head=noun.index, dep="appos")}
    if name.dep.startswith("nsubj") and noun.dep.partition(":")[0] != "nsubj":
        return {}
    return apposed


def _english(sentence: Sentence, name: Token) -> dict[int, Token] | None:
    """Return what moves where English sets the noun right before or behind the title; None where it does neither."""
    after = sentence.tokens[name.index + 1] if name.index + 1 < len(sentence.tokens) else name
    if after is not name and name.head == after.index and (_is_work(after, "en") or after.lower in _PRIZES):
        return {name.index: replace(name, dep="appos")} if name.dep in ("compound", "amod", "nmod") else {}
    before = sentence.tokens[name.index - 1] if name.index else name
    if before is not name and before.head == name.index and _is_work(before, "en"):
        return _turned(sentence, name, before)  # "Jane Smith's novel Blue Water", the noun part of the name
    return _told_behind(sentence, name) or None


def _told_behind(sentence: Sentence, name: Token) -> dict[int, Token]:
    """Return the noun of "“Low Tide”, her debut novel," as said of the title, whatever the parser hung it from."""
    at = name.index + 1
    while at < len(sentence.tokens) and sentence.tokens[at].pos == "PUNCT":
        at += 1
    marks = [t.text for t in sentence.tokens[name.index + 1 : at]]
    comma = "," in marks or name.text.rstrip("\"”’'").endswith(",")
    if not comma or at >= len(sentence.tokens) or sentence.tokens[at].dep not in ("nmod:poss", "det"):
        return {}
    noun = sentence.tokens[sentence.tokens[at].head]
    between = sentence.tokens[at + 1 : noun.index]
    plain = all(t.pos in ("ADJ", "NOUN", "NUM", "PROPN") for t in between) and at < noun.index < at + _REACH
    hung = noun.dep in ("obj", "appos", "conj", "dep", "obl:mod", "nmod") and not any(
        sentence.children(noun, "case", "cc")
    )
    inside = any(t is name for t in sentence.subtree(noun))
    if not plain or not hung or inside or not (_is_work(noun, "en") or noun.lower in _FIRSTS):
        return {}
    return {noun.index: replace(noun, head=name.index, dep="appos", pos="NOUN")}


def _turned(sentence: Sentence, name: Token, noun: Token) -> dict[int, Token]:
    """Return the noun as the head of its phrase, the title beside it."""
    if noun.dep not in ("compound", "nmod", "amod", "nmod:poss"):
        return {}
    top = noun.index if name.head == name.index else name.head
    inside = [c for c in sentence.children(name) if c.index < noun.index and c.dep not in ("cc", "punct")]
    return {
        noun.index: replace(noun, head=top, dep=name.dep, pos="NOUN"),
        name.index: replace(name, head=noun.index, dep="appos"),
        **{child.index: replace(child, head=noun.index) for child in inside},
    }


def _noun_before(sentence: Sentence, name: Token, language: str) -> Token | None:
    """Return the noun whose phrase ends before the title; one comma may stand between them."""
    commas = 0
    for token in reversed(sentence.tokens[max(0, name.index - _REACH) : name.index]):
        commas += token.text == ","
        if token.name is not None or token.quote is not None or token.pos in ("VERB", "AUX", "CCONJ", "SCONJ", "PRON"):
            return None
        if commas > 1 or (token.text == "," and token.index < name.index - 2):
            return None
        if token.pos == "NOUN" and _is_work(token, language):
            return token if not commas or _specified(sentence, token) else None
    return None


def _is_work(token: Token, language: str) -> bool:
    kind = noun_classes(language).get(token.lower)
    return token.name is None and kind is not None and kind.type is EntityType.WORK


def _specified(sentence: Sentence, noun: Token) -> bool:
    """Tell « son sixième album, X »: a noun with a determiner, of which there is one."""
    return any(True for _ in sentence.children(noun, "det", "nmod:poss")) and not noun.plural

"""Puts the title of a work beside the noun that says what it is, wherever the parser hung it.

« son sixième album, « Lemonade » » · « l'application de rencontres Pulsar » · "a Falcon Heavy rocket".
"""

from dataclasses import replace

from kg.extract.coreference.nouns import noun_classes
from kg.extract.trees.mend import mended
from kg.model import EntityType
from kg.model.annotation import Annotation, Sentence, Token

_REACH = 6  # tokens from the noun to its title


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
    after = sentence.tokens[name.index + 1] if name.index + 1 < len(sentence.tokens) else None
    if language == "en" and after is not None and _is_work(after, language) and name.head == after.index:
        return {name.index: replace(name, dep="appos")} if name.dep in ("compound", "amod", "nmod") else {}
    before = sentence.tokens[name.index - 1] if name.index else None
    if language == "en" and before is not None and before.head == name.index and _is_work(before, language):
        return _turned(sentence, name, before)  # "Jane Smith's novel Blue Water", the noun part of the name
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

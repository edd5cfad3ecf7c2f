"""Puts French words for whose citizen somebody is below the name that follows them.

« le Suisse Adrien Rochat » · « les Français Julien Dupont et Anne Petit » · « l'homme d'affaires qatari Nasser Amin ».
Parsers make the people the head and the name its complement, and so hide who takes part in what the verb says.
"""

from dataclasses import replace
from typing import Final

from kg.extract.trees.apposition.callings import calls_person
from kg.extract.trees.mend import mended
from kg.lexicon.peoples import country_adjective
from kg.model import EntityType
from kg.model.annotation import Annotation, Name, Sentence, Token

_NO_DESCRIPTION: Final = ("VERB", "AUX", "PUNCT", "PRON", "CCONJ")
_OF: Final = ("de", "d'", "du")
_DETERMINERS: Final = frozenset("le la l' les un une des du au aux".split())


def put_peoples(annotation: Annotation) -> Annotation:
    """Return a French annotation with names as the heads of such words; any other as it is."""
    if annotation.document.language != "fr":
        return annotation
    names = list(annotation.names)
    sentences = tuple(_mend(names, sentence) for sentence in annotation.sentences)
    return replace(annotation, names=tuple(names), sentences=sentences)


def _mend(names: list[Name], sentence: Sentence) -> Sentence:
    for before, word, name in zip(sentence.tokens, sentence.tokens[1:], sentence.tokens[2:], strict=False):
        if before.lower in _DETERMINERS and country_adjective(word.lower, singular=True) is not None:
            word_now = sentence.tokens[word.index]
            team = _of_team(names, sentence, word_now) or _described(names, sentence, word_now)
            sentence = mended(sentence, team or _aged(names, sentence, sentence.tokens[word.index]))
        if not _person(names, name) or country_adjective(word.lower) is None:
            continue
        if before.lower in _DETERMINERS or _several(sentence, before):
            sentence = mended(sentence, _above(names, sentence, sentence.tokens[word.index], name.index))
        elif word.name is None and before.lower not in _DETERMINERS and word.dep in ("appos", "nmod", "dep", "flat"):
            head = sentence.head(sentence.tokens[word.index])
            if head is not None and head.pos == "NOUN" and head.index < word.index:
                sentence = mended(sentence, {word.index: replace(word, pos="ADJ", dep="amod")})
    return sentence


def _several(sentence: Sentence, number: Token) -> bool:
    """Tell « les deux » of « les deux Suisses A et B »."""
    return number.pos == "NUM" and number.index > 0 and sentence.tokens[number.index - 1].lower in ("les", "des", "aux")


def _of_team(names: list[Name], sentence: Sentence, word: Token) -> dict[int, Token]:
    """Return the person after « le Belge de Hyundai , » in the place of the people's word."""
    of, team, comma, name = ([*sentence.tokens[word.index + 1 : word.index + 5], word] * 4)[:4]
    ends = sentence.tokens[name.index + 1 : name.index + 2]
    apposed = of.lower in _OF and team.name is not None and comma.text == "," and _person(names, name)
    if not (word.name is not None and apposed and name.head == word.index and ends and ends[0].text == ","):
        return {}
    return _above(names, sentence, word, name.index)


def _described(names: list[Name], sentence: Sentence, word: Token) -> dict[int, Token]:
    """Return the person after « le Belge champion du monde, » in the place of the people's word."""
    comma = next((t for t in sentence.tokens[word.index + 1 : word.index + 7] if t.pos in _NO_DESCRIPTION), word)
    title, name = sentence.tokens[word.index + 1], sentence.tokens[min(comma.index + 1, len(sentence.tokens) - 1)]
    known = comma.text == "," and title.pos == "NOUN" and title.name is None and calls_person(title.lower, "fr")
    if not known or not _person(names, name) or any(sentence.children(name, "case", "cc")):
        return {}
    if name.dep.startswith("nsubj") or any(t is word for t in sentence.subtree(name)):
        return {}
    return _above(names, mended(sentence, {name.index: replace(name, head=word.index)}), word, name.index)


def _aged(names: list[Name], sentence: Sentence, word: Token) -> dict[int, Token]:
    """Return the person after « Le Brésilien de 22 ans » in the place of the people's word."""
    of, number, years, name = ([*sentence.tokens[word.index + 1 : word.index + 5], word] * 4)[:4]
    aged = of.lower in _OF and number.pos == "NUM" and years.lower == "ans" and _person(names, name)
    if not aged or name.head not in (years.index, word.index) or years.head != word.index:
        return {}
    moved = mended(sentence, {name.index: replace(name, head=word.index)})
    return _above(names, moved, word, name.index)


def _person(names: list[Name], token: Token) -> bool:
    return token.name is not None and names[token.name].type is EntityType.PERSON


def _above(names: list[Name], sentence: Sentence, word: Token, at: int) -> dict[int, Token]:
    """Return the tokens with the name at an index in the place of the people's word, that word describing it."""
    name = sentence.tokens[at]
    if word.name is not None and names[word.name].type is not EntityType.GROUP:
        names[word.name] = replace(names[word.name], type=EntityType.GROUP)  # « le Suisse » is no country
    if name.head != word.index:
        return {}
    root = word.head == word.index
    number = "Number=Plur" if word.lower.endswith("s") and not country_adjective(word.lower, singular=True) else ""
    moved = {
        at: replace(name, head=at if root else word.head, dep=word.dep, morph=number),
        word.index: replace(word, head=at, dep="amod", pos="ADJ", name=None),
    }
    for child in sentence.children(word):
        if child.index != at:
            moved[child.index] = replace(child, head=at)
    return moved

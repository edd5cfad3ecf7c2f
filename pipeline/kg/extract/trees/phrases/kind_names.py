"""Puts a name beside the noun of its kind, not beside a complement of that noun: « le fabricant de valises Rimowa »."""

from dataclasses import replace
from typing import Final

from kg.extract.grammar.prepositions import preposition
from kg.lexicon.tables import kinds
from kg.model.annotation import Sentence, Token

# « le géant de l'internet Novatel », « le spécialiste du luxe Novatel »: what it is great in has no name
_FIELDS: Final = ("IA", "AI", "TI", "IT", "RH")
_GREAT: Final = frozenset("géant géante spécialiste leader champion pionnier mastodonte colosse ténor".split())


def named_kinds(sentence: Sentence) -> dict[int, Token]:
    """Return « Rimowa » of « le fabricant de valises Rimowa » beside the maker, not beside what it makes."""
    moved: dict[int, Token] = {}
    for word in sentence.tokens[3:]:
        beside = sentence.tokens[word.index - 1]
        if beside.text in _FIELDS and word.name is not None:
            moved |= _behind_field(sentence, beside, word)
            continue
        if word.name is not None and word.dep == "obj" and _asked_for(sentence, beside, word):
            moved[word.index] = replace(word, head=beside.index, dep="appos")  # « a investi dans la société Novatel »
            continue
        inner = sentence.head(word) if word.name is not None and word.dep in ("appos", "flat", "nmod") else None
        if inner is None or inner.index > word.index or any(sentence.children(word, "case", "det")):
            continue
        above = inner
        while (
            above.pos == "NOUN"
            and above.dep in ("nmod", "conj")
            and above.lower not in kinds()
            and (_bare(sentence, above) or sentence.tokens[above.head].lower in _GREAT)
        ):
            above = sentence.tokens[above.head]
        between = sentence.tokens[inner.index + 1 : word.index]
        near = all(t.pos in ("ADJ", "VERB", "ADP", "NOUN") and t.head >= above.index for t in between)
        if above is not inner and above.lower in kinds() and near and above.index < inner.index:
            moved[word.index] = replace(word, head=above.index, dep="appos")
    return moved


def _behind_field(sentence: Sentence, field: Token, name: Token) -> dict[int, Token]:
    """Return « la start-up d'IA Novatel » with the name beside the noun of its kind, and the field below that."""
    joint, kind = sentence.tokens[field.index - 1], sentence.tokens[name.head]
    if joint.lower not in ("d'", "d’", "de") or kind.lower not in kinds() or kind.index != joint.index - 1:
        return {}
    return {
        name.index: replace(name, head=kind.index, dep="appos"),
        field.index: replace(field, head=kind.index, dep="nmod", pos="NOUN"),
        joint.index: replace(joint, head=field.index, dep="case"),
    }


def _asked_for(sentence: Sentence, noun: Token, name: Token) -> bool:
    """Tell a noun of a kind, with its article, right before the name that says which one."""
    free = noun.pos == "NOUN" and noun.name is None and noun.lower in kinds() and any(sentence.children(noun, "det"))
    return free and noun.head == name.head and not any(sentence.children(name, "case", "det", "cc"))


def _bare(sentence: Sentence, noun: Token) -> bool:
    article = any(c.lower in ("du", "des", "au", "aux") for c in sentence.children(noun, "case"))
    bare = noun.name is None and not any(sentence.children(noun, "det")) and not article
    return bare and preposition(sentence, noun) in (
        "de",
        "à",
    )  # « le fabricant de valises X », « sa filiale à bas coût X »

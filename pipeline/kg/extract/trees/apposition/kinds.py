"""Puts names beside the noun of their kind: « la firme japonaise Novatel », « la société de conseil Novatel »."""

from dataclasses import replace
from itertools import pairwise
from typing import Final

from kg.extract.coreference.nouns import names_person, noun_classes
from kg.extract.grammar.prepositions import preposition
from kg.extract.trees.apposition.asides import comma_behind
from kg.extract.trees.apposition.callings import calls_person, fills_itself
from kg.extract.trees.mend import noun_before
from kg.lexicon.tables import lexicon
from kg.model import EntityType
from kg.model.annotation import Annotation, Sentence, Token

_ARTICLES: Final = frozenset("le la l' un une son sa leur du au ce cet cette".split())
_NEAR: Final = 9  # tokens from the comma to the noun


def names_after_adjectives(annotation: Annotation, sentence: Sentence) -> dict[int, Token]:
    """Return the names of « la firme japonaise Novatel » as appositions of the noun, not of its adjective."""
    moved: dict[int, Token] = {}
    classes = noun_classes(annotation.document.language)
    for before, adjective, name in zip(sentence.tokens, sentence.tokens[1:], sentence.tokens[2:], strict=False):
        if name.name is None:
            continue
        # « l'organisation non gouvernementale Novatel »
        noun = sentence.tokens[before.index - 1] if before.lower == "non" and before.index else before
        kind = classes.get(noun.lower)
        parted = noun.dep == "parataxis" and name.head == noun.head and name.dep.startswith("nsubj")
        hung = (name.head == adjective.index or parted) and adjective.head in (noun.index, noun.head)
        hung = hung and (adjective.pos == "ADJ" or adjective.dep == "amod")  # « la chaîne privée Novatel »
        if kind is None or not hung or noun.pos != "NOUN":
            continue
        if annotation.names[name.name].type is kind.type and not any(sentence.children(name, "case", "cc")):
            moved[name.index] = replace(name, head=noun.index, dep="appos")
            if parted:  # « Le groupe sud-coréen | Novatel a rappelé … »
                moved[noun.index] = replace(noun, dep=name.dep)
            if parted or adjective.head != noun.index:
                moved[adjective.index] = replace(adjective, head=noun.index, dep="amod")
    return moved


def names_after_kinds(annotation: Annotation, sentence: Sentence) -> dict[int, Token]:
    """Return the names of « la société de conseil Novatel » as appositions of the first noun, not of its kind."""
    moved: dict[int, Token] = {}
    for kind, name in pairwise(sentence.tokens):
        if name.name is None:
            continue
        noun = sentence.head(kind)
        called = noun_before(sentence, name)  # « l'organisation burundaise Novatel »
        if called is not None and _of_second(annotation, sentence, called, name):
            moved[name.index] = replace(name, head=called.index, dep="appos")
            continue
        hung = name.head == kind.index and name.dep in ("appos", "flat", "flat:name", "nmod", "dep")
        if noun is None or not hung or kind.pos != "NOUN" or kind.dep != "nmod":
            continue
        if any(sentence.children(kind, "det", "amod", "nmod")) or any(sentence.children(name, "case", "cc")):
            continue
        named = any(child.name is not None for child in sentence.children(noun, "appos", "flat"))
        of = sentence.tokens[kind.index - 1].lower in (
            "de",
            "d'",
            "d’",
        )  # « la société du groupe Novatel » is no Novatel
        people = names_person(kind.lower, annotation.document.language)
        if of and noun.index < kind.index and noun.pos == "NOUN" and not named and not people:
            moved[name.index] = replace(name, head=noun.index, dep="appos")
    return moved


def names_after_fields(annotation: Annotation, sentence: Sentence) -> dict[int, Token]:
    """Return the body of « le géant de l'agroalimentaire Novatel », « le spécialiste de la vente en ligne Novatel ».

    No field, no way of selling is called so. French only.
    """
    moved: dict[int, Token] = {}
    for name in sentence.tokens[3:] if annotation.document.language == "fr" else ():
        loose = name.name is not None and name.dep.startswith(("appos", "flat", "nmod", "dep"))
        field = sentence.head(name) if loose else None
        if field is None or any(sentence.children(name, "case", "cc")):
            continue
        body = annotation.names[name.name or 0].type is EntityType.ORGANIZATION
        noun = _kind_above(sentence, field) if body and _right_behind(sentence, field, name) else None
        if noun is not None:
            moved[name.index] = replace(name, head=noun.index, dep="appos")
    return moved


def _right_behind(sentence: Sentence, field: Token, name: Token) -> bool:
    """Tell whether at most adjectives stand between a word and the name behind it."""
    between = sentence.tokens[field.index + 1 : name.index]
    return field.index < name.index and field.name is None and all(t.pos == "ADJ" for t in between)


def _kind_above(sentence: Sentence, field: Token) -> Token | None:
    """Return the noun for a body, with its article, that a field is a complement of."""
    at: Token | None = field
    while at is not None and at.dep == "nmod" and at.name is None and not _of_sort(at):
        if preposition(sentence, at) not in ("de", "en", "à"):
            return None
        at = sentence.head(at)
    if at is None or at is field or not _of_sort(at) or any(c.name is not None for c in sentence.children(at, "appos")):
        return None
    article = any(c.lower in _ARTICLES for c in sentence.children(at, "det", "nmod:poss", "case"))
    return at if article and not at.plural else None


def _of_sort(noun: Token) -> bool:
    """Tell a noun that stands before a body's name: « géant », « spécialiste », « banque »."""
    return noun.pos == "NOUN" and noun.lower in lexicon()["before:Organization"]


def _of_second(annotation: Annotation, sentence: Sentence, kind: Token, name: Token) -> bool:
    """Tell « le créateur de la marque Novatel », where the body's name hangs from whoever has to do with it."""
    holder = sentence.head(kind)
    hung = name.head == kind.head != kind.index and name.dep in ("appos", "flat", "nmod") and kind.dep == "nmod"
    if not hung or holder is None or name.name is None or kind.pos != "NOUN" or kind.name is not None:
        return False
    body = annotation.names[name.name].type is EntityType.ORGANIZATION and not any(sentence.children(name, "case"))
    known = noun_classes(annotation.document.language).get(kind.lower)
    # « l'éditeur de logiciels Novatel »: nobody is called « logiciels »
    body_noun = known is not None and known.type is EntityType.ORGANIZATION
    language = annotation.document.language
    organized = body_noun or fills_itself(kind.lower, language, EntityType.ORGANIZATION)
    return body and organized and not kind.plural and calls_person(holder.lower, language)


def kinds_behind_brackets(annotation: Annotation, sentence: Sentence) -> dict[int, Token]:
    """Return "militia" of "commander of the Popular Front (PF), an armed militia," as said of the front."""
    moved: dict[int, Token] = {}
    classes = noun_classes(annotation.document.language)
    for name in sentence.tokens[:-1]:
        bracket = sentence.tokens[name.index + 1]
        comma = comma_behind(sentence, name) if name.name is not None and bracket.text == "(" else None
        for noun in sentence.tokens[comma + 2 : comma + _NEAR] if comma is not None else ():
            head, kind = sentence.head(noun), classes.get(noun.lower)
            hung = noun.dep == "appos" and head is not None and head.index < name.index and head.name is None
            article = any(t.index == (comma or 0) + 1 for t in sentence.children(noun, "det"))
            if hung and article and kind is not None and annotation.names[name.name or 0].type is kind.type:
                moved[noun.index] = replace(noun, head=name.index)
                break
    return moved


def names_after_nouns(annotation: Annotation, sentence: Sentence) -> dict[int, Token]:
    """Return the names that stand right after a noun of their kind as a second subject or object of its verb."""
    moved: dict[int, Token] = {}
    classes = noun_classes(annotation.document.language)
    for noun, name in pairwise(sentence.tokens):
        if noun.pos != "NOUN" or noun.name is not None or name.name is None or name.head == noun.index:
            continue
        kind = classes.get(noun.lower)
        if kind is None:  # "Battery maker Novatel has grown"
            second = name.head == noun.head and name.dep == noun.dep and noun.dep.startswith("nsubj")
            if second and annotation.document.language == "en":
                moved[name.index] = replace(name, head=noun.index, dep="appos")
            continue
        same = name.head == noun.head and name.dep.partition(":")[0] == noun.dep.partition(":")[0]
        same = same or (kind.type is EntityType.ONLINE_ACCOUNT and not any(sentence.children(name, "case")))
        if same and annotation.names[name.name].type is kind.type:
            moved[name.index] = replace(name, head=noun.index, dep="appos")
    return moved

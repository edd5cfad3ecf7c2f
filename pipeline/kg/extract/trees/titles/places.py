"""Puts French titles in their place that adverbs, times and fronted circumstances part from their holder.

« X, jusqu'ici directeur de Y » · « nommé en janvier directeur de Y » · « Sur proposition du maire, X, le directeur … »
· « la sénatrice PS du Rhône X »
"""

from dataclasses import replace
from functools import partial
from itertools import pairwise
from typing import Final

from kg.extract.grammar.climbing import verb_above
from kg.extract.grammar.infinitives import CHOOSING
from kg.extract.grammar.voice import is_participle
from kg.extract.trees.apposition.callings import calls_person
from kg.extract.trees.mend import is_person, mend_each
from kg.extract.trees.titles.titled import complement
from kg.lexicon.tables import fold, lexicon
from kg.model.annotation import Annotation, Sentence, Token

_SINCE: Final = ("jusqu'", "jusqu’", "jusque")  # « jusqu'ici », « jusqu'à présent », « jusque-là »
# What is said of bodies, not of people: « directrice de Novatel, fondée en 1990 »
_OF_BODIES: Final = tuple(
    "fond cré bas situ rachet déten cot install implant contrôl lanc dot compos bapt rebapt issu spécialis".split()
)


def place_titles(annotation: Annotation) -> Annotation:
    """Return the annotation with such titles beside or below whom they name; French only."""
    if annotation.document.language != "fr":
        return annotation
    rules = (_misread, _until_now, _behind_front, _behind_time, _behind_place, _behind_seat, _ad_interim, _behind_title)
    return mend_each(annotation, *(partial(rule, annotation) for rule in rules))


def _until_now(annotation: Annotation, sentence: Sentence) -> dict[int, Token]:
    """Return the title of « Jean Dubois, 48 ans, jusqu'ici directeur de Novatel, … » beside the name."""
    moved: dict[int, Token] = {}
    for since in sentence.tokens[1:-1] if annotation.document.language == "fr" else ():
        besides = since.lower == "par" and sentence.tokens[since.index + 1].lower == "ailleurs"
        if not besides and not since.lower.startswith(_SINCE):
            continue
        after = sentence.tokens[since.index + 1 : since.index + 4]
        title = next((t for t in after if t.pos == "NOUN" and calls_person(t.lower, "fr")), None)
        name = _just_before(annotation, sentence, since)
        if title is not None and name is not None and not any(sentence.children(title, "det", "cop")):
            moved |= {t.index: replace(t, head=title.index, dep="advmod") for t in after if t.index < title.index}
            moved[since.index] = replace(since, head=title.index, dep="advmod")
            moved[title.index] = replace(title, head=name.index, dep="appos")
    return moved


def _behind_front(annotation: Annotation, sentence: Sentence) -> dict[int, Token]:
    """Return X of « Sur proposition du ministre, X, le directeur de Y, a été nommé » as its subject."""
    moved: dict[int, Token] = {}
    for noun in sentence.tokens[4:]:
        verb = sentence.head(noun) if noun.dep.startswith("nsubj") and calls_person(noun.lower, "fr") else None
        first = min(t.index for t in sentence.subtree(noun) if t.text != ",") if verb is not None else 0
        name = sentence.tokens[first - 2] if first > 2 else noun
        title = sentence.head(name) if name.dep == "appos" and is_person(annotation, name) else None
        if verb is None or title is None or sentence.tokens[first - 1].text != "," or title.index > name.index:
            continue
        last = max(t.index for t in sentence.subtree(noun) if t.text != ",")
        commas = [sentence.tokens[i].text for i in (name.index - 1, last + 1)]
        if commas == [",", ","] and last < verb.index and _in_front(sentence, title, verb):
            moved[name.index] = replace(name, head=verb.index, dep=noun.dep)
            moved[noun.index] = replace(noun, head=name.index, dep="appos")
    return moved


def _behind_seat(annotation: Annotation, sentence: Sentence) -> dict[int, Token]:
    """Return the name of « la sénatrice PS du Rhône Anne Dubois » beside the title: no land is called so."""
    moved: dict[int, Token] = {}
    for seat, name in pairwise(sentence.tokens):
        title = sentence.head(seat) if seat.dep == "nmod" and seat.name is not None else None
        below = name.head == seat.index and name.dep.startswith(("flat", "appos")) and is_person(annotation, name)
        if title is None or not below or is_person(annotation, seat) or title.plural or title.index > seat.index:
            continue
        named = any(is_person(annotation, t) for t in sentence.children(title, "appos"))
        if not named and calls_person(title.lower, "fr"):
            moved[name.index] = replace(name, head=title.index, dep="appos")
    return moved


def _behind_time(annotation: Annotation, sentence: Sentence) -> dict[int, Token]:
    """Return the title of « nommé en janvier directeur de Novatel », « élue lundi maire de Lyon » below its verb."""
    moved: dict[int, Token] = {}
    for time, title in pairwise(sentence.tokens[:-1]):
        dated = time.text.isdigit() or fold(time.lower) in lexicon()["calendar"]
        bare = dated and title.pos == "NOUN" and calls_person(title.lower, annotation.document.language)
        verb = verb_above(sentence, time) if bare else None
        if verb is None or verb.index > time.index or not verb.lower.startswith((*CHOOSING, "deven", "devien")):
            continue
        if not any(sentence.children(title, "det", "case", "cop", "nsubj")):
            moved[title.index] = replace(title, head=verb.index, dep="xcomp")
            moved |= complement(sentence, title)
    return moved


def _in_front(sentence: Sentence, title: Token, verb: Token) -> bool:
    """Tell whether a title stands in what opens the clause with a preposition: « Sur proposition du ministre, … »."""
    at: Token | None = title
    while at is not None and at.dep.startswith("nmod"):
        at = sentence.head(at)
    return at is not None and at.dep.startswith("obl") and at.head == verb.index and at.index < verb.index


def _just_before(annotation: Annotation, sentence: Sentence, word: Token) -> Token | None:
    """Return the person whose name, or name and comma, stand right before a word (an age between is set apart)."""
    before = sentence.tokens[word.index - 1]
    name = sentence.tokens[word.index - 2] if before.text == "," and word.index > 1 else before
    return name if is_person(annotation, name) else None


def _misread(annotation: Annotation, sentence: Sentence) -> dict[int, Token]:
    """Return the titles before « de » that the parser took for adjectives or names: « X, P-DG de Novatel »."""
    return {
        title.index: replace(title, pos="NOUN")
        for title, of in pairwise(sentence.tokens)
        if title.pos in ("ADJ", "X", "PROPN")
        and title.name is None
        and of.lower in ("de", "du", "des", "d'", "d’")
        and title.dep in ("appos", "conj", "nmod")
        and calls_person(title.lower, annotation.document.language)
    }


def _behind_place(annotation: Annotation, sentence: Sentence) -> dict[int, Token]:
    """Return « membres » of « ont été élus, jeudi à Londres, membres du comité » below the verb, not the town."""
    moved: dict[int, Token] = {}
    for comma, title in pairwise(sentence.tokens[:-1]):
        place = sentence.head(title) if comma.text == "," and title.dep == "appos" and title.pos == "NOUN" else None
        verb = sentence.head(place) if place is not None and place.dep.startswith("obl") else None
        if place is None or verb is None or not verb.lower.startswith(CHOOSING) or is_person(annotation, place):
            continue
        bare = not any(sentence.children(title, "det", "case", "cop", "nsubj"))
        free = not any(sentence.children(verb, "xcomp"))
        if bare and free and calls_person(title.lower, annotation.document.language):
            moved[title.index] = replace(title, head=verb.index, dep="xcomp")
    return moved


def _ad_interim(annotation: Annotation, sentence: Sentence) -> dict[int, Token]:
    """Return « par intérim » right behind a title below it, with whose it is: « directrice par intérim de Novatel »."""
    moved: dict[int, Token] = {}
    for interim in sentence.tokens[2:]:
        if interim.lower != "intérim" or sentence.tokens[interim.index - 1].lower != "par":
            continue
        before = sentence.tokens[interim.index - 2]
        title = sentence.head(before) if before.pos == "ADJ" else before
        if title is not None and title.pos == "NOUN" and calls_person(title.lower, annotation.document.language):
            moved[interim.index] = replace(interim, head=title.index, dep="nmod")
    return moved


def _behind_title(annotation: Annotation, sentence: Sentence) -> dict[int, Token]:
    """Return « limogé » of « X, directeur de Novatel, limogé mardi » as said of X, not of the body before the comma."""
    moved: dict[int, Token] = {}
    for participle in sentence.tokens[4:]:
        body = sentence.head(participle) if participle.dep == "acl" and is_participle(participle) else None
        if body is None or sentence.tokens[participle.index - 1].text != "," or is_person(annotation, body):
            continue
        if participle.lower.startswith(_OF_BODIES):
            continue
        title = body
        while title.dep in ("nmod", "appos", "conj") and not calls_person(title.lower, "fr"):
            title = sentence.tokens[title.head]
        holder = sentence.head(title)
        apposed = title.dep == "appos" and calls_person(title.lower, "fr") and holder is not None
        if apposed and holder is not None and is_person(annotation, holder) and holder.index < title.index:
            moved[participle.index] = replace(participle, head=holder.index)
    return moved

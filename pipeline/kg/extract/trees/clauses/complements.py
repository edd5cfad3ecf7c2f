"""Mends complements: « auprès de X », « afin de saisir X », « voilà dix ans », « les provinces de A, de B »."""

from dataclasses import replace
from itertools import pairwise
from typing import Final

from kg.extract.frames.load import load_frames
from kg.extract.grammar.infinitives import PURPOSES
from kg.extract.grammar.prepositions import preposition
from kg.extract.trees.clauses.times import timed
from kg.extract.trees.mend import is_place
from kg.model.annotation import Annotation, Sentence, Token

_AIMS: Final = ("afin", "avant")
_ASKED: Final = ("de", "d'", "à")
_AGO: Final = ("voilà", "voici")
_TITLES: Final = frozenset("Me Mgr Dr Pr Mᵉ".split())


def titled(sentence: Sentence) -> dict[int, Token]:
    """Return the names after « Me », « Dr » in the place that the parser gave to the title."""
    moved: dict[int, Token] = {}
    for title, name in pairwise(sentence.tokens):
        if title.text in _TITLES and title.name is None and name.name is not None and name.head == title.index:
            head = name.index if title.head == title.index else title.head
            moved[name.index] = replace(name, head=head, dep=title.dep)
            moved[title.index] = replace(title, head=name.index, dep="flat")
            for child in sentence.children(title):
                if child.index != name.index:
                    moved[child.index] = replace(child, head=name.index)
    return moved


def with_whom(sentence: Sentence) -> dict[int, Token]:
    """Return « auprès de X » as one complement of the verb; parsers take « auprès » for an adverb with its own one."""
    moved: dict[int, Token] = {}
    if "auprès" not in sentence.words:
        return moved
    for adverb in sentence.tokens[:-2]:
        if adverb.lower != "auprès" or adverb.pos != "ADV":
            continue
        whom = next((t for t in sentence.children(adverb) if any(sentence.children(t, "case"))), None)
        verb = sentence.head(adverb)
        while verb is not None and verb.pos not in ("VERB", "AUX") and verb.head != verb.index:
            verb = sentence.head(verb)
        if whom is not None and verb is not None and verb.index < adverb.index:
            moved[whom.index] = replace(whom, head=verb.index, dep="obl:mod")
            moved[adverb.index] = replace(adverb, head=whom.index, dep="case", pos="ADP")
    return moved


def of_idioms(sentence: Sentence) -> dict[int, Token]:
    """Return « en justice » of « poursuit le groupe en justice » as the verb's, which is one expression with it."""
    moved: dict[int, Token] = {}
    for word in sentence.tokens[3:]:
        thing = sentence.head(word) if word.dep == "nmod" and word.name is None else None
        verb = sentence.head(thing) if thing is not None and thing.dep.startswith("obj") else None
        if verb is None or verb.index > word.index or any(sentence.children(word, "det")):
            continue
        joint = preposition(sentence, word)
        idioms = (trigger.rest for trigger in load_frames("fr").verbs.get(verb.lower, ()))
        if any(rest[:2] == (joint, word.lower) for rest in idioms):
            moved[word.index] = replace(word, head=verb.index, dep="obl:mod")
    return moved


def aims(sentence: Sentence) -> dict[int, Token]:
    """Return « afin de saisir X », « avant d'être arrêté » hung from the verb, as « pour saisir X » is.

    So « aux habitants de partir », where the parser takes « de partir » for an adverb of the noun.
    """
    moved: dict[int, Token] = {}
    for adverb in sentence.tokens:
        if adverb.lower in _ASKED:
            moved |= _asked_of(sentence, adverb)
        if adverb.lower not in _AIMS:
            continue
        verb = sentence.head(adverb)
        below = [t for t in sentence.children(adverb) if _infinitive(sentence, t)]
        if verb is not None and len(below) == 1:
            moved[adverb.index] = replace(adverb, head=below[0].index, dep="mark", pos="ADP")
            moved[below[0].index] = replace(below[0], head=verb.index, dep="advcl")
    return moved


def afterwards(sentence: Sentence) -> dict[int, Token]:
    """Return « , avant d'annoncer … » of « a demandé de partir, avant d'annoncer … » hung from the verb that asks.

    What a comma parts from what is asked is not asked.
    """
    moved: dict[int, Token] = {}
    if "avant" not in sentence.words:
        return moved
    for later in sentence.tokens[5:]:
        asked = sentence.head(later) if later.dep == "advcl" and _infinitive(sentence, later) else None
        verb = sentence.head(asked) if asked is not None and asked.dep in ("xcomp", "ccomp") else None
        if asked is None or verb is None:
            continue
        mark = next((t for t in sentence.children(later, "mark") if t.lower == "avant"), None)
        if mark is None or not verb.index < asked.index < mark.index:
            continue
        if sentence.tokens[mark.index - 1].text == "," and verb.pos == "VERB" and _infinitive(sentence, asked):
            moved[later.index] = replace(later, head=verb.index)
    return moved


def aims_told(sentence: Sentence) -> dict[int, Token]:
    """Return « pour succéder à Y » of « a ajouté que X était le mieux placé pour succéder à Y » below what is said.

    No comma parts it from that.
    """
    moved: dict[int, Token] = {}
    for aim in sentence.tokens[4:]:
        verb = sentence.head(aim) if aim.dep == "advcl" and _infinitive(sentence, aim) else None
        if verb is None:
            continue
        mark = next((t for t in sentence.children(aim, "mark", "case") if t.lower in ("pour", "afin")), None)
        told = sentence.child(verb, "ccomp") if mark is not None else None
        if mark is None or told is None or not told.index < mark.index:
            continue
        last = max(t.index for t in sentence.subtree(told))
        if last == mark.index - 1 and any(sentence.children(told, "nsubj")):
            moved[aim.index] = replace(aim, head=told.index)
    return moved


def aims_of_nouns(sentence: Sentence) -> dict[int, Token]:
    """Return « de vendre Y » of « a salué la volonté de X de vendre Y » as what X wants, not as what is hailed."""
    moved: dict[int, Token] = {}
    if sentence.words.isdisjoint(PURPOSES):
        return moved
    for aim in sentence.tokens[4:]:
        if not aim.dep.startswith(("acl", "xcomp")) or not _infinitive(sentence, aim):
            continue
        mark = next((t for t in sentence.children(aim, "mark") if t.lower in ("de", "d'")), None)
        above = sentence.head(aim)
        if mark is None or above is None:
            continue
        for noun in (t for t in sentence.tokens[: mark.index] if t.lower in PURPOSES and t.pos == "NOUN"):
            whose = [t for t in sentence.children(noun, "nmod") if preposition(sentence, t) == "de"]
            inner = [t.index for t in sentence.subtree(whose[0]) if t.index < mark.index] if len(whose) == 1 else [0]
            if max(inner) == mark.index - 1 and above.index in (whose[0].index, noun.head):
                moved[aim.index] = replace(aim, head=noun.index, dep="acl")
    return moved


def ago(sentence: Sentence) -> dict[int, Token]:
    """Return « voilà dix ans » behind a verb as when that was: « l'accord, conclu voilà dix ans, … »."""
    moved: dict[int, Token] = {}
    if sentence.words.isdisjoint(_AGO):
        return moved
    for word in sentence.tokens[1:-1]:
        if word.lower not in _AGO or word.pos != "VERB" or word.head == word.index:
            continue
        span = next((t for t in sentence.children(word) if t.index > word.index and timed(t)), None)
        if span is None:
            continue
        counted = any(sentence.children(span, "nummod", "det", "nmod"))
        before: Token | None = sentence.tokens[word.index - 1]
        while before is not None and before.pos not in ("VERB", "AUX") and before.head != before.index:
            before = sentence.head(before)
        if before is None or before.index >= word.index or not counted:
            continue
        verb = before.head if before.dep.startswith("aux") else before.index
        below = (t for t in sentence.children(word) if t is not span)
        moved |= {t.index: replace(t, head=verb) for t in below}
        moved[word.index] = replace(word, head=span.index, dep="case", pos="ADP")
        moved[span.index] = replace(span, head=verb, dep="obl:mod")
    return moved


def _asked_of(sentence: Sentence, mark: Token) -> dict[int, Token]:
    """Return « de partir » of « demander aux habitants de partir » as what the verb asks of them."""
    below = [t for t in sentence.children(mark, "fixed") if "VerbForm=Inf" in t.morph]
    whom = sentence.head(mark)
    verb = sentence.head(whom) if whom is not None and below else None
    if whom is None or verb is None or verb.pos != "VERB" or not whom.dep.startswith(("obl", "obj", "iobj")):
        return {}
    return {
        mark.index: replace(mark, head=below[0].index, dep="mark", pos="ADP"),
        below[0].index: replace(below[0], head=verb.index, dep="xcomp"),
    }


def _infinitive(sentence: Sentence, verb: Token) -> bool:
    return any("VerbForm=Inf" in t.morph for t in (verb, *sentence.children(verb, "aux", "cop")))


def complements_joined(annotation: Annotation, sentence: Sentence) -> dict[int, Token]:
    """Return « de la Saskatchewan » of « les provinces de l'Alberta, de la Saskatchewan » joined to the first of them.

    What is joined by « de » is joined to what « de » stands before, not to a noun without it.
    """
    moved: dict[int, Token] = {}
    for second in sentence.tokens:
        noun = sentence.head(second) if second.dep == "conj" else None
        if noun is None or noun.pos != "NOUN" or preposition(sentence, second) != "de":
            continue
        own = [t for t in sentence.children(noun, "nmod") if noun.index < t.index < second.index]
        first = next((t for t in reversed(own) if preposition(sentence, t) == "de"), None)
        places = first is not None and is_place(annotation, first) and is_place(annotation, second)
        bare = (
            not any(sentence.children(second, "det")) and preposition(sentence, noun) != "de"
        )  # « acteur de théâtre »
        if first is not None and (places or (bare and not any(sentence.children(first, "det")))):
            moved[second.index] = replace(second, head=first.index)
    return moved

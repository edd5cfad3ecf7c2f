"""Mends what the French parser does wrong by habit; everything after reads one shape.

« ont tout de même été blessés » with « ont » on top · « le journal satirique Le Canard » as two subjects · « le
conducteur, grièvement blessé, » as an adjective · « l'attaque la plus virulente » as two nouns · « vit hors de X ».
"""

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from typing import Final

from kg.extract.frames.load import load_frames
from kg.extract.grammar.among import members_listed, said_among
from kg.extract.grammar.voice import AVOIR, ETRE
from kg.extract.trees.clauses.times import timed
from kg.extract.trees.mend import mend_each
from kg.extract.trees.phrases.attached import ATTACHED
from kg.extract.trees.subjects.doubled import DOUBLED
from kg.extract.trees.verbs.tenses import go_on
from kg.extract.trees.words.opened import OPENED
from kg.lexicon.peoples import country_adjective
from kg.model.annotation import Annotation, Sentence, Token

_PASSIVE: Final = "Tense=Past|VerbForm=Part"
_ENDINGS: Final = ("é", "ée", "és", "ées")
_SUBORDINATE: Final = frozenset("après avant sans pour afin".split())
_BELOW_HAVE: Final = ("obj", "conj", "xcomp", "ccomp", "advcl", "parataxis", "acl", "dep")
_DAYS: Final = frozenset("hier aujourd'hui demain avant-hier ici".split())
_MOST: Final = ("plus", "moins")


def mend_habits(annotation: Annotation) -> Annotation:
    """Return the annotation with such words in their places; French only."""
    if annotation.document.language != "fr":
        return annotation
    return mend_each(annotation, *_STEPS)


def _words(sentence: Sentence) -> dict[int, Token]:
    """Return signs as nouns (« 1,5 % »), « hors » as a preposition, the most virulent as an adjective."""
    moved: dict[int, Token] = {}
    many = not sentence.words.isdisjoint(_MOST)
    for token in sentence.tokens:
        if token.pos == "ADV" and token.dep == "nsubj" and token.lower in _DAYS:  # « Hier s'ouvrait à Lyon … »
            moved[token.index] = replace(token, dep="advmod")
        elif token.pos == "SYM":
            moved[token.index] = replace(token, pos="NOUN")
        elif token.pos == "ADJ" and token.lower.endswith(_ENDINGS) and any(sentence.children(token, "aux:pass")):
            moved[token.index] = replace(token, pos="VERB", morph=_PASSIVE)  # « et cinq ont été blessés »
        elif token.lower == "hors" and token.dep != "case":
            moved |= _outside(sentence, token)
        elif token.dep == "nmod" and many and any(c.lower in _MOST for c in sentence.children(token, "advmod")):
            moved |= _superlative(sentence, token)
    return moved


def _particles(sentence: Sentence) -> dict[int, Token]:
    """Return « l' » of « où l'on a arrêté un voleur » as nobody, « à savoir » before names as an adverb."""
    moved: dict[int, Token] = {}
    for token, after in pairwise(sentence.tokens):
        if token.lower in ("l'", "l’") and token.dep == "obj" and after.lower == "on":
            moved[token.index] = replace(token, dep="expl")
        elif after.lower == "savoir" and after.dep == "fixed" and after.head == token.index and token.dep == "case":
            moved[token.index] = replace(token, dep="advmod", pos="ADV")
    return moved


def _outside(sentence: Sentence, hors: Token) -> dict[int, Token]:
    after = sentence.tokens[hors.index + 1 : hors.index + 2]
    place = sentence.head(after[0]) if after and after[0].dep == "case" else None
    if place is None or place.index < hors.index:
        return {}
    head = hors.head if place.head == hors.index else place.head
    return {
        hors.index: replace(hors, head=place.index, dep="case", pos="ADP"),
        place.index: replace(place, head=head, dep="obl:mod"),
    }


def _superlative(sentence: Sentence, word: Token) -> dict[int, Token]:
    """Return « la plus virulente » right behind a noun as what describes it."""
    article = sentence.child(word, "det")
    noun = sentence.head(word)
    if article is None or noun is None or noun.index >= article.index or any(sentence.children(word, "case")):
        return {}
    return {word.index: replace(word, dep="amod", pos="ADJ")} if article.index == word.index - 2 else {}


def _been(sentence: Sentence) -> dict[int, Token]:
    """Return the participle behind « été » in the place of « ont », which the parser took for the verb above it."""
    if "été" not in sentence.words:
        return {}
    for been in sentence.tokens:
        verb = sentence.head(been) if been.lower == "été" and been.dep.startswith(("aux", "cop")) else None
        have = None if verb is None else sentence.head(verb)
        if verb is None or have is None or have.lower not in AVOIR or not verb.dep.startswith(_BELOW_HAVE):
            continue
        if have.index < been.index < verb.index and have.pos in ("VERB", "AUX") and have is not verb:
            return _hoisted(sentence, verb, have, been)
    return {}


def _hoisted(sentence: Sentence, verb: Token, have: Token, been: Token) -> dict[int, Token]:
    moved = {c.index: replace(c, head=verb.index) for c in sentence.children(have) if c.index != verb.index}
    for index, child in moved.items():
        if child.dep == "nsubj":
            moved[index] = replace(child, dep="nsubj:pass")
    root = have.head == have.index
    moved[verb.index] = replace(verb, head=verb.index if root else have.head, dep=have.dep, pos="VERB", morph=_PASSIVE)
    moved[have.index] = replace(have, head=verb.index, dep="aux:tense", pos="AUX")
    moved[been.index] = replace(been, dep="aux:pass", pos="AUX")
    return moved


def _made(sentence: Sentence) -> dict[int, Token]:
    """Return « sacrée » of « a été sacrée meilleure actrice » as a verb, what it makes of her as its predicate."""
    moved: dict[int, Token] = {}
    if "été" not in sentence.words:
        return moved
    for been in sentence.tokens:
        word = sentence.head(been) if been.lower == "été" and been.dep == "cop" else None
        if word is None or word.pos != "ADJ" or not _known(word):
            continue
        moved[been.index] = replace(been, dep="aux:pass")
        moved[word.index] = replace(word, pos="VERB", morph=_PASSIVE)
        moved |= {t.index: replace(t, dep="nsubj:pass") for t in sentence.children(word, "nsubj")}
        bare = (t for t in sentence.children(word, "obl", "obj") if t.pos == "NOUN" and not timed(t))
        after = (t for t in bare if t.index > word.index and not any(sentence.children(t, "case", "det", "nummod")))
        moved |= {t.index: replace(t, dep="xcomp") for t in after}
    return moved


def _known(word: Token) -> bool:
    """Tell an adjective that is the participle of a verb that frames know."""
    return word.lower.endswith(_ENDINGS) and word.lower in load_frames("fr").verbs


def _set_apart(sentence: Sentence) -> dict[int, Token]:
    """Return « grièvement blessé » set apart by a comma as a participle, which the parser takes for an adjective."""
    moved: dict[int, Token] = {}
    for word in sentence.tokens:
        if word.pos == "NOUN" and word.index == 0:
            moved |= _reached(sentence, word)
        if word.pos != "ADJ" or not word.dep.startswith(("amod", "acl", "advcl")) or not _known(word):
            continue
        first = min([word.index, *(t.index for t in sentence.children(word, "advmod"))])
        apart = first == 0 or sentence.tokens[first - 1].text == ","
        if apart and not any(sentence.children(word, "cop", "aux", "cc", "det", "mark")):
            dep = word.dep if word.dep.startswith("advcl") else "acl"
            moved[word.index] = replace(word, pos="VERB", morph=_PASSIVE, dep=dep)
    return moved


def _marked(sentence: Sentence) -> dict[int, Token]:
    """Return « six mois après avoir été nommée » as a clause of time, a clause with « que » as a content."""
    moved: dict[int, Token] = {}
    for mark in sentence.tokens:
        verb = sentence.head(mark) if mark.dep == "mark" else None
        if verb is None or verb.index < mark.index:
            continue
        if mark.lower in _SUBORDINATE and not any(sentence.children(verb, "cc")):
            if verb.dep == "conj":
                moved[verb.index] = replace(verb, dep="advcl")
            times = (t for t in sentence.children(verb, "nsubj") if t.index < mark.index and timed(t))
            moved |= {t.index: replace(t, dep="obl:mod") for t in times}
        elif mark.lower in ("que", "qu'") and verb.dep == "obj" and any(sentence.children(verb, "cop")):
            moved[verb.index] = replace(verb, dep="ccomp")
    return moved


def _reached(sentence: Sentence, word: Token) -> dict[int, Token]:
    """Return « Jointe » of « Jointe par l'AFP, Dubois a … » as a participle, X behind « par » as its agent."""
    by = sentence.tokens[1] if len(sentence.tokens) > 1 else word
    agent = sentence.head(by) if by.lower == "par" else None
    if agent is None or agent.head != word.index or word.lower not in load_frames("fr").verbs or word.dep == "ROOT":
        return {}
    return {
        word.index: replace(word, pos="VERB", morph=_PASSIVE, dep="advcl"),
        agent.index: replace(agent, dep="obl:agent"),
    }


def _nouns(sentence: Sentence) -> dict[int, Token]:
    """Return « L'international » of « L'international français Jérémy Ménez » as the noun, its people as the adjective.

    « un poète, romancier et compositeur »: nouns in a row are joined, none describes the other.
    """
    moved: dict[int, Token] = {}
    for before, word in pairwise(sentence.tokens):
        if word.pos == "NOUN" and word.dep == "amod" and before.text == ",":
            moved[word.index] = replace(word, dep="conj")
            moved |= {t.index: replace(t, head=word.head) for t in sentence.children(word, "conj")}
        if before.dep != "amod" or before.head != word.index or before.pos not in ("ADJ", "NOUN"):
            continue
        article = sentence.tokens[before.index - 1] if before.index else before
        swapped = word.pos in ("ADJ", "NOUN") and article.pos == "DET"
        if swapped and word.dep.startswith(("nsubj", "obj", "obl", "appos")) and country_adjective(word.lower):
            below = (c for c in sentence.children(word) if c.index != before.index)
            moved |= {c.index: replace(c, head=before.index) for c in below}
            moved[before.index] = replace(before, pos="NOUN", head=word.head, dep=word.dep)
            moved[word.index] = replace(word, pos="ADJ", head=before.index, dep="amod")
    return moved


def _stranded(sentence: Sentence) -> dict[int, Token]:
    """Return the name right before a finite verb without a subject as that, where it was put beside another noun.

    « Après avoir pris la deuxième place du championnat d'hiver Dubois s'est emparée de la médaille »
    """
    moved: dict[int, Token] = {}
    for name in sentence.tokens[1:-1]:
        noun = sentence.head(name) if name.name is not None and name.dep == "appos" else None
        below = noun is not None and (noun.dep == "nmod" if noun.name is None else noun.dep.startswith("obl"))
        if noun is None or not below or any(sentence.children(name, "case", "cc")):
            continue
        after = sentence.tokens[name.index + 1]
        verb = after if after.pos == "VERB" else sentence.tokens[after.head]
        words = (after, verb, *sentence.children(verb, "aux"))
        finite = any(t.lower in AVOIR or t.lower in ETRE or "VerbForm=Fin" in t.morph for t in words)
        free = verb.pos == "VERB" and verb.index > name.index and not any(sentence.children(verb, "nsubj", "expl:subj"))
        if free and finite and not verb.dep.startswith(("acl", "amod")) and not any(sentence.children(verb, "cc")):
            moved[name.index] = replace(name, head=verb.index, dep="nsubj")
    return moved


def _predicated(sentence: Sentence) -> dict[int, Token]:
    """Return what a verb makes of somebody as its predicate, and whom as its object.

    « a nommé Paul Martin ministre » · « a rendu responsable Paul Martin » · « a été élu meilleur joueur »
    """
    moved: dict[int, Token] = {}
    for noun in sentence.tokens[1:]:
        above = sentence.tokens[noun.head]
        if noun.index <= above.index or noun.name is not None:
            continue
        if noun.dep == "flat:name" and above.dep == "obj" and noun.index == above.index + 1 and noun.text.islower():
            moved[noun.index] = replace(noun, head=above.head, dep="xcomp", pos="NOUN", morph="")
        elif noun.pos == "NOUN" and noun.dep == "xcomp":
            moved |= _whom_made(sentence, above, noun)
        elif noun.pos == "NOUN" and noun.dep.startswith("nsubj") and _made_so(sentence, above, noun):
            moved[noun.index] = replace(noun, dep="xcomp")
    return moved


def _whom_made(sentence: Sentence, verb: Token, noun: Token) -> dict[int, Token]:
    """Return the object of « responsable » as that of « a rendu »; no office: « rendu responsable de la défaite »."""
    if verb.pos != "VERB" or any(sentence.children(verb, "obj")):
        return {}
    moved = {t.index: replace(t, head=verb.index) for t in sentence.children(noun, "obj") if t.index > noun.index}
    if verb.lower.startswith("rend") and not any(sentence.children(noun, "det")):
        moved[noun.index] = replace(noun, pos="ADJ")
    return moved


def _made_so(sentence: Sentence, verb: Token, noun: Token) -> bool:
    """Tell « meilleur joueur » of « X a été élu meilleur joueur »: a bare noun behind a passive with its subject."""
    before = (t for t in sentence.children(verb, "nsubj") if t.index < verb.index)
    passive = any(sentence.children(verb, "aux:pass")) and any(before)
    return passive and not any(sentence.children(noun, "case", "det", "nummod", "cc"))


_STEPS: Final[tuple[Callable[[Sentence], dict[int, Token]], ...]] = (
    *OPENED,
    _words,
    _particles,
    _been,
    _made,
    _set_apart,
    _nouns,
    *DOUBLED,
    _predicated,
    said_among,
    members_listed,
    *ATTACHED,
    _marked,
    _stranded,
    go_on,
)

"""Mends objects that stand after a complement: « a devancé de 38 secondes le Colombien Jean Dubois »."""

from dataclasses import replace
from typing import Final

from kg.extract.frames.load import load_frames
from kg.extract.grammar.voice import is_passive, reflexive
from kg.extract.trees.clauses.times import timed
from kg.lexicon.tables import kinds
from kg.model.annotation import Sentence, Token

_REACH: Final = 9
_PAGES: Final = frozenset("compte comptes page pages profil fil blog mur chaîne site réseau plateforme".split())
_OWN: Final = ("sa", "leur", "ma", "votre", "notre")
_ODD: Final = frozenset("obl appos nmod dep conj advcl xcomp parataxis".split())


def late_objects(sentence: Sentence) -> dict[int, Token]:
    """Return the objects after a complement: « a devancé de 38 secondes le Colombien Jean Dubois »."""
    moved: dict[int, Token] = {}
    for verb in sentence.tokens:
        if verb.pos != "VERB" or not _transitive(verb) or has_object(sentence, verb):
            continue
        found = _late_object(sentence, verb) or _behind_aside(sentence, verb)
        if found is not None:
            moved |= _with_relatives(sentence, found, verb)
        else:
            moved |= _after_blows(sentence, verb)
    return moved


def _with_relatives(sentence: Sentence, found: Token, verb: Token) -> dict[int, Token]:
    """Return the object, and what a relative clause behind it says of it and not of the complement before."""
    complement = sentence.tokens[found.head]
    behind = [t for t in sentence.children(complement, "acl:relcl") if t.index > found.index > complement.index]
    said = {t.index: replace(t, head=found.index) for t in behind}
    return {found.index: replace(found, head=verb.index, dep="obj"), **said}


def _after_blows(sentence: Sentence, verb: Token) -> dict[int, Token]:
    """Return the object of « a attaqué à coups de couteau des passants », which the parser makes the knife's."""
    blows = [t for t in sentence.children(verb, "obl") if t.lower in ("coup", "coups")]
    weapons = [t for blow in blows for t in sentence.children(blow, "nmod")]
    for struck in (t for weapon in weapons for t in sentence.children(weapon, "nmod")):
        article = next((c for c in sentence.children(struck, "case") if c.lower == "des"), None)
        if article is not None:
            return {
                struck.index: replace(struck, head=verb.index, dep="obj"),
                article.index: replace(article, dep="det", pos="DET"),
            }
    return {}


def quoted_adverbs(sentence: Sentence) -> dict[int, Token]:
    """Return « gratuitement » of « a poignardé « gratuitement » trois personnes » as the adverb that it is."""
    moved: dict[int, Token] = {}
    for opening, word, closing in zip(sentence.tokens, sentence.tokens[1:], sentence.tokens[2:], strict=False):
        quoted = opening.text in ("«", "“", '"') and closing.text in ("»", "”", '"') and word.lower.endswith("ment")
        verb = sentence.head(word) if quoted and word.dep == "obj" else None
        others = [] if verb is None else [t for t in sentence.children(verb, "obj") if t.index > word.index]
        if verb is not None and verb.pos == "VERB" and others:
            moved[word.index] = replace(word, pos="ADV", dep="advmod", morph="")
    return moved


def describing(sentence: Sentence) -> dict[int, Token]:
    """Return « causant » of « a annoncé une épidémie causant des morts » below the object: French says no content so.

    A comma before or « en » makes it what the subject does.
    """
    moved: dict[int, Token] = {}
    for word in sentence.tokens:
        present = word.dep == "xcomp" and word.pos == "VERB" and word.lower.endswith("ant")
        verb = sentence.head(word) if present and not any(sentence.children(word, "case", "mark", "det")) else None
        things = [] if verb is None else [t for t in sentence.children(verb, "obj") if t.index < word.index]
        apart = things and any(t.text == "," for t in sentence.tokens[things[0].index : word.index])
        if len(things) == 1 and not apart and things[0].pos == "NOUN":
            moved[word.index] = replace(word, head=things[0].index, dep="acl")
    return moved


def _transitive(verb: Token) -> bool:
    """Tell whether a frame asks for the verb's object."""
    triggers = load_frames("fr").verbs.get(verb.lower, ())
    return any("obj" in functions for trigger in triggers if not trigger.rest for _, functions in trigger.roles)


def has_object(sentence: Sentence, verb: Token) -> bool:
    """Tell whether nothing is left for an object: there is one, or the verb is passive or pronominal."""
    own = any(sentence.children(verb, "obj", "ccomp", "xcomp", "cop"))
    present = "Tense=Pres" in verb.morph and "VerbForm=Part" in verb.morph
    passive = not present and is_passive(sentence, verb)
    quoted = any(child.quote is not None for child in sentence.children(verb))
    return own or passive or quoted or reflexive(sentence, verb)


def _late_object(sentence: Sentence, verb: Token) -> Token | None:
    """Return the first noun phrase without preposition after the verb's complements, no comma between."""
    after = sentence.tokens[verb.index + 1 : verb.index + 1 + _REACH]
    if not after or after[0].pos not in ("ADP", "ADV", "NOUN", "DET"):
        return None
    for token in after:
        if token.text in (",", ":", ";", "(") or token.pos in ("VERB", "AUX", "PRON", "SCONJ", "CCONJ"):
            return None
        if token.pos not in ("NOUN", "PROPN") or any(sentence.children(token, "case", "cc")) or timed(token):
            continue
        article = any(c.pos == "DET" and c.index < token.index for c in sentence.children(token, "det"))
        odd = token.dep.partition(":")[0] in _ODD and not _says_which(sentence, token)
        if odd and (article or token.name is not None) and any(t is token for t in sentence.subtree(verb)):
            return token
    return None


def _behind_aside(sentence: Sentence, verb: Token) -> Token | None:
    """Return X of « a remplacé, dans un geste inattendu, X », which the parser makes a circumstance."""
    after = sentence.tokens[verb.index + 1 : verb.index + 2]
    if not after or after[0].text != ",":
        return None
    loose = (t for t in sentence.children(verb, "obl") if t.name is not None and t.index > after[0].index + 1)
    bare = (t for t in loose if not any(sentence.children(t, "case", "mark")))
    return next((t for t in bare if sentence.tokens[t.index - 1].text == ","), None)


def _says_which(sentence: Sentence, name: Token) -> bool:
    """Tell « Novatel » of « a investi dans la société Novatel », « sur son compte Twitter »; not « à sa place X »."""
    noun = sentence.tokens[name.head]
    beside = name.name is not None and name.dep == "appos" and noun.index < name.index
    instead = noun.lower == "place" and any(c.lower in _OWN for c in sentence.children(noun, "det"))
    return beside and not instead and (noun.lower in kinds() or (noun.lower in _PAGES and noun.index == name.index - 1))

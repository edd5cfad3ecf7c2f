"""Tells descriptions that say themselves which one is meant: « l'équipe de Lyon », "our country", « sur la toile »."""

from typing import Final

from kg.extract.coreference.nouns import names_person, noun_classes
from kg.extract.coreference.ranking.sizes import COUNTRIES
from kg.extract.frames.load import clause_verbs
from kg.extract.grammar.prepositions import preposition
from kg.extract.reading import Reading
from kg.lexicon.closed import DEMONSTRATIVES, POSSESSIVES
from kg.model import EntityType
from kg.model.annotation import Sentence, Token

# Each town, land and body has its own: « le gouvernement de la Suède », "the government of Ukraine".
_EACH_ITS_OWN: Final = frozenset(
    """gouvernement équipe groupe armée police parlement sénat ministère conseil cour tribunal assemblée gendarmerie
    government army police parliament senate ministry council court team squad""".split()
)
_NAMED: Final = (EntityType.PLACE, EntityType.ORGANIZATION)
# Where something is shown or heard, wherever that is
_ANYWHERE: Final = {
    "cinéma": ("à", "au"),
    "théâtre": ("à", "au"),
    "radio": ("à",),
    "toile": ("sur",),
    "international": ("à",),
}
_OURS: Final = frozenset("our notre my mon your votre".split())  # whoever speaks is of a land that none can tell
_ORDINALS: Final = frozenset(
    "premier première second seconde dernier dernière".split()
)  # « le premier a éclaté … le second »
_GIVING: Final = ("accord", "confi", "livr", "racont", "répon", "donn", "parl", "adress")  # an interview, a word
_MARKS: Final = ('"', "«", "“")
_TITLED: Final = 4  # words


def says_which(reading: Reading, sentence: Sentence, token: Token) -> bool:
    """Tell a description that its own words tie to another one than whoever was spoken of, or to none."""
    words = {c.lower for c in sentence.children(token, "det", "nmod:poss")}
    if (token.lower in COUNTRIES and words & _OURS) or _deed(sentence, token):
        return True
    if token.lower == "quotidien":
        return bool(words & POSSESSIVES) or _daily(sentence, token)
    if token.lower in _ANYWHERE:
        somewhere = preposition(sentence, token) in _ANYWHERE[token.lower] and not words & DEMONSTRATIVES
        return somewhere and (token.lower != "radio" or _daily(sentence, token))
    if token.lower in _ORDINALS:
        return token.text[:1].islower() and reading.language == "fr"
    if any(c.lower == "same" for c in sentence.children(token, "amod")):
        return not names_person(token.lower, reading.language)  # "in the same group as birds"
    return _of_another(reading, sentence, token, words) or _titled(reading, sentence, token)


def _deed(sentence: Sentence, token: Token) -> bool:
    """Tell "the building of roads", "the act of blocking", which are done."""
    below = [t for t in sentence.children(token, "nmod", "acl") if t.index > token.index and t.name is None]
    return token.lower in ("building", "act") and any(
        c.lower == "of" for t in below for c in sentence.children(t, "case", "mark")
    )


def _daily(sentence: Sentence, token: Token) -> bool:
    """Tell « œuvrer au quotidien », « passer à la radio » from « a-t-elle confié au quotidien », to whom it is said."""
    head = sentence.head(token)
    if head is None or preposition(sentence, token) != "à" or head.pos not in ("VERB", "AUX", "ADJ"):
        return False
    return head.lower not in clause_verbs("fr", "saying", "quoting") and not head.lower.startswith(_GIVING)


def _of_another(reading: Reading, sentence: Sentence, token: Token, words: set[str]) -> bool:
    """Tell « l'équipe féminine de Lyon », "the government of Ukraine": that of whom the complement names."""
    if token.lower not in _EACH_ITS_OWN or words & DEMONSTRATIVES:
        return False
    below = [t for t in sentence.children(token, "nmod") if t.name is not None and t.index > token.index]
    names = [
        reading.names.get(t.name) for t in below if preposition(sentence, t) in ("de", "of") and t.name is not None
    ]
    return any(one is not None and reading.entities[one].type in _NAMED for one in names)


def _titled(reading: Reading, sentence: Sentence, token: Token) -> bool:
    """Tell « le film catastrophe américain "Greenland" »: its title stands behind it, though no name is known there."""
    kind = noun_classes(reading.language).get(token.lower)
    if kind is None or (kind.type is not EntityType.WORK and kind.name != "media"):
        return False
    after = sentence.tokens[token.index + 1 : token.index + 3]
    if len(after) == 2 and after[0].text in _MARKS and after[1].text[:1].isupper():
        return True
    beside = (t for t in sentence.children(token, "appos", "flat") if token.index < t.index <= token.index + _TITLED)
    return any(t.quote is not None for t in beside)

"""Says what a word asks for: its form, gender, number and kind."""

from dataclasses import dataclass
from typing import Final

from kg.extract.coreference.nouns import KIN, NounClass, names_person, noun_classes
from kg.extract.grammar.voice import with_avoir
from kg.extract.reading import Reading
from kg.lexicon.closed import POSSESSIVES
from kg.model import EntityType
from kg.model.annotation import Sentence, Token

FEMININE: Final = frozenset("elle elles elle-même elles-mêmes she her celle-ci hers herself dernière".split())
MASCULINE: Final = frozenset("il ils lui-même eux-mêmes he him his celui-ci eux himself dernier".split())
NEUTRAL: Final = frozenset("it its itself".split())
_EPICENE: Final = ("bébé", "nourrisson", "nouveau-né")
_MALE_END: Final = ("teur", "ceur", "deur", "geur", "leur", "neur", "beur", "meur", "seur")
_FEMININE_ENDS: Final = ("ée", "ie", "ue", "ise", "ite", "erte", "ainte")
PLURAL: Final = frozenset("ils elles leur leurs eux les eux-mêmes elles-mêmes they them their theirs".split())
LATTER: Final = frozenset("celui-ci celle-ci dernier dernière latter".split())
HEAVY: Final = 3
# Nouns for people that seldom mean one whom the text named: « à ce sujet », « la mort », « sa famille ».
NO_PERSON: Final = frozenset("sujet mort famille couple".split())
PAST: Final = frozenset("ancien ancienne ex former".split())
# Nouns for one kind of body.
PUBLIC: Final = frozenset(
    """gouvernement parlement sénat cour tribunal juridiction police ministère université hôpital conseil musée école
    armée banque rectorat préfecture parquet mairie gendarmerie église government parliament senate court
    tribunal police ministry university hospital council museum school army bank church ligue orchestre
    clinique mutuelle studio institut régulateur league charity regulator watchdog orchestra institute utility
    brigade lycée collège bibliothèque théâtre académie ambassade consulat diocèse library theatre theater
    hospice academy college embassy consulate department bureau diocese navy coastguard authority autorité
    observatoire""".split()
)
RELATIVES: Final = KIN | frozenset(
    """successeur prédécesseur allié alliée adversaire concurrent concurrente rival rivale homologue complice ami amie
    collègue voisin voisine successor predecessor rival opponent ally friend colleague counterpart neighbour neighbor
    partner accomplice""".split()
)
EITHER: Final = frozenset("adversaire homologue collègue complice".split())
_SPOUSES: Final = {
    "mari": "f",
    "époux": "f",
    "ex-mari": "f",
    "épouse": "m",
    "femme": "m",
    "ex-femme": "m",
    "ex-épouse": "m",
}
PERSON: Final = NounClass("person_role", EntityType.PERSON)  # « la parlementaire », "the striker"


@dataclass(frozen=True, slots=True)
class Anaphor:
    """Hold a word that stands for somebody: its form (what kind of word it is), gender, number and noun class."""

    sentence: Sentence
    token: Token
    form: str
    gender: str = ""
    plural: bool = False
    kind: NounClass | None = None

    @property
    def noun(self) -> bool:
        """Tell a description from a pronoun."""
        return self.form.startswith("the ")


def anaphor(reading: Reading, sentence: Sentence, token: Token) -> Anaphor:
    """Return what a pronoun, possessive or noun asks for."""
    word = token.lower
    if token.pos in ("NOUN", "PROPN", "ADJ") and word not in LATTER:
        kind = noun_classes(reading.language).get(word) or _person(reading, sentence, token)
        gender = _noun_gender(sentence, token)
        form = f"the {kind.name if kind is not None else 'thing'}"
        form = "the body" if word in PUBLIC else form
        form = "the relative" if word in RELATIVES else form
        return Anaphor(sentence, token, form, gender if reading.language == "fr" else "", kind=kind)
    return Anaphor(sentence, token, _form(sentence, token), _gender(reading, sentence, token), word in PLURAL)


def _person(reading: Reading, sentence: Sentence, token: Token) -> NounClass | None:
    """Return the class of a noun for people that is in no list, unless what it bears tells somebody new.

    « le banquier » takes up somebody, « la jeune sabreuse française de 20 ans » brings her in (Vieira and Poesio 2000).
    """
    person = names_person(token.lower, reading.language) and token.lower not in NO_PERSON
    return PERSON if person and weight(sentence, token) < HEAVY else None


def weight(sentence: Sentence, token: Token) -> int:
    """Return how many adjectives and complements a description bears, at most three."""
    below = sentence.children(token, "amod", "nmod", "acl", "compound")
    # « l'épreuve, créée en 1974 »: what stands behind a comma picks nobody out
    close = [t for t in below if t.dep != "acl" or sentence.tokens[t.index - 1].text != ","]
    return min(HEAVY, sum(1 for one in close if one.lower not in PAST))  # « l'ancien banquier » was spoken of


def _noun_gender(sentence: Sentence, token: Token) -> str:
    """Return the gender of a French noun: what its determiner says, else its ending (« le milliardaire »)."""
    if token.lower in _EPICENE:
        return ""  # « le bébé » is a girl as well
    words = {child.lower for child in sentence.children(token, "det", "case")}
    if words & {"le", "un", "ce", "cet", "du", "au"}:
        return "m"
    if words & {"la", "une", "cette"}:
        return "f"
    if _of_either_gender(token.lower):
        return ""  # « son adversaire », « l'oligarque »: the tagger guesses
    if token.lower.endswith(_MALE_END) and names_person(token.lower, "fr"):
        return "m"  # « l'influenceur », which the tagger does not know
    return token.gender


def _of_either_gender(noun: str) -> bool:
    """Tell a noun that women and men share: « adversaire », « ministre », not « présidente »."""
    paired = names_person(noun[:-1], "fr") or noun.endswith(("euse", "trice", "ière", "enne"))
    return noun.endswith("e") and names_person(noun, "fr") and not paired and noun not in RELATIVES - EITHER


def _form(sentence: Sentence, token: Token) -> str:
    word = token.lower
    number = "many " if word in PLURAL else ""
    if word in LATTER:
        return "latter"
    if word in POSSESSIVES and (token.pos != "PRON" or token.dep.startswith(("nmod", "det"))):
        return f"{number}{'its' if word in NEUTRAL else 'own'}"
    if _set_off(sentence, token):
        return "emphatic"  # « Dubois, lui, … »
    role = "subject" if token.dep.startswith(("nsubj", "csubj", "expl")) else "object"
    return f"{number}{'it' if word in NEUTRAL else 'they'} {role}"


def _set_off(sentence: Sentence, token: Token) -> bool:
    """Tell a pronoun between commas."""
    around = (token.index - 1, token.index + 1)
    return all(0 <= at < len(sentence.tokens) and sentence.tokens[at].text == "," for at in around)


def _gender(reading: Reading, sentence: Sentence, token: Token) -> str:
    word = token.lower
    if word == "la" or word in FEMININE:
        return "f"
    if word in ("l'", "l’"):
        return _shown(sentence, token)
    spouse = sentence.head(token) if word in ("son", "sa") else None
    if spouse is not None and spouse.lower in _SPOUSES:
        return _SPOUSES[spouse.lower]  # « son mari » is mostly a woman's
    cased = word == "lui" and any(sentence.children(token, "case"))
    return "m" if word in MASCULINE or cased or (word == "le" and reading.language == "fr") else ""


def _shown(sentence: Sentence, token: Token) -> str:
    """Return the gender that a participle shows of the object before it: « Disney l'a devancée »."""
    verb = sentence.head(token)
    if verb is None or token.dep != "obj" or not with_avoir(sentence, verb):
        return ""
    return "f" if verb.lower.endswith(_FEMININE_ENDS) else "m" if verb.lower.endswith("é") else ""

"""Tells descriptions that bring in somebody new: « le suspect interpellé à Nice », "the owner of a shop"."""

from typing import Final

from kg.extract.coreference.capitals import unnamed_capital
from kg.extract.coreference.nobody import CREWS, PARTIES
from kg.extract.coreference.nouns import names_person, noun_classes
from kg.extract.coreference.sayers import unnamed_speaker
from kg.extract.grammar.prepositions import preposition
from kg.extract.reading import Reading
from kg.lexicon.peoples import countries
from kg.model import EntityType
from kg.model.annotation import Sentence, Token

_NEW: Final = frozenset("a an another un une".split())
_CAUSES: Final = ("movement", "party", "campaign", "group", "coalition")
_OF_FIRMS: Final = frozenset(
    "basé établi installé implanté coté présidé dirigé fondé cofondé mené emmené piloté".split()
)


_OF_TOWNS: Final = ("ine", "aise", "ienne", "oise", "enne", "aine", "ane")
_RULED: Final = frozenset("dirigé présidé gouverné".split())  # « le pays dirigé par Dubois » has been named


def told_apart(reading: Reading, sentence: Sentence, token: Token) -> bool:
    """Tell « le suspect interpellé à Nice »: a participle with a name of its own says which one is meant, a new one."""
    after = sentence.tokens[token.index + 1] if token.index + 1 < len(sentence.tokens) else None
    new = unnamed_speaker(reading, sentence, token) or _of_something_new(reading, sentence, token)
    if new or unnamed_capital(reading, sentence, token):
        return True
    person = names_person(token.lower, reading.language)
    apart = _of_which(sentence, token) if person else _of_a_person(reading, sentence, token)
    if apart or _capital_behind(reading, token, after):
        return True
    own = after is not None and after.pos == "PROPN" and after.text[:1].isupper() and _own_name(sentence, token, after)
    if own and after is not None and not (person and _body(reading, after)):
        return True  # « le projet Wikinews de la fondation »: its own name, though none that is known
    if _called_otherwise(sentence, token) or _around_a_town(sentence, token) or _site_of(sentence, token):
        return True
    if after is None or after.head != token.index or "VerbForm=Part" not in after.morph:
        return False
    kind = noun_classes(reading.language).get(token.lower)
    led = kind is not None and kind.type is EntityType.ORGANIZATION and after.lower.rstrip("e") in _OF_FIRMS
    if led or (kind is not None and kind.name == "place" and after.lower.rstrip("e") in _RULED):
        return False  # « l'équipementier basé à Lyon », « l'institution présidée par Dubois » has just been named
    return any(t.name is not None for t in sentence.children(after, "obl", "nmod", "obj") if t.index > after.index)


def _capital_behind(reading: Reading, token: Token, after: Token | None) -> bool:
    """Tell « l'association Oui au train de nuit », whose name no table knows: a capital right behind the noun."""
    kind = noun_classes(reading.language).get(token.lower)
    body = reading.language == "fr" and kind is not None and kind.type is EntityType.ORGANIZATION
    return body and after is not None and after.text[:1].isupper() and after.quote is None


def _of_which(sentence: Sentence, token: Token) -> bool:
    """Tell « Dubois, dont l'épouse … »: somebody of hers, of whom nothing was told."""
    opens = token.index > 1 and sentence.tokens[token.index - 2].lower == "dont"
    return opens and token.dep.startswith("nsubj")  # not « 32 morts, dont le maire »


def _own_name(sentence: Sentence, token: Token, after: Token) -> bool:
    """Tell the name right behind a noun: what it hangs from, or "the sitcom Kim's Convenience" below it."""
    below = after.head == token.index
    above = sentence.head(after)
    within = above is not None and above.head == token.index and above.index > after.index and above.pos == "PROPN"
    return below or (within and after.dep.startswith(("nmod:poss", "compound", "flat")))


def _body(reading: Reading, name: Token) -> bool:
    """Tell « PS » of « l'élue PS », « Novatel » of « le pilote Novatel »: whose the person is, no name of theirs."""
    identifier = reading.names.get(name.name) if name.name is not None else None
    return identifier is not None and reading.entities[identifier].type is EntityType.ORGANIZATION


def _called_otherwise(sentence: Sentence, token: Token) -> bool:
    """Tell "the investigation team", none that has a name, "the Brexit movement", none that is known by its name."""
    beside = [c for c in sentence.children(token, "compound") if c.name is None]
    capital = any(c.pos == "PROPN" and c.text[:1].isupper() for c in beside if c.index == token.index - 1)
    his = any(c.lower in ("his", "her") for c in sentence.children(token, "nmod:poss"))  # "Miller and his team"
    return ((bool(beside) or his) and token.lower in CREWS) or (capital and token.lower in _CAUSES)


def _site_of(sentence: Sentence, token: Token) -> bool:
    """Tell « le site internet de la chaîne », « le site de Novatel »: its own, no platform that was spoken of."""
    whose = [t for t in sentence.children(token, "nmod") if preposition(sentence, t) == "de"]
    joint = (c for t in whose for c in (*sentence.children(t, "det"), *sentence.children(t, "case")))
    determined = any(t.name is not None for t in whose) or any(
        c.lower in ("du", "des") or c.pos == "DET" for c in joint
    )
    return token.lower == "site" and determined


def _around_a_town(sentence: Sentence, token: Token) -> bool:
    """Tell « la région parisienne », « la région rhônalpine »: what its adjective says, none that was spoken of."""
    words = [c.lower for c in sentence.children(token, "amod") if c.index > token.index]
    return token.lower == "région" and any(w not in countries("fr") and w.endswith(_OF_TOWNS) for w in words)


def _of_a_person(reading: Reading, sentence: Sentence, token: Token) -> bool:
    """Tell "the Miller regime", « le parti de Jean Dubois »: none that was spoken of by another name."""
    whose = [*sentence.children(token, "compound")]
    if token.lower in PARTIES:
        whose += [t for noun in sentence.children(token, "nmod") for t in (noun, *sentence.children(noun, "appos"))]
    names = [reading.names.get(c.name) for c in whose if c.name is not None]
    return any(one is not None and reading.entities[one].type is EntityType.PERSON for one in names)


def _of_something_new(reading: Reading, sentence: Sentence, token: Token) -> bool:
    """Tell "the author of another post", "the owner of a shop": who has not been spoken of."""
    if not names_person(token.lower, reading.language):
        return False
    below = [t for t in sentence.children(token, "nmod") if preposition(sentence, t) in ("of", "de") and t.name is None]
    return any(c.lower in _NEW for t in below for c in sentence.children(t, "det"))

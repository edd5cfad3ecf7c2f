"""Tells French nouns for who does or is something, and which of them says what a name is."""

from typing import Final

from kg.extract.coreference.nouns import DOERS, noun_classes
from kg.extract.frames.load import load_frames
from kg.extract.trees.apposition.callings import calls_person
from kg.model import EntityType
from kg.model.annotation import Annotation, Sentence, Token

_BEGINNINGS: Final = frozenset(
    "numéro bras garde tête".split()
)  # of « numéro deux », « bras droit », « tête de liste »

# Who serves somebody by office
_DEPUTIES: Final = frozenset(
    """substitut directeur directrice chef cheffe adjoint adjointe conseiller conseillère envoyé envoyée émissaire
    porte-parole collaborateur collaboratrice suppléant suppléante procureur procureure attaché attachée""".split()
)
# Who is somebody to somebody else: « le neveu du président, Paul Martin »
_RELATED: Final = frozenset(
    """fils fille frère sœur neveu nièce épouse époux mari veuve veuf gendre père mère compagne compagnon oncle tante
    cousin cousine beau-frère belle-sœur avocat avocate rival rivale adversaire opposant opposante successeur
    prédécesseur""".split()
)
_UP: Final = 3  # nouns between the two


def deputy_of(sentence: Sentence, chief: Token, *, named: bool = False) -> Token | None:
    """Return « directeur » of « le directeur de cabinet du préfet »: a name behind a comma is not the chief's.

    Where the chief has a name beside it, any noun for a person will do: « le frère du président Dubois, Paul Martin ».
    """
    if chief.name is not None or chief.plural or not calls_person(chief.lower, "fr"):
        return None
    above: Token | None = chief
    for _ in range(_UP):
        above = sentence.head(above) if above is not None and above.dep.startswith(("nmod", "obl")) else None
        if above is None or above.index > chief.index or above.name is not None or above.plural:
            return None
        if above.lower in _DEPUTIES | _RELATED or (named and calls_person(above.lower, "fr")):
            return above
    return None


def does(noun: Token) -> bool:
    """Tell a noun for who does or is something: « maire », « spécialiste », « brasseur », « numéro [deux] »."""
    person = calls_person(noun.lower, "fr") or noun.lower.endswith((*DOERS, "ier", "ière"))
    return noun.pos == "NOUN" and (person or noun.lower in _BEGINNINGS)


def says_what(annotation: Annotation, name: Token, noun: Token) -> bool:
    """Tell whether a noun can say what a name is: « maire » of a person, « filiale », « brasseur » of a company."""
    assert name.name is not None
    if annotation.names[name.name].type is EntityType.PERSON:
        return does(noun)
    frames = load_frames("fr")
    itself = any(f == ("self",) for t in frames.nouns.get(noun.lower, ()) for _, f in t.roles)
    return itself or noun.lower in noun_classes("fr") or noun.lower.endswith((*DOERS, "ier"))


def in_two_words(sentence: Sentence, noun: Token) -> bool:
    """Tell « le bras droit du maire, A », « la tête de liste du parti, A »: each word by itself names nobody."""
    behind = {t.lower for t in sentence.children(noun, "amod", "nmod")}
    return (noun.lower == "bras" and "droit" in behind) or (noun.lower == "tête" and "liste" in behind)

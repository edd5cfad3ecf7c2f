"""Lists the nouns that tell whether somebody is a woman or a man."""

from typing import Final

from kg.extract.coreference.nouns import names_person
from kg.extract.grammar.prepositions import preposition
from kg.model.annotation import Sentence, Token

WOMEN: Final = frozenset(
    """mother wife sister daughter aunt niece grandmother granddaughter stepmother stepdaughter widow girlfriend fiancée
    actress spokeswoman chairwoman congresswoman assemblywoman councilwoman businesswoman policewoman woman girl queen
    princess duchess countess nun heroine saleswoman sportswoman housewife mum mom grandma waitress""".split()
)
MEN: Final = frozenset(
    """father husband brother son uncle nephew grandfather grandson stepfather stepson widower boyfriend fiancé
    spokesman congressman assemblyman councilman businessman policeman man boy king prince duke monk salesman sportsman
    dad grandpa waiter""".split()
)
FEMALE_KIN: Final = frozenset(
    "mère épouse fille sœur soeur femme veuve tante nièce compagne cousine belle-sœur belle-mère grand-mère".split()
)
MALE_KIN: Final = frozenset(
    "père époux mari fils frère veuf oncle neveu compagnon cousin beau-frère beau-père grand-père gendre".split()
)


_WOMEN_ENDS: Final = ("utée", "euse", "trice", "ienne", "ière", "ante", "ente")
# Feminine nouns for men as well
_OF_BOTH: Final = frozenset(
    """victime star vedette personne recrue figure idole légende tête voix icône pointure pépite sensation plume
    révélation cible sentinelle créature majesté altesse doublure connaissance relève""".split()
)


def sex_of(noun: str, language: str) -> str:
    """Return `f` or `m` where a noun is for women or men only, else nothing."""
    women, men = (WOMEN, MEN) if language == "en" else (FEMALE_KIN, MALE_KIN)
    return "f" if noun in women else "m" if noun in men else ""


def of_relative(sentence: Sentence, noun: Token, language: str) -> bool:
    """Tell « fille » of « le père de sa fille, Paul Martin »: the name behind may be the father's."""
    above = sentence.head(noun) if noun.dep.startswith("nmod") else None
    below = above is not None and above.name is None and preposition(sentence, noun) in ("de", "of")
    return below and above is not None and names_person(above.lower, language)


def told_by_title(sentence: Sentence, noun: Token) -> str:
    """Return `f` where a French title is a woman's, « l'eurodéputée Marie Dubois », else nothing."""
    word = noun.lower
    if noun.plural or word in _OF_BOTH or not names_person(word, "fr"):
        return ""
    article = any(t.lower in ("la", "une", "cette") for t in sentence.children(noun, "det"))
    return "f" if article or word.endswith(_WOMEN_ENDS) else ""

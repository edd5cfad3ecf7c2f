"""Tells the nouns that say who or what somebody or something is: « maire », « filiale », « rival »."""

from typing import Final

from kg.extract.coreference.nouns import names_person, noun_classes
from kg.extract.frames.load import load_frames
from kg.model import EntityType
from kg.model.annotation import Annotation, Sentence, Token

_GOING_ON = frozenset("déjà également aussi aujourd'hui désormais".split())

# What firms are to others, so that « le président de Novatel, actionnaire d'Orbis » says it of Novatel.
_TRADING: Final = frozenset(
    """actionnaire propriétaire repreneur acquéreur acheteur investisseur concurrent rival partenaire fournisseur client
    prestataire sous-traitant exploitant fabricant éditeur distributeur leader spécialiste""".split()
)


def calls_person(noun: str, language: str) -> bool:
    """Tell whether a noun says what a person is: by the word lists, or by a frame that it fills itself.

    Nobody is a « société », for all « société mère ».
    """
    if names_person(noun, language):
        return True
    known = noun_classes(language).get(noun)
    body = known is not None and known.type is EntityType.ORGANIZATION
    return not body and fills_itself(noun, language, EntityType.PERSON)


def fills_itself(noun: str, language: str, kind: EntityType) -> bool:
    """Tell whether a noun fills a role of its own frame that this type of entity can fill (« filiale », « rival »)."""
    frames = load_frames(language)
    for trigger in frames.nouns.get(noun, ()):
        if trigger.rest and language == "en":
            continue  # a state or a club is nobody, for all "state prosecutor" and "club captain"
        types = frames.frames[trigger.relation].types
        for role, functions in trigger.roles:
            if functions == ("self",) and kind.value in types.get(role, ()):
                return True
    return False


def of_holder(annotation: Annotation, sentence: Sentence, noun: Token, comma: int) -> bool:
    """Tell « le propriétaire de Novatel, déjà actionnaire de X, »: an adverb goes on with whoever is told of."""
    holder, opening = sentence.head(noun), sentence.tokens[comma + 1]
    told = noun.dep == "appos" and holder is not None and holder.index < comma and opening.lower in _GOING_ON
    return told and holder is not None and calls_person(holder.lower, annotation.document.language)


def of_bearer(annotation: Annotation, sentence: Sentence, noun: Token, name: Token) -> bool:
    """Tell « le député de la France insoumise, partisan du projet », who is for it, not the party."""
    bearer, language = sentence.head(noun), annotation.document.language
    if bearer is None or noun.dep != "appos" or name.head != bearer.index or language != "fr":
        return False
    people = calls_person(bearer.lower, language) and calls_person(noun.lower, language)
    people = people and noun.lower not in _TRADING
    return people and name.name is not None and annotation.names[name.name].type is not EntityType.PERSON

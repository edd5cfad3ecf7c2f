"""Says who or what without a name a word can mean: « un homme … il », « la loi … elle »."""

from itertools import islice
from typing import Final

from kg.extract.attribution.papers import WORDS_OF
from kg.extract.coreference.nouns import names_speaker
from kg.extract.coreference.ranking.having import ENGLISH_PERSONS
from kg.extract.coreference.ranking.sought import Anaphor
from kg.extract.coreference.salience import Salience, Seen, Stranger
from kg.extract.frames.load import clause_verbs
from kg.extract.reading import Reading
from kg.lexicon.closed import POSSESSIVES
from kg.model import EntityType

NOUN_WINDOW: Final = 60
MENTIONS: Final = 200  # mentions that are looked through at most, so that odd texts stay cheap
STRANGER_WINDOW: Final = 2  # sentences within which somebody or something without a name is taken up
STRANGERS: Final = 8  # at most, the nearest


def strangers(reading: Reading, sought: Anaphor, salience: Salience) -> list[str]:
    """Return who or what without a name can be meant; a description takes up its own noun, or some person."""
    made: dict[str, None] = {}
    speaks = says(reading, sought)
    for seen in islice(salience.nameless(NOUN_WINDOW if sought.noun else STRANGER_WINDOW), MENTIONS):
        one = salience.strangers[seen.entity]
        fits = _again(sought, one, salience.now - seen.sentence) if sought.noun else _agrees(reading, sought, one)
        mute = speaks and not one.person and one.noun not in WORDS_OF and not names_speaker(one.noun, reading.language)
        if fits and not mute and not _argument(sought, seen) and not _holds(sought, seen):
            made[seen.entity] = None
        if len(made) == STRANGERS:
            break
    return list(made)


def says(reading: Reading, sought: Anaphor) -> bool:
    """Tell a pronoun that says what follows: « il précise que … » is no network, « elle ajoute : » no law."""
    verb = sought.sentence.head(sought.token)
    saying = verb is not None and verb.lower in clause_verbs(reading.language, "saying")
    return saying and not sought.noun and sought.token.dep.startswith("nsubj")


def _again(sought: Anaphor, one: Stranger, distance: int) -> bool:
    """Tell whether a description says the stranger's noun again, or can name a person who was spoken of lately."""
    if one.noun == sought.token.lower:
        return True
    person = sought.kind is not None and sought.kind.type is EntityType.PERSON
    clash = {sought.gender, one.gender} == {"m", "f"}
    return person and one.person and not one.plural and not clash and distance <= STRANGER_WINDOW


def _agrees(reading: Reading, sought: Anaphor, one: Stranger) -> bool:
    """Tell whether a stranger agrees with a pronoun in gender and number; "he" is a person, "it" is none."""
    word = sought.token.lower
    if sought.plural != one.plural or {sought.gender, one.gender} == {"m", "f"}:
        return False
    if reading.language == "fr" or sought.plural:
        return True
    return one.person if word in ENGLISH_PERSONS else not one.person


def _argument(sought: Anaphor, seen: Seen) -> bool:
    """Tell whether a stranger is another argument of the word's own verb."""
    own = (sought.sentence.index, sought.token.head)
    return seen.verb == own and sought.token.lower not in POSSESSIVES


def _holds(sought: Anaphor, seen: Seen) -> bool:
    """Tell « l'organisation de ses obsèques »: a possessive is of nothing that it is itself a part of."""
    sentence, at = sought.sentence, sought.sentence.head(sought.token)
    if sought.noun or seen.verb[0] != sentence.index:
        return False
    while at is not None and at.dep.startswith("nmod"):
        at = sentence.head(at)
        if at is not None and at.index == seen.position:
            return True
    return False

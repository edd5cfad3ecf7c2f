"""Notes who and what is spoken of without a name: « un homme », « la loi », « des combats »."""

from typing import Final

from kg.extract.coreference.nouns import names_person
from kg.extract.coreference.salience import Salience, Stranger
from kg.extract.grammar.prepositions import OCCASIONS, preposition
from kg.extract.reading import Reading
from kg.lexicon.closed import INDEFINITE_ARTICLES
from kg.model import EntityType
from kg.model.annotation import Sentence, Token

# Nouns of times, measures and fixed phrases: nothing takes them up.
EMPTY: Final = frozenset(
    """an ans année années mois jour jours semaine semaines heure heures minute minutes seconde secondes soir matin
    matinée soirée nuit lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars avril mai juin
    juillet août septembre octobre novembre décembre fois temps moment cours cadre part aide intérieur extérieur
    fait cas lieu compte titre suite reste côté tour égard face fin début sein nom partie plupart point euros
    dollars kilomètres mètres year years month months day days week weeks hour hours minute minutes time times
    moment part lot rest end side morning evening night today yesterday tomorrow monday tuesday wednesday thursday
    friday saturday sunday""".split()
)
_SCIENTISTS: Final = frozenset(
    """scientists researchers physicists chemists biologists astronomers engineers psychologists economists geologists
    ecologists neuroscientists archaeologists archeologists palaeontologists paleontologists""".split()
)
_NO_OTHER: Final = frozenset((*OCCASIONS, "comme"))
_TEAM_WINDOW: Final = 3  # sentences
_CLOSED: Final = (".", "!", "?", "…", "»", '"')
DOERS: Final = ("euse", "trice", "iste", "ienne")


def of_scientists(token: Token, salience: Salience) -> bool:
    """Tell "the team" after "researchers at MIT": the people themselves, not the body where they work."""
    nouns = {salience.strangers[seen.entity].noun for seen in salience.nameless(_TEAM_WINDOW)}
    return token.lower in ("team", "group") and bool(nouns & _SCIENTISTS)


def note_stranger(reading: Reading, sentence: Sentence, token: Token, salience: Salience) -> None:
    """Note a noun that stands for nobody with a name, so that « il » after « un homme » need not be who has one."""
    if token.pos != "NOUN" or token.name is not None or token.quote is not None or token.lower in EMPTY:
        return
    if token.dep.startswith(("compound", "fixed", "flat", "appos")) or any(sentence.children(token, "cop")):
        return
    if preposition(sentence, token) in _NO_OTHER:
        return  # « considéré comme exemplaire » tells of nobody else, « au cours de la campagne » says when
    plural = token.plural
    if not plural and not any(sentence.children(token, "det", "nmod:poss", "case")):
        return
    new = any(c.lower in INDEFINITE_ARTICLES for c in sentence.children(token, "det"))
    if new and not plural and _in_headline(reading, sentence):
        return  # « Un chercheur primé » is whom the lead names
    if new:
        salience.brought[token.lower] = salience.now
    who = f"~{token.lower}"
    salience.strangers.setdefault(
        who, Stranger(token.lower, _gender(reading, token), plural, is_person(reading, token))
    )
    salience.note_stranger(who, sentence, token)


def _in_headline(reading: Reading, sentence: Sentence) -> bool:
    """Tell a French headline whose article begins with somebody's name."""
    if sentence.index or reading.language != "fr" or sentence.tokens[-1].text in _CLOSED:
        return False
    lead = next((s for s in reading.annotation.sentences if s.paragraph != sentence.paragraph), None)
    names = (reading.names.get(t.name) for t in lead.tokens if t.name is not None) if lead is not None else ()
    return any(reading.entities[who].type is EntityType.PERSON for who in names if who is not None)


def is_person(reading: Reading, token: Token) -> bool:
    """Tell whether a noun names a person."""
    doer = reading.language == "fr" and token.lower.endswith(DOERS)
    return names_person(token.lower, reading.language) or doer


def _gender(reading: Reading, token: Token) -> str:
    if reading.language != "fr":
        return ""
    return token.gender

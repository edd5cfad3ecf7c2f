"""Tells whose spokesman or head speaks in French: « Le parti négocie avec Dubois. « … », dit son porte-parole »."""

from typing import Final

from kg.extract.coreference.subjects_before import body_subject
from kg.extract.coreference.unnamed import main_subjects, sentence_before
from kg.extract.frames.load import clause_verbs
from kg.extract.grammar.subjects import inverted_subject
from kg.extract.reading import Reading, Reference
from kg.model import EntityType
from kg.model.annotation import Sentence, Token

# Whom bodies have, and people seldom.
_OF_BODIES: Final = frozenset(
    """porte-parole secrétaire président présidente directeur directrice pdg patron patronne trésorier trésorière
    fondateur fondatrice cofondateur cofondatrice dirigeant dirigeante coordinateur coordinatrice délégué déléguée
    vice-président vice-présidente numéro""".split()
)
_OWN: Final = ("son", "sa")


# Who is so of somebody: whoever the sentence before is about
_OF_PEOPLE: Final = frozenset(
    "prédécesseur prédécesseure prédécesseuse successeur successeure successeuse adjoint adjointe".split()
)


def of_person_told(reading: Reading, sentence: Sentence, token: Token) -> tuple[Reference, ...]:
    """Return Dubois of « Dubois regrette ce choix. Son prédécesseur, Paul Martin, … »."""
    noun = sentence.head(token)
    opens = token.index == 0 and noun is not None and noun.lower in _OF_PEOPLE and noun.dep.startswith("nsubj")
    last = sentence_before(reading, sentence) if opens and reading.language == "fr" else None
    if last is None:
        return ()
    subjects = main_subjects(last)[:1] or list(last.tokens)  # « Contacté, M. Dubois « regrette ce choix » »
    told = {r.entity: t.span for t in reversed(subjects) for r in reading.referents(last, t)}
    people = [who for who in told if reading.entities[who].type is EntityType.PERSON]
    if len(people) != 1:
        return ()
    return (Reference(people[0], "pronoun", "whom the sentence before is about", told[people[0]]),)


def body_again(reading: Reading, sentence: Sentence, token: Token) -> tuple[Reference, ...]:
    """Return the body of « Le mouvement sera dirigé par sept élus. Il rejoindra … »: its noun agrees, nobody else is.

    « Le parti a réagi. Elle … » is somebody else, as is « Le groupe a nommé Paul Dubois. Il … ».
    """
    opens = token.index == 0 and token.lower in ("il", "elle") and token.dep.startswith("nsubj")
    last = sentence_before(reading, sentence) if opens and token.quote is None else None
    told = body_subject(reading, last) if last is not None and last.paragraph == sentence.paragraph else None
    if last is None or told is None or told[1].name is not None or _others(reading, last, told[1]):
        return ()
    articles = {t.lower for t in last.children(told[1], "det")}
    if not articles & ({"le", "ce", "cet"} if token.lower == "il" else {"la", "cette"}):
        return ()
    return (Reference(told[0], "pronoun", "the body that the sentence before is about", told[1].span),)


def _others(reading: Reading, sentence: Sentence, subject: Token) -> bool:
    """Tell whether a sentence speaks of somebody besides its subject, or of another thing as its object."""
    told = (t for t in sentence.tokens if t is not subject)
    named = any(
        reading.entities[r.entity].type is EntityType.PERSON for t in told for r in reading.referents(sentence, t)
    )
    return named or any(t.dep.startswith("obj") and not t.plural for t in sentence.tokens)


def _says(sentence: Sentence, noun: Token, verb: Token) -> bool:
    """Tell who speaks behind the verb: « a démenti mardi son porte-parole », « a dit sa présidente »."""
    behind = noun.index > verb.index and noun.dep.startswith(("nsubj", "obj"))
    says = verb.lower in clause_verbs("fr", "saying", "denying")
    return noun in inverted_subject(sentence, verb) or (behind and says and not _subject_before(sentence, verb))


def _subject_before(sentence: Sentence, verb: Token) -> bool:
    """Tell whether a verb has its subject before it."""
    return any(t.index < verb.index for t in sentence.children(verb, "nsubj"))


def of_body_told(reading: Reading, sentence: Sentence, token: Token) -> tuple[Reference, ...]:
    """Return the body that the sentence before is about, for the possessive of one who speaks for it here."""
    if reading.language != "fr" or token.lower not in _OWN or token.quote is not None:
        return ()
    noun = sentence.head(token)
    verb = sentence.head(noun) if noun is not None and noun.lower in _OF_BODIES else None
    if noun is None or verb is None or not _says(sentence, noun, verb):
        return ()
    last = sentence_before(reading, sentence)
    told = body_subject(reading, last) if last is not None else None
    if told is None or reading.kinds.get(told[0]) == "media":
        return ()
    return (Reference(told[0], "pronoun", "the body that the sentence before is about", told[1].span),)

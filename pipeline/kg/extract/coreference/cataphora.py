"""Resolves a pronoun ahead of its name: « Bien qu'il ait critiqué X, Jean Dubois … », "When she founded X, Miller".

The subject of a clause before the main one is the main one's subject, where nobody else was spoken of lately whom the
pronoun can mean (Carden 1982: the pronoun stands in a clause below its name).
"""

from typing import Final

from kg.extract.coreference.ranking.sought import anaphor
from kg.extract.coreference.salience import Salience
from kg.extract.grammar.subjects import surface_subject
from kg.extract.reading import Reading, Reference
from kg.lexicon.closed import FRENCH_OWN
from kg.model import EntityType
from kg.model.annotation import Sentence, Token

_SUBJECTS: Final = frozenset("il elle he she it".split())
_THINGS: Final = {"it": (EntityType.ORGANIZATION,), "he": (EntityType.PERSON,), "she": (EntityType.PERSON,)}
_EITHER: Final = (EntityType.PERSON, EntityType.ORGANIZATION)
_HAS: Final = frozenset("a avait aura aurait".split())
_RECENT: Final = 2  # sentences


def named_behind(reading: Reading, sentence: Sentence, token: Token, salience: Salience) -> tuple[Reference, ...]:
    """Return the subject of the main clause that follows, where the pronoun can mean nobody who was spoken of."""
    if token.lower not in _SUBJECTS or not token.dep.startswith("nsubj"):
        return ()
    clause = sentence.head(token)
    main = sentence.head(clause) if clause is not None and clause.dep == "advcl" else None
    main = main or _in_vain(sentence, token)
    if clause is None or main is None or main.index < clause.index or not _opens(sentence, token):
        return ()
    for subject in surface_subject(sentence, main):
        name = name_of(sentence, subject)
        who = reading.names.get(name.name) if name is not None and name.name is not None else None
        if name is not None and who is not None and clause.index < name.index and _fits(reading, sentence, token, who):
            others = {seen.entity for seen in salience.recent(_RECENT)} - {who}
            if not any(_fits(reading, sentence, token, other) for other in others):
                return (Reference(who, "pronoun", "subject of the main clause", name.span),)
    return ()


def _in_vain(sentence: Sentence, token: Token) -> Token | None:
    """Return the main verb of « Il a beau protester, Paul Martin partira »."""
    beau = sentence.tokens[token.index + 1 : token.index + 3]
    if token.index or len(beau) < 2 or beau[1].lower != "beau" or beau[0].lower not in _HAS:
        return None
    comma = next((t.index for t in sentence.tokens if t.text == ","), len(sentence.tokens))
    subjects = [t for t in sentence.tokens[comma:] if t.dep.startswith("nsubj")]
    return sentence.head(subjects[0]) if subjects else None


def of_cleft(reading: Reading, sentence: Sentence, token: Token) -> tuple[Reference, ...]:
    """Return X of « C'est sur son site que X a répondu »: who is named as the subject behind « que »."""
    first = [t.lower for t in sentence.tokens[:2]]
    if token.lower not in FRENCH_OWN or first not in (["c'", "est"], ["c’", "est"], ["ce", "fut"]):
        return ()
    that = next((t for t in sentence.tokens[token.index :] if t.lower in ("que", "qu'", "qu’")), None)
    verb = sentence.head(that) if that is not None else None
    if that is None or verb is None or any(t.name is not None for t in sentence.tokens[: token.index]):
        return ()
    subjects = [t for t in surface_subject(sentence, verb) if that.index < t.index]
    names = [name_of(sentence, t) for t in subjects]
    found = [(reading.names.get(n.name), n.span) for n in names if n is not None and n.name is not None]
    return tuple(
        Reference(who, "pronoun", "subject behind « c'est … que »", at) for who, at in found if who is not None
    )


def _opens(sentence: Sentence, token: Token) -> bool:
    """Tell whether the pronoun's clause opens the sentence: nobody is named before it."""
    return all(t.name is None and t.pos not in ("VERB", "AUX") for t in sentence.tokens[: token.index])


def name_of(sentence: Sentence, subject: Token) -> Token | None:
    """Return the name that a subject is or has beside it: « le ministre Jean Dubois »."""
    if subject.name is not None:
        return subject
    return next((t for t in sentence.children(subject, "appos", "flat") if t.name is not None), None)


def _fits(reading: Reading, sentence: Sentence, token: Token, who: str) -> bool:
    """Tell whether somebody or something is of a kind and gender that the pronoun can mean."""
    if who not in reading.entities or reading.entities[who].type not in _THINGS.get(token.lower, _EITHER):
        return False
    return {anaphor(reading, sentence, token).gender, reading.genders.get(who, "")} != {"m", "f"}

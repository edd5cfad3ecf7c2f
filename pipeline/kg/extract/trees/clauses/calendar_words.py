"""Tells words that say when from words for things: days, months, hours, « ce soir », « la semaine dernière »."""

from typing import Final

from kg.lexicon.tables import fold, lexicon
from kg.model.annotation import Sentence, Token

PART: Final = frozenset("début fin mi courant".split())
_SPAN: Final = frozenset(
    """jour jours soir matin nuit semaine mois an année weekend week-end hiver été printemps automne saison soirée
    matinée après-midi""".split()
)
HOURS: Final = frozenset("soir matin après-midi midi a.m. p.m. am pm noon midnight morning afternoon evening".split())
_THIS: Final = frozenset("ce cet cette".split())
_NEIGHBOURS: Final = frozenset("hier demain avant-hier après-demain".split())
EVES: Final = frozenset("veille lendemain avant-veille surlendemain".split())  # « a indiqué la veille le ministère »
_WHICH: Final = frozenset("dernier dernière prochain prochaine suivant suivante même passé passée".split())
_THERE: Final = frozenset("à au aux en dans in at near".split())


def dated(token: Token) -> bool:
    """Tell a day, month, hour or number."""
    return bare_day(token) or (token.pos == "NUM" and token.text.isdigit())


def bare_day(token: Token) -> bool:
    """Tell the name of a day, month or part of the day."""
    return token.pos in ("NOUN", "PROPN") and (fold(token.lower) in lexicon()["calendar"] or token.lower in HOURS)


def dates(sentence: Sentence, token: Token) -> bool:
    """Tell a day or month, or the year of one: « le 13 mai 2016 »."""
    above = sentence.head(token) if token.pos == "NUM" else None
    return bare_day(token) or (above is not None and bare_day(above))


def temporal(sentence: Sentence, token: Token) -> bool:
    """Tell a day, the beginning of a month, « ce soir », « la semaine dernière » from a thing."""
    articles = {child.lower for child in sentence.children(token, "det")}
    after = sentence.tokens[token.index + 1] if token.index + 1 < len(sentence.tokens) else None
    calendar = lexicon()["calendar"]
    if token.pos == "NUM" and after is not None and after.head == token.index and fold(after.lower) in calendar:
        return True  # « a reçu le 13 octobre un prix »
    if fold(token.lower) in calendar:
        numbered = token.index > 0 and sentence.tokens[token.index - 1].pos == "NUM"  # « Le 16 février, … »
        return numbered or not articles or articles <= _THIS
    if token.lower in _NEIGHBOURS:
        return not articles
    if token.lower in EVES:
        return articles <= {"la", "le", "l'", "l’"} and bool(articles)
    if token.lower in PART and after is not None:
        return not articles and (fold(after.lower) in calendar or after.pos == "NUM")
    which = {t.lower for t in (*sentence.children(token, "amod"), *([after] if after is not None else []))} & _WHICH
    return token.lower in _SPAN and bool(which or articles & _THIS)


def noun_before(sentence: Sentence, day: Token, token: Token) -> Token | None:
    """Return the noun before the day that what is behind is of: "the arrest in May of X", « la mort en 2012 de X »."""
    if not dated(day) or token.pos not in ("NOUN", "PROPN") or dated(token) or token.index < day.index:
        return None
    before = [t for t in reversed(sentence.tokens[: day.index]) if t.pos not in ("ADP", "DET", "NUM")]
    noun = next((t for t in before if not (dated(t) or _there(sentence, t))), None) if token.name is not None else None
    noun = before[0] if noun is None and before else noun
    return noun if noun is not None and noun.pos == "NOUN" and noun.name is None and not dated(noun) else None


def places_between(sentence: Sentence, noun: Token, day: Token) -> list[Token]:
    """Return « Lyon » of « l'arrestation à Lyon en mai de Paul Martin », where it hangs from what governs the noun."""
    between = (t for t in sentence.tokens[noun.index + 1 : day.index] if _there(sentence, t))
    return [t for t in between if t.head == noun.head and t.dep.startswith("nmod")]


def _there(sentence: Sentence, token: Token) -> bool:
    """Tell « Lyon » of « l'arrestation à Lyon en mai de Paul Martin »: a name behind « à »."""
    return token.name is not None and any(child.lower in _THERE for child in sentence.children(token, "case"))

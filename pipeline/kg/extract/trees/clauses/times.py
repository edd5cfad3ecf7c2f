"""Tells words of time: days, parts of days, ages."""

from typing import Final

from kg.lexicon.tables import fold, lexicon
from kg.model.annotation import Token

_TIMES: Final = frozenset(
    """jour jours soir matin nuit semaine semaines mois an ans année années fois heure heures minute minutes week-end
    début fin milieu part dernière dernier matinée soirée après-midi aube lendemain surlendemain
    exercice exercices veille journée journées
    hours hour morning evening night afternoon
    week weekend month year days end start beginning middle day""".split()
)
_AGES: Final = ("âge", "ans")


def timed(token: Token) -> bool:
    """Tell a word of the calendar, a part of one, or a number."""
    return fold(token.lower) in lexicon()["calendar"] or token.lower in _TIMES or token.lower.isdigit()


def is_time(token: Token) -> bool:
    """Tell a word of time, or of age, that is no name."""
    return token.name is None and (timed(token) or token.lower in _AGES)

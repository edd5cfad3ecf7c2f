"""The French word lists for expressions of time."""

import re

from kg.extract.time.lexicon import Lexicon

_MONTHS = [
    "janvier janv. janv jan. jan",
    "février fevrier févr. fevr. fév. fev. fév fev",
    "mars",
    "avril avr. avr",
    "mai",
    "juin",
    "juillet juil. juil",
    "août aout",
    "septembre sept. sept sep.",
    "octobre oct. oct",
    "novembre nov. nov",
    "décembre decembre déc. dec. déc",
]
_UNITS = {
    "day": "jour jours journée journées", "week": "semaine semaines", "month": "mois",
    "quarter": "trimestre trimestres", "half": "semestre semestres", "year": "an ans année années",
    "decade": "décennie décennies", "century": "siècle siècles", "weekend": "week-end weekend week-ends",
}  # fmt: skip

FRENCH = Lexicon(
    language="fr",
    months={word: number for number, words in enumerate(_MONTHS, 1) for word in words.split()},
    weekdays={word: n for n, word in enumerate(["lundi", "mardi", "mercredi", "jeudi", "vendredi",
        "samedi", "dimanche"])},
    units={word: unit for unit, words in _UNITS.items() for word in words.split()} | {"t": "quarter",
        "s": "half", "h": "half"},
    ordinals={
        "premier": 1, "première": 1, "deuxième": 2, "second": 2, "seconde": 2, "troisième": 3, "quatrième": 4,
        "cinquième": 5, "dernier": -1, "dernière": -1,
    },
    seasons={"printemps": 21, "été": 22, "automne": 23, "hiver": 24},
    parts={
        "début": "start", "début de": "start", "début du": "start", "fin": "end", "tôt": "start",
            "tard": "end", "fin de": "end", "fin du": "end",
        "mi": "middle", "milieu": "middle", "milieu de": "middle", "milieu du": "middle", "matin": "morning",
        "matinée": "morning", "midi": "noon", "après-midi": "afternoon", "soir": "evening",
            "soirée": "evening",
        "nuit": "night",
    },
    shifts={
        "dernier": -1, "dernière": -1, "derniers": -1, "dernières": -1, "passé": -1, "passée": -1,
            "passés": -1,
        "passées": -1, "écoulé": -1, "écoulée": -1, "écoulés": -1, "écoulées": -1, "prochain": 1,
            "prochaine": 1,
        "prochains": 1, "prochaines": 1, "à venir": 1, "qui vient": 1, "ce": 0, "cet": 0, "cette": 0,
            "en cours": 0,
        "précédent": -1, "précédente": -1, "d'avant": -1, "suivant": 1, "suivante": 1, "d'après": 1,
        "cette année": 0, "l'année dernière": -1, "l'an dernier": -1, "l'année prochaine": 1,
            "l'an prochain": 1,
        "de cette année": 0, "de l'année dernière": -1, "de l'an dernier": -1, "de l'année prochaine": 1,
        "de l'an prochain": 1,
    },
    named_days={
        "aujourd'hui": (0, False), "hier": (-1, False), "avant hier": (-2, False), "demain": (1, False),
        "après demain": (2, False), "lendemain": (1, True), "surlendemain": (2, True), "veille": (-1, True),
        "avant veille": (-2, True), "jour même": (0, True), "même jour": (0, True), "jour suivant": (1, True),
        "jour d'après": (1, True), "jour précédent": (-1, True), "jour d'avant": (-1, True),
    },
    narrative=re.compile(r"suivant|précédent|d'avant|d'après"),
    past=re.compile(r"il y a|voici|voilà|tôt|auparavant|avant|derni|récemment|naguère|autrefois|jadis|passé|écoulé"),
    later=re.compile(r"tard|tôt|après|avant|auparavant"),
    full_months=frozenset(words.split()[0] for words in _MONTHS) | {"fevrier", "aout", "decembre"},
    day_first=True,
)  # fmt: skip

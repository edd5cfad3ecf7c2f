"""The French words for quantities."""

from kg.extract.quantity.words import SYMBOLS, Words

_ORDINALS = [
    "premier",
    "deuxième",
    "troisième",
    "quatrième",
    "cinquième",
    "sixième",
    "septième",
    "huitième",
    "neuvième",
    "dixième",
]

FRENCH = Words(
    language="fr",
    qualifiers={
        r"plus\sd(?:e\s|['’])": "more than", r"moins\sd(?:e\s|['’])": "less than", r"au\smoins\s": "at least",
        r"au\sminimum\s": "at least", r"au\splus\s": "at most", r"au\smaximum\s": "at most",
        r"jusqu['’]à\s": "up to", r"près\sd(?:e\s|['’])": "nearly", r"presque\s": "nearly",
            r"environ\s": "about",
        r"quelque\s": "about", r"autour\sd(?:e\s|['’])": "about", r"à\speu\sprès\s": "about",
        r"aux\salentours\sd(?:e\s|['’])": "about", r"à\speine\s": "less than",
    },
    after={r"environ": "about", r"au\smoins": "at least", r"au\splus": "at most", r"ou\splus": "at least"},
    scales={
        "mille": 10**3, "million": 10**6, "millions": 10**6, "milliard": 10**9, "milliards": 10**9,
        "billion": 10**12, "billions": 10**12, "mds": 10**9, "md": 10**9, "mrd": 10**9, "mrds": 10**9, "mio": 10**6,
    },
    collectives={
        "dizaine": 10, "douzaine": 12, "quinzaine": 15, "vingtaine": 20, "trentaine": 30, "quarantaine": 40,
        "cinquantaine": 50, "soixantaine": 60, "centaine": 100, "millier": 1000, "million": 10**6,
        "milliard": 10**9,
    },
    currencies={
        r"euros?": "EUR", r"dollars?\s(?:canadiens?)": "CAD", r"dollars?\saustraliens?": "AUD",
        r"dollars?\snéo-zélandais": "NZD", r"dollars?\sde\shong[\s-]kong": "HKD",
            r"dollars?\ssingapouriens?": "SGD",
        r"dollars?(?:\saméricains?|\sus)?": "USD", r"livres?\sturques?": "TRY", r"livres?\ssterling": "GBP",
        r"yens?": "JPY", r"yuans?": "CNY", r"francs?\ssuisses?": "CHF", r"francs?\scfa": "XOF",
            r"roubles?": "RUB",
        r"roupies?(?:\sindiennes?)?": "INR", r"wons?": "KRW", r"r[ée]a(?:l|is|ux)(?:\sbrésiliens?)?": "BRL",
        r"couronnes?\ssuédoises?": "SEK", r"couronnes?\snorvégiennes?": "NOK",
            r"couronnes?\sdanoises?": "DKK",
        r"zlotys?": "PLN", r"forints?": "HUF", r"shekels?": "ILS", r"rands?": "ZAR",
            r"pesos?\smexicains?": "MXN",
        r"pesos?\sargentins?": "ARS", r"dirhams?\smarocains?": "MAD", r"dinars?\salgériens?": "DZD",
    },
    percent=r"%|pour\s?cent\b",
    durations=frozenset(
        ["seconde", "secondes", "minute", "minutes", "heure", "heures", "jour", "jours", "semaine",
            "semaines", "mois", "trimestre", "trimestres", "semestre", "semestres", "an", "ans", "année",
            "années", "décennie", "décennies", "siècle", "siècles"]
    ),
    measures=frozenset(
        ["km", "kilomètre", "kilomètres", "mètre", "mètres", "m", "cm", "centimètre", "centimètres", "mm",
            "hectare", "hectares", "ha", "kg", "kilo", "kilos", "kilogramme", "kilogrammes", "gramme",
            "grammes", "g", "tonne", "tonnes", "litre", "litres", "degré", "degrés", "km/h", "m²", "km²",
            "mw", "gw", "kwh", "watts", "mégawatts", "go", "gigaoctets", "octets", "barils", "baril",
            "hectolitres"]
    ),
    years="ans",
    link=r"(?:de\s|d['’])",
    passing=frozenset(
        ["autres", "nouveaux", "nouvelles", "jeunes", "petits", "petites", "grands", "grandes", "anciens",
            "anciennes", "premiers", "premières", "derniers", "dernières", "prochains", "prochaines",
            "seuls", "seules", "gros", "grosses", "vieux", "vieilles", "autre", "bons", "bonnes"]
    ),
    closed=frozenset(
        ["et", "ou", "à", "au", "aux", "en", "dans", "sur", "pour", "par", "qui", "que", "dont", "où",
            "est", "sont", "ont", "était", "étaient", "de", "du", "des", "la", "le", "les", "un", "une",
            "se", "ne", "pas", "plus", "moins", "contre", "avec", "sans", "sous", "vers", "chez", "entre",
            "lors", "mais", "car", "si", "comme", "selon", "après", "avant", "depuis", "a", "ce", "cette",
            "ces", "son", "sa", "ses", "leur", "leurs", "il", "elle", "ils", "elles", "on", "y", "fois",
            "d'entre", "eux", "environ", "ni", "puis", "alors", "dit", "avait", "avaient", "sera",
            "seront", "soit", "face", "toujours", "encore", "déjà", "fait", "été", "va", "peut", "d", "h"]
    ),
    one=frozenset(("un", "une")),
    people=frozenset(["personne", "mort", "morte", "blessé", "blessée", "victime"]),
    ordinals={word: number for number, word in enumerate(_ORDINALS, 1)} | {"première": 1},
)  # fmt: skip

__all__ = ["FRENCH", "SYMBOLS"]

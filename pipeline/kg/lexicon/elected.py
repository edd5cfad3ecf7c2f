"""Holds the French words for elected people and candidates, as patterns: a party's letters stand right behind them."""

from typing import Final

LETTERS: Final = r"[A-ZÀ-Þ][A-ZÀ-Þ-]{1,7}(?![\w-])"
_SEATS: Final = (
    r"(?:municip|région|génér|département|nation|commun)(?:al|ale|aux|ales)|d['’][EÉ]tat|aux[ \u00a0][EÉ]tats"
)
ELECTED: Final = (
    r"\b(?:[Dd]éputée?s?|[Ss]énat(?:eur|rice)s?|[Ee]urodéputée?s?|[Mm]aires?|[Cc]andidate?s?|[Éé]lue?s?|[Pp]arlementaires?"
    rf"|[Cc]onseill(?:er|ère)s?[ \u00a0](?:{_SEATS})|[Ss]ortante?|[Bb]ourgmestre|[Éé]chevine?)"
    r"(?:[ \u00a0]sortante?s?)?[ \u00a0]"
)

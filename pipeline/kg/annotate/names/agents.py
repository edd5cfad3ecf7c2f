"""Tells a name that acts as only somebody or a body can: « Novatel a porté plainte », « le procès contre Orbis ».

Models that have never seen a name often take it for a place or a work; places do not say or sign anything.
"""

import re
from typing import Final

from kg.model import Span

_HELPER: Final = (
    r"(?:(?:n['’]|ne )?(?:a|avait|aurait|va|vient d['’]|vient de|s['’]est|s['’]était)[ ]?"
    r"(?:pas |également |aussi |déjà |finalement |toutefois )?)"
)
# Finite or behind an auxiliary: « Novatel a annoncé », not « la voiture Divo dévoilée ».
_SAYS: Final = (
    r"annonc(?:e|ent)|déclare|affirme|assure|dément|accuse|dénonce|réclame|exige|signe|promet|reconnaît|confirme|indique"
    r"|précise|explique|s['’]engage|s['’]oppose|porte plainte|refuse d|nie |vend |lance |dévoile "
)
_SAID: Final = (
    r"annoncé|déclaré|affirmé|assuré|démenti|accusé|dénoncé|réclamé|exigé|signé|promis|reconnu|confirmé|indiqué|précisé"
    r"|expliqué|engagé|opposé|porté plainte|déposé plainte|saisi |refusé d|nié |répondu|nommé|embauché|recruté|investi "
    r"|poursuivi|critiqué|salué|demandé|trahi|levé (?:\d+|plus|près|des)|licencié|banni|censuré|revendu"
    r"|renvoyé|limogé|viré|suspendu|remplacé|publié|présenté (?:ses|des) excuses|fait appel|renoncé|décidé|proposé"
    r"|cédé|vendu|versé|payé|réagi|rejeté|repoussé|retiré|rompu|négocié|choisi|sélectionné|condamné|déploré|estimé"
    r"|lancé|dévoilé|aidé|battu|rencontré"
)
_ACTS: Final = re.compile(rf"[ \u00a0](?:(?:{_SAYS})\b|{_HELPER}(?:{_SAID})\b)")
# What a subject follows: nothing, an article that opens the sentence, « que ». « Le maire de Melun a annoncé » is none.
_OPENS: Final = re.compile(
    r"(?:^|[.!?:;»”\"\n])[ \u00a0]*(?:L['’]|La |Le )?$|\b(?:qu['’]|que |si |quand |car |mais )$"
    # « En 2023, Orbis avait levé »
    r"|\b(?:En|Début|Fin|Depuis|Dès) [\w ]{3,16}, $"
)
_SUED: Final = re.compile(
    r"\b(?:plainte|procès|poursuites|action en justice|recours|grief|griefs|accusations)[ \u00a0]contre[ \u00a0]$"
    r"|\b(?:accuse|accusé|accusent|accusait|assigné|poursuit)[ \u00a0]$"
)
_REACH: Final = 34  # code points


def acts(text: str, span: Span) -> bool:
    """Tell whether the words around a name speak of it as of one that says, signs, sues or is sued."""
    before = text[max(0, span.start - _REACH) : span.start]
    if _SUED.search(before) is not None:
        return True
    return _ACTS.match(text, span.end) is not None and _OPENS.search(before) is not None

"""Words that tell whether a sentence speaks of the day of the one before: « dans la foulée », "a month later"."""

import re
from typing import Final

# What tells of another day than the sentence before.
ELSEWHERE: Final = re.compile(
    r"\b(?:déjà|auparavant|précédemment|depuis|jusqu|ensuite|un an|autre (?:attaque|attentat|accident)|already|earlier"
    r"|previous\w*|since|until|later|ago|once|never|jamais|toujours|années?|years?|months?|mois|semaines?|weeks?"
    r"|jours? (?:suivants?|plus tard|plus tôt|après|avant|auparavant)|days? (?:after|before)"
    r"|meanwhile|elsewhere|separately|par ailleurs|ailleurs|de son côté|de leur côté)\b",
    re.IGNORECASE,
)
# What tells of the same day: it leads further back, and "later" in it is no other time.
SOON: Final = re.compile(
    r"\b(?:(?:hours|minutes|moments) (?:later|before|earlier|after(?:wards)?)|shortly (?:after(?:wards)?|before)"
    r"|later (?:that|in the|on the same) (?:day|morning|evening|afternoon)|in the (?:morning|afternoon|evening)"
    r"|(?:heures|minutes|instants) (?:plus tard|plus tôt|après|avant|auparavant)|peu (?:après|avant)|dans la foulée"
    r"|(?:plus tard )?(?:dans|au cours de|en début de|en fin de) (?:la |l')?(?:journée|matinée|soirée|après-midi)"
    r"|aussitôt|immédiatement|sur-le-champ|séance tenante"
    r"|(?:par|à) la même occasion|dans le même temps|on the same occasion|at the same (?:time|meeting))\b",
    re.IGNORECASE,
)
AT_THE_TIME: Final = re.compile(r"\b(?:said|\w+ed) at the time\b(?! of)|\b(?:a|ont) alors\b|\bà cette occasion\b")

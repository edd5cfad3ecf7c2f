"""Tells French conditionals and futures by their stem: taggers take « détiendrait » for a past, « paieront » for now.

Only stems that end no imperfect and no past of a verb in « -rer » are listed: « -erait » and « -era » are always so
(« gérait », « géra » have their accent), while « -trait » and « -drait » are behind the stems of « mettre »,
« rendre », « venir », not in « montrait ».
"""

import re
from typing import Final

_STEM: Final = (
    r"(?:e|iend|prend|rend|vend|pend|tend|fend|scend|perd|aind|eind|oind|voud|vaud|faud|répond|spond|confond"
    r"|mett|batt|aît|ainc|dev|cev|suiv|viv|pour|mour|cour|ver|quer|sau|clu|cri|ui|suffi|croi|boi"
    r"|(?:fin|chois|uss|invest|fourn|réun|part|sort|sent|ment|garant|avert|convert|établ|empl|sub|ag|bât|pun|nourr"
    r"|accompl|ffaibl|ralent|élarg|serv|ouvr|offr|cueill|défin|abol|fu)i|^(?:au|di|redi|interdi|li|éli|i))"
)
_CONDITIONAL: Final = re.compile(rf"{_STEM}(?:rai(?:t|s|ent)|rions|riez)$")
_FUTURE: Final = re.compile(rf"{_STEM}(?:rai?|ras|rons|rez)$|ront$")
_TENSE: Final = re.compile(r"Tense=\w+")


def mood_of(text: str, morph: str) -> str:
    """Return the morphology of a French verb, with mood and tense of its stem where it was taken for another."""
    if "Mood=Ind" not in morph:
        return morph
    if _FUTURE.search(text.lower()):
        return _TENSE.sub("Tense=Fut", morph)
    if not _CONDITIONAL.search(text.lower()):
        return morph
    return _TENSE.sub("Tense=Pres", morph.replace("Mood=Ind", "Mood=Cnd"))

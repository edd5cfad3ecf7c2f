"""Tells who only uses a platform from its people: « a rejoint l'application », « quittera la plateforme »."""

from typing import Final

from kg.extract.drafts.draft import Draft
from kg.extract.reading import Reading

_TIES: Final = ("memberOf", "resigned")
_COMING: Final = ("rejoi", "quitt", "délaiss", "lâch", "réintègr", "réintégr", "join", "quit", "left", "leav")
# whoever « a rejoint Facebook » may as well work there
_CALLED: Final = frozenset("application appli plateforme plate-forme réseau app platform network".split())
# what people do for a platform that they join or leave
_WORK: Final = frozenset(
    """pdg directeur directrice dirigeant dirigeante poste fonctions ingénieur ingénieure cadre patron patronne équipe
    comme responsable salarié salariée employé employée conseil successeur ceo executive director engineer head board
    team as role staff officer chief vice-président vice-présidente job cofondateur cofondatrice fondateur
    fondatrice""".split()
)


def only_uses(reading: Reading, draft: Draft) -> bool:
    """Tell whoever joins or leaves what is called a platform, of whose work there the sentence says nothing."""
    if draft.frame.relation not in _TIES or not draft.site.token.lower.startswith(_COMING):
        return False
    platform = any(reading.kinds.get(p.id or "") == "platform" for p in draft.roles.get("object", ()))
    words = {t.lower for t in draft.site.sentence.tokens} if platform else set()
    return not words.isdisjoint(_CALLED) and words.isdisjoint(_WORK)

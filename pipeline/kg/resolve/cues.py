"""What tells namesakes apart: trades that one person seldom has together, and places."""

from collections.abc import Iterable
from typing import Final

from kg.model.naming import fold

_TRADES: Final = {
    "sport": (
        "footballeur footballeuse joueur joueuse entraineur entraineuse attaquant defenseur cycliste "
        "nageur nageuse athlete boxeur boxeuse rugbyman basketteur tennisman skieur skieuse "
        "footballer player coach striker midfielder defender goalkeeper goalie cyclist swimmer boxer "
        "quarterback pitcher golfer skier sprinter"
    ),
    "politics": (
        "maire ministre depute deputee senateur senatrice prefet candidat candidate gouverneur "
        "gouverneure chancelier chanceliere eurodepute eurodeputee mayor minister lawmaker senator "
        "congressman congresswoman governor chancellor councillor councilman councilwoman mp mep"
    ),
    "arts": (
        "acteur actrice chanteur chanteuse realisateur realisatrice romancier romanciere peintre "
        "musicien musicienne comedien comedienne rappeur rappeuse danseur danseuse cineaste "
        "compositeur actor actress singer novelist painter musician comedian rapper dancer filmmaker "
        "composer"
    ),
    "law": ("juge magistrat magistrate avocat avocate procureur procureure notaire judge lawyer attorney prosecutor"),
    "science": (
        "chercheur chercheuse physicien physicienne chimiste biologiste astronome mathematicien "
        "virologue epidemiologiste researcher physicist chemist biologist astronomer mathematician "
        "virologist scientist"
    ),
    "care": ("medecin chirurgien chirurgienne infirmier infirmiere pediatre doctor surgeon nurse paediatrician"),
    "force": ("policier policiere gendarme colonel commandant pompier sergeant firefighter soldier"),
    "school": ("lyceen lyceenne etudiant etudiante enseignant enseignante pupil student teacher"),
}
_TRADE_OF: Final = {word: trade for trade, words in _TRADES.items() for word in words.split()}


def trades(cues: Iterable[str]) -> frozenset[str]:
    """Return the trades that the `role:` cues name; a role outside of the table names none."""
    roles = (fold(cue.removeprefix("role:")) for cue in cues if cue.startswith("role:"))
    return frozenset(_TRADE_OF[word] for role in roles for word in role.split() if word in _TRADE_OF)


def places(cues: Iterable[str]) -> frozenset[str]:
    """Return the folded places that the `place:` cues name."""
    return frozenset(fold(cue.removeprefix("place:")) for cue in cues if cue.startswith("place:"))


def conflict(left: Iterable[str], right: Iterable[str]) -> bool:
    """Tell whether the cues of two namesakes speak against one person: other trades, or other places."""
    ours, theirs = tuple(left), tuple(right)
    return _apart(trades(ours), trades(theirs)) or _apart(places(ours), places(theirs))


def _apart(left: frozenset[str], right: frozenset[str]) -> bool:
    return bool(left and right and not left & right)


def supported(left: Iterable[str], right: Iterable[str]) -> bool:
    """Tell whether the cues of two namesakes have a trade or a place in common and none in conflict."""
    ours, theirs = tuple(left), tuple(right)
    common = trades(ours) & trades(theirs) or places(ours) & places(theirs)
    return bool(common) and not conflict(ours, theirs)

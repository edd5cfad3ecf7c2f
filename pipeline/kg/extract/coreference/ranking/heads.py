"""Tells the head of state or of the government from chiefs of anything else."""

from functools import cache
from typing import Final

from kg.extract.coreference.behind import PREMIER, description
from kg.extract.coreference.ranking.sought import Anaphor
from kg.extract.coreference.salience import Salience
from kg.extract.reading import Reading
from kg.lexicon.peoples import countries
from kg.lexicon.tables import COUNTRY, fold, places
from kg.model import EntityType

# What else those are called of whom the text speaks as « le chef de l'État », « le chef du gouvernement ».
_SUMMITS: Final = {
    "état": frozenset("président présidente roi reine émir empereur sultan dictateur".split()),
    "gouvernement": frozenset(("premier ministre", "première ministre", "chancelier", "chancelière")),
}
_LANDS: Final = ("république", "état", "etat", "pays", "gouvernement")
_CHIEFS: Final = ("chef", "cheffe")
_PREMIERS: Final = frozenset(("premier", "première"))
_HOME: Final = frozenset(("république", "état", "etat"))
_PRESIDENTS: Final = frozenset(("président", "présidente", *_CHIEFS))
_SEATS: Final = frozenset("député députée sénateur sénatrice maire porte-parole".split())
# whoever is one of these now heads no state
_TRADES: Final = frozenset(
    """écrivain écrivaine romancier romancière chanteur chanteuse acteur actrice comédien comédienne journaliste
    humoriste animateur animatrice cinéaste réalisateur réalisatrice entraîneur sélectionneur joueur joueuse consul
    consule ambassadeur ambassadrice procureur procureure préfet préfète""".split()
)
_BARE_FORMER: Final = frozenset(("ancien", "ancienne", "ex"))
_FORMER: Final = frozenset("ancien ancienne futur future ex".split())


def summit(sought: Anaphor) -> frozenset[str]:
    """Return what else the head of state or of the government is called; empty for any other word."""
    if sought.token.lower not in _CHIEFS:
        return frozenset()
    below = (t.lower.replace("etat", "état") for t in sought.sentence.children(sought.token, "nmod"))
    return next((_SUMMITS[word] for word in below if word in _SUMMITS), frozenset())


def heads_state(reading: Reading, above: frozenset[str], identifier: str) -> bool:
    """Tell whom the text calls president or prime minister, of a land or of nothing that it names."""
    posts = reading.described.get(identifier, ())
    of_land = (words for noun, words in posts if any(noun == one.rpartition(" ")[2] for one in above))
    return bool(above & reading.roles.get(identifier, set())) and any(
        all(_of_land(reading.language, word) for word in words - {"premier", "première"} - _words(above))
        for words in of_land
    )


def heads(reading: Reading, sought: Anaphor, salience: Salience, among: list[str]) -> list[str]:
    """Return whom « le chef de l'État » can be; a foreign one only where the text goes on about nobody without a title.

    A French paper that names its own president writes « Dubois » and « le chef de l'État ».
    """
    above = summit(sought)
    found = [i for i in among if above and i in reading.entities and heads_state(reading, above, i)]
    if len(found) != 1 or not _foreign(reading, found[0]):
        return found
    others = [i for i in among if i in reading.entities and not reading.roles.get(i) and i != found[0]]
    people = [i for i in others if reading.entities[i].type is EntityType.PERSON]
    lead = {seen.entity for seen in salience.newest(1) if seen.main}
    ahead = found[0] not in lead and bool(lead & {*people})
    return [] if ahead or any(salience.count(i) > salience.count(found[0]) for i in people) else found


def _foreign(reading: Reading, identifier: str) -> bool:
    """Tell « le président malien »: whom the text calls by a people or a land."""
    words = (word for _, said in reading.described.get(identifier, ()) for word in said)
    return any(word in countries(reading.language) or word in _land_names() for word in words)


def _words(above: frozenset[str]) -> frozenset[str]:
    return frozenset(word for one in above for word in one.split())


def _of_land(language: str, word: str) -> bool:
    known = word in countries(language) or word in _LANDS or word in _land_names()
    return known or word in ("actuel", "actuelle", "nouveau", "nouvelle")


@cache
def _land_names() -> frozenset[str]:
    return frozenset(fold(name) for name, weight in places().items() if weight >= COUNTRY)


def heads_another(reading: Reading, sought: Anaphor, identifier: str) -> bool:
    """Tell whoever the text calls chief of something else: « chef du groupe socialiste »."""
    said = [words for noun, words in reading.described.get(identifier, ()) if noun in _CHIEFS]
    own = description(reading, sought.sentence, sought.token) - {*_CHIEFS}
    return bool(said) and not any(own & words for words in said)


def of_another_rank(reading: Reading, sought: Anaphor, identifier: str) -> bool:
    """Tell a minister or a mayor from « le chef de l'État », the president from « le premier ministre »."""
    if reading.language != "fr" or sought.token.lower not in {*_PRESIDENTS, "ministre"}:
        return False
    words = _words(description(reading, sought.sentence, sought.token))  # a name has more than one
    rank = _rank(sought.token.lower, words)
    if sought.token.lower in _PRESIDENTS and _bare_former(words - {sought.token.lower}):
        return _heads_a_body(reading, identifier)
    if rank not in ("head", "premier"):
        return False
    known = {_rank(noun, words) for noun, words in reading.described.get(identifier, ())} - {""}
    return bool(known) and rank not in known


def _bare_former(words: frozenset[str]) -> bool:
    """Tell « l'ancien président », who is of nothing that the words say."""
    return bool(words) and words <= _BARE_FORMER


def _heads_a_body(reading: Reading, identifier: str) -> bool:
    """Tell from « l'ancien président », of a state, whom the text only calls president of a body."""
    told = [(noun, words) for noun, words in reading.described.get(identifier, ()) if noun in _PRESIDENTS]
    return bool(told) and all(not words & _FORMER and _rank(noun, words) == "other" for noun, words in told)


def _rank(noun: str, words: frozenset[str]) -> str:
    """Return which of the offices that nobody holds two of a description names; nothing where it names none."""
    if words & _FORMER:
        return ""
    if noun in _PRESIDENTS:
        if noun in _CHIEFS and "gouvernement" in words:
            return "premier"
        of = words - {noun}
        return ("head" if of & _HOME or all(_of_land("fr", word) for word in of) else "other") if of else ""
    if noun == PREMIER:
        return "premier"
    if noun == "ministre":
        return "premier" if words & _PREMIERS else "minister"
    return "other" if noun in _SEATS | _TRADES or (noun == "secrétaire" and words & _HOME) else ""

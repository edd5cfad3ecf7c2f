"""Finds what was voted on where a clause only says how: « L'Assemblée a adopté le projet. Le PS a voté contre »."""

from typing import Final

from kg.extract.frames.site import Site
from kg.extract.participants.verbatim import words_of
from kg.extract.reading import Reading
from kg.model import Participant
from kg.model.annotation import Sentence, Token

_NEAR: Final = 3  # sentences
_SIDES: Final = ("pour", "contre")
_VOTED_ON: Final = frozenset(
    """loi projet proposition texte résolution motion amendement budget traité accord réforme référendum constitution
    convention article mesure""".split()
)


def ballot_before(reading: Reading, site: Site) -> list[Participant]:
    """Return the nearest thing before the clause that is voted on, where the clause does not name it."""
    if not _bare_side(site.sentence, site.token):
        return []
    here = site.sentence.index
    for sentence in reversed(reading.annotation.sentences[max(0, here - _NEAR) : here]):
        things = [
            t for t in sentence.tokens if t.lower.split(" ")[0] in _VOTED_ON and t.dep.startswith(("obj", "nsubj"))
        ]
        if things:
            named = [t for t in (things[-1], *sentence.children(things[-1], "appos", "flat")) if t.name is not None]
            found = [reading.participant(r, t.span) for t in named for r in reading.referents(sentence, t)]
            return found[:1] or [words_of(reading, sentence, things[-1])]
    return []


def _bare_side(sentence: Sentence, verb: Token) -> bool:
    """Tell « ont voté contre. », « ont voté contre : A et B » from « ont voté contre la loi »."""
    behind = [t for t in sentence.tokens[verb.index + 1 :] if t.pos != "ADV" or t.lower in _SIDES]
    ends = len(behind) == 1 or (len(behind) > 1 and behind[1].pos in ("PUNCT", "CCONJ"))
    return bool(behind) and behind[0].lower in _SIDES and ends

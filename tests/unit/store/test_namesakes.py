"""People of one name: apart where the texts call them by other trades, and the reason is told."""

import pytest

from hand_made import entity
from kg.extraction import extract
from kg.model import Document
from kg.resolve.across import clusters
from kg.resolve.across_why import why_same

SENATOR = entity("Jane Miller", cues=("role:senator",))
SINGER = entity("Jane Miller", cues=("role:chanteuse",))
BARE = entity("Anne Dubois")


def test_why_says_which_cues_keep_namesakes_apart() -> None:
    everyone = frozenset([SENATOR, SINGER, BARE])
    (row,) = why_same([SENATOR, SINGER], [SENATOR, SINGER], everyone)
    assert (row["same"], row["reason"]) == (False, "kept apart: role:senator against role:chanteuse")
    (row,) = why_same([SENATOR], [BARE], everyone)
    assert (row["same"], row["reason"]) == (False, "no rule joins them")


@pytest.mark.models
def test_appositions_and_offices_tell_namesakes_apart() -> None:
    texts = (
        "Paul Martin, le maire de Lyon, a soutenu le projet.",
        "Paul Martin, un joueur de football de 19 ans, a été arrêté à Nice.",
        "Paul Martin, le maire de Lyon, a critiqué Renault.",
    )
    found = [
        one
        for number, text in enumerate(texts)
        for one in extract(Document.create(text, "fr", str(number), published="2016-03-10")).entities
        if one.name == "Paul Martin"
    ]
    mayor, player, again = (clusters(found)[one] for one in found)
    assert mayor == again != player

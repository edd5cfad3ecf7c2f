"""A quotation is right by its words, its place and its speaker."""

from pathlib import Path

import pytest

from kg.evaluate import Tally, score
from kg.model import Fact
from kg.model.codec import Json
from unit.evaluate.annotated import SAID, extracted, fact, gold, span

TOLD, MET = "She said: “the bridge will open in May”", "Anne Dubois met Omar Haddad"


def quotes(speaker: str | None) -> list[Json]:
    place = span(SAID)
    return [{"text": "the bridge will … open in May", "speaker": speaker, "start": place.start, "end": place.end}]


def said(speaker: str, words: str = SAID, why: str = TOLD) -> Fact:
    return fact("stated", speaker, None, why, quote=words)


@pytest.mark.parametrize(
    ("found", "tally"),
    [
        ([said("Anne Dubois")], Tally(1, 0, 0)),
        ([said("Anne Dubois", "the bridge will open")], Tally(1, 0, 0)),
        ([said("Omar Haddad")], Tally(0, 1, 1)),
        ([said("Anne Dubois", "quite other words")], Tally(0, 1, 1)),
        ([said("Anne Dubois", why=MET)], Tally(0, 1, 1)),
        ([], Tally(0, 0, 1)),
    ],
)
def test_words_place_and_speaker_decide(tmp_path: Path, found: list[Fact], tally: Tally) -> None:
    assert score(gold(tmp_path, quotes=quotes("anne")), extracted(*found)).tallies["quotes"] == tally


def test_whoever_is_named_where_nobody_can_tell_is_wrong(tmp_path: Path) -> None:
    listed = gold(tmp_path, quotes=quotes(None))
    assert score(listed, extracted(said("Anne Dubois"))).tallies["quotes"] == Tally(0, 1, 0)
    assert score(listed, extracted()).tallies["quotes"] == Tally(0, 0, 0)


def test_without_annotated_quotations_none_is_counted(tmp_path: Path) -> None:
    listed = gold(tmp_path)
    bare = type(listed)(listed.path, "text.txt", "en", None, listed.entities)
    assert "quotes" not in score(bare, extracted(said("Anne Dubois"))).tallies

"""What a worker sends, in whatever pieces it comes."""

import asyncio
import itertools
import json
from collections.abc import Callable, Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.serve.body import Body
from kg.serve.frames import BEGIN, DATA, END, REFUSED, frame
from kg.serve.line import Gone, Line
from kg.serve.refusal import Refusal

ANSWER = frame(BEGIN, b"text/csv") + frame(DATA, b"a,b\n") + frame(DATA, b"1,2\n") + frame(END)
REFUSAL = frame(REFUSED, json.dumps({"status": 400, "message": "broken", "hint": ""}).encode())


def answered(send: Callable[[Line], object], *, limit: int = 100) -> tuple[Line, Body]:
    """Return the line and the body once an answer has come; raises what the line raises."""

    async def asked() -> tuple[Line, Body]:
        line, body = Line(), Body(limit)
        end = line.expect(body)
        send(line)
        await asyncio.wait_for(end, 5)
        return line, body

    return asyncio.run(asked())


def pieces(data: bytes, cuts: Iterable[int]) -> list[bytes]:
    places = [0, *sorted(cuts), len(data)]
    return [data[start:end] for start, end in itertools.pairwise(places)]


@given(st.sets(st.integers(1, len(ANSWER) - 1)))
def test_an_answer_may_come_in_any_pieces(cuts: set[int]) -> None:
    line, body = answered(lambda line: [line.data_received(piece) for piece in pieces(ANSWER, cuts)])
    assert (body.media_type, body.whole()) == ("text/csv", b"a,b\n1,2\n")
    assert line.done


@given(st.sets(st.integers(1, len(REFUSAL) - 1)))
def test_a_refusal_is_raised(cuts: set[int]) -> None:
    with pytest.raises(Refusal, match="broken"):
        answered(lambda line: [line.data_received(piece) for piece in pieces(REFUSAL, cuts)])


def test_an_answer_too_large_is_refused_and_the_line_not_free() -> None:
    lines = list[Line]()

    def send(line: Line) -> None:
        lines.append(line)
        line.data_received(frame(BEGIN, b"text/csv") + frame(DATA, b"12345"))

    with pytest.raises(Refusal, match="larger"):
        answered(send, limit=4)
    assert not lines[0].done
    lines[0].data_received(frame(DATA, b"6") + frame(END))  # What still comes meets nobody.
    assert lines[0].done


def test_a_line_that_breaks_says_so_now_and_later() -> None:
    lines = list[Line]()

    def send(line: Line) -> None:
        lines.append(line)
        line.data_received(ANSWER[:20])
        line.connection_lost(None)

    with pytest.raises(Gone):
        answered(send)

    async def again() -> None:
        await lines[0].expect(Body(9))

    with pytest.raises(Gone):
        asyncio.run(again())


def test_a_line_that_was_given_up_is_not_free_before_its_answer_has_come() -> None:
    lines = list[Line]()

    def send(line: Line) -> None:
        lines.append(line)
        line.give_up()

    with pytest.raises(TimeoutError):
        answered(send)
    assert not lines[0].done

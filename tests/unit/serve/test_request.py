"""Parameters as browsers and libraries encode them."""

from urllib.parse import parse_qsl, quote, urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.serve.protocol import pairs
from kg.serve.refusal import Refusal

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)


@given(st.lists(st.tuples(TEXTS, TEXTS), max_size=5))
def test_what_was_encoded_is_read(wanted: list[tuple[str, str]]) -> None:
    assert pairs(urlencode(wanted).encode()) == wanted
    assert pairs("&".join(f"{quote(name)}={quote(value)}" for name, value in wanted).encode()) == wanted


@given(st.text(st.sampled_from("ab=&+%41%C3%A9;? "), max_size=30))
def test_parameters_are_read_as_the_standard_library_reads_them(encoded: str) -> None:
    try:
        wanted = parse_qsl(encoded, keep_blank_values=True, errors="strict")
    except ValueError:
        with pytest.raises(Refusal):
            pairs(encoded.encode())
    else:
        assert pairs(encoded.encode()) == wanted


@pytest.mark.parametrize("encoded", [b"a=%FF", b"%C3=b", b"a=\xff", b"&".join([b"a=b"] * 1001)])
def test_broken_or_too_many_parameters_are_refused(encoded: bytes) -> None:
    with pytest.raises(Refusal) as refused:
        pairs(encoded)
    assert refused.value.status == 400

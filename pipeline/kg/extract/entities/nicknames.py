"""Holds which first names English short forms stand for."""

from typing import Final

_PAIRS: Final = """
al:albert,alan,alfred alex:alexander,alexandra andy:andrew art:arthur becky:rebecca ben:benjamin bert:albert,robert
beth:elizabeth betty:elizabeth bill:william billy:william bob:robert bobby:robert charlie:charles chris:christopher
dan:daniel danny:daniel dave:david dick:richard don:donald ed:edward,edwin eddie:edward fred:frederick greg:gregory
jack:john jake:jacob jen:jennifer jenny:jennifer jerry:gerald,jeremiah jim:james jimmy:james joe:joseph joey:joseph
johnny:john jon:jonathan kate:katherine,catherine kathy:katherine,kathleen ken:kenneth larry:lawrence liz:elizabeth
maggie:margaret matt:matthew meg:margaret mick:michael mike:michael nate:nathan,nathaniel nick:nicholas pat:patrick
peggy:margaret pete:peter phil:philip,phillip rick:richard rob:robert ron:ronald sam:samuel,samantha sandy:sandra
steve:stephen,steven sue:susan ted:edward,theodore tim:timothy tom:thomas tommy:thomas tony:anthony vicky:victoria
will:william zach:zachary
"""
NICKNAMES: Final = {
    short: tuple(formal.split(",")) for short, _, formal in (pair.partition(":") for pair in _PAIRS.split())
}

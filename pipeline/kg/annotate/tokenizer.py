"""The French tokenizer's rule for words with a hyphen, without the two seconds that its expression takes to compile.

The model ships 266 alternatives, each with classes of hundreds of letters. Here they hold those that French is spelt
with; for a word with others each alternative is compiled as it is when such a word first comes near it: with any
character in place of such a class it must match.
"""

import re
from collections.abc import Callable, Iterable
from functools import cache, lru_cache
from pathlib import Path
from typing import Final

import srsly  # type: ignore[import-untyped]

_HEAD: Final = "(?iu)(?:"
_BETWEEN: Final = ")|(?:"
_LETTERS: Final = re.compile(r"\[[^\]]{100,}\]")
_CHARACTERS: Final = (
    "ABCDEFGHIJKLMNOPQRSTUVWXYZÀÂÄÆÇÈÉÊËÎÏÔÖÙÛÜŒabcdefghijklmnopqrstuvwxyzàâäæçèéêëîïôöùûüœ0123456789'’-"
)
_SHAPES: Final = (r"[^\W\d_]", r"\D")  # of these characters: the letters, all but the digits
_JOINT: Final = re.compile("[-–—‐‑'’]").search  # each alternative has one
_ODD: Final = re.compile(r"[^\w\s'’\u0100-\U0010ffff-]").search  # « :-) », which none holds
_FRENCH: Final = re.compile(f"[{_CHARACTERS}]*\\Z").match
_RULE: Final = "token_match"
# Nouns of the press that the model's rule cuts in three: « la start-up Novatel ».
_PRESS: Final = re.compile(
    r"(?:start|pop|black|check|hold|stand|make)-(?:up|out|in|by)s?\Z"
    r"|(?:joint-venture|best-seller|spin-off|talk-show|box-office|check-list|fast-food|prime-time|play-off|hit-parade)s?\Z"
    r"|(?:long|court|moyen)s?-métrages?\Z|P-?DG\Z|Ex-PDG\Z",
    re.IGNORECASE,
).match
# The parser learnt from texts in which compounds are one word: « attentat-suicide », « russo-américain », « Celle-ci ».
# Pronouns behind their verb are words of their own (« dit-il », « a-t-on »), and so are the parts of names (« Kim
# Jong-un »), which begin with a capital.
_COMPOUND: Final = re.compile(
    r"[a-zà-ÿœ]{3,}(?:-(?!t-|(?:je|tu|ils?|elles?|on|nous|vous|ce|ci|là|moi|toi|lui|leur|l[ae]s?|y|en)\Z)[a-zà-ÿœ]{3,})+\Z"
    r"|[Cc](?:elui|elle|eux|elles)-(?:ci|là)\Z"
    r"|(?:[Cc]ents?|[Mm]ille|[Dd]eux|[Tt]rois|[Qq]uatre|[Cc]inq|[Ss]ix|[Ss]ept|[Hh]uit|[Nn]euf)(?:-(?:cents?|mille|vingts?|et"
    r"|une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|trente|quarante"
    r"|cinquante|soixante))+\Z"  # « Cent-vingt-trois »
).match


def without_rule(file: Path) -> tuple[bytes, str]:
    """Return a tokenizer's stored form without the rule of words that stay whole, and that rule."""
    data = srsly.msgpack_loads(file.read_bytes())
    rule = data.pop(_RULE, None) or ""
    return srsly.msgpack_dumps(data), str(rule)


def whole_word(rule: str) -> Callable[[str], re.Match[str] | None]:
    """Return what matches the same words as the rule, from its beginning."""
    if not rule.startswith(_HEAD) or not rule.endswith(")"):
        return re.compile(rule).match
    parts = rule.removeprefix(_HEAD)[:-1].split(_BETWEEN)
    joined = all(_JOINT(_LETTERS.sub("", part)) for part in parts)
    french = _any_of(_LETTERS.sub(_spelt, part) for part in parts)
    foreign = _matcher(parts)

    @lru_cache(1 << 15)  # a text asks for the same words again and again
    def match(word: str) -> re.Match[str] | None:
        if joined and (not _JOINT(word) or _ODD(word)):
            return None
        return french(word) if _FRENCH(word) else foreign(word)

    return match


def _spelt(letters: re.Match[str]) -> str:
    return _shape(letters[0])


@cache
def _shape(letters: str) -> str:
    """Return what matches those of the French characters that are in a class: the shortest to compile."""
    held = re.compile(f"(?iu){letters}").match
    members = [character for character in _CHARACTERS if held(character)]
    shapes = (shape for shape in _SHAPES if [c for c in _CHARACTERS if re.match(shape, c)] == members)
    return next(shapes, f"[{''.join(members)}]")


def _any_of(parts: Iterable[str]) -> Callable[[str], re.Match[str] | None]:
    return re.compile(f"(?ius)(?:{'|'.join(f'(?:{part})' for part in parts)})").match


def _matcher(parts: list[str]) -> Callable[[str], re.Match[str] | None]:
    """Return what matches words of any script."""
    near = [_LETTERS.sub(".", part) for part in parts]
    any_near = cache(lambda: _any_of(near))
    compiled = cache(re.compile)

    def match(word: str) -> re.Match[str] | None:
        if any_near()(word) is None:
            return None
        for part, wide in zip(parts, near, strict=True):
            if compiled(f"(?ius){wide}").match(word) and (found := compiled(f"(?iu){part}").match(word)):
                return found
        return None

    return match


def with_compounds(rule: Callable[[str], re.Match[str] | None]) -> Callable[[str], re.Match[str] | None]:
    """Return what matches also the compounds that the model's rule cuts in three."""
    return lambda word: ("-" in word and (_PRESS(word) or _COMPOUND(word))) or rule(word)

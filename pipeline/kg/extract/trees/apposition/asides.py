"""Finds where the words go on after a name: behind its brackets and its comma, after an age."""

from collections.abc import Iterator

from kg.model.annotation import Sentence, Token

_ASIDE = 14  # tokens between brackets


def comma_behind(sentence: Sentence, name: Token) -> int | None:
    """Return where the comma behind a name stands, or behind its brackets: « Jean Dubois (PS), maire de »."""
    after = sentence.tokens[name.index + 1]
    if after.text == "(":
        closed = next((t for t in sentence.tokens[after.index : after.index + _ASIDE] if t.text == ")"), after)
        after = next(iter(sentence.tokens[closed.index + 1 : closed.index + 2]), after)
    return after.index if after.text == "," and after.index + 1 < len(sentence.tokens) else None


def behind_names(sentence: Sentence) -> Iterator[tuple[Token, Token, Token]]:
    """Yield each word with the comma or bracket and the word behind it: « Jean Dubois (PS), accusé de »."""
    for name, mark, word in zip(sentence.tokens, sentence.tokens[1:], sentence.tokens[2:], strict=False):
        yield name, mark, word
        comma = comma_behind(sentence, name) if mark.text == "(" and name.name is not None else None
        if comma is not None:
            yield name, sentence.tokens[comma], sentence.tokens[comma + 1]


def after_age(sentence: Sentence, start: int) -> int:
    """Return where the words go on after the age that begins at an index: « , 54 ans, maire », ", 54, mayor".

    So after « deux fois ».
    """
    following = sentence.tokens[start : start + 3]
    if len(following) > 1 and (following[1].lower == "fois" or following[0].lower == "until"):  # "until now"
        return start + 2
    if len(following) < 2 or following[0].pos != "NUM":
        return start
    comma = start + 1 + (following[1].lower in ("ans", "years"))
    return comma + 1 if comma < len(sentence.tokens) and sentence.tokens[comma].text == "," else start

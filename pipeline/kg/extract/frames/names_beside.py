"""Finds the names that stand bare beside a trigger, most of them in titles: parties, chambers, states."""

import re
from typing import Final

from kg.extract.frames.load import load_frames
from kg.extract.frames.site import Site
from kg.extract.grammar.prepositions import preposition
from kg.extract.grammar.voice import hyphened
from kg.extract.reading import Reading
from kg.model.annotation import Token


def party(reading: Reading, site: Site) -> list[Token]:
    """Return the party whose name stands bare beside a title: « la députée PS de Lyon », "Senator Jane Miller (R)"."""
    beside = site.sentence.children(site.token, "appos", "nmod", "flat", "amod", "dep", "compound")
    bare = [t for t in beside if t.name is not None and not preposition(site.sentence, t)]
    bare = [t for t in bare if not any(site.sentence.children(t, "det"))]  # « Jean Dubois, ministre, la Ligue et … »
    if site.token.plural:  # « les députés A (LR) et B (PS) »: in brackets it is the party of the name before
        bare = [t for t in bare if site.sentence.tokens[t.index - 1].text != "("]
    kinds = reading.kinds
    return [t for t in bare if any(kinds.get(r.entity) == "party" for r in reading.referents(site.sentence, t))]


# "U.S. District Judge", "U.S. attorney": of a district, not of the land
_FEDERAL: Final = ("U.S.", "US")
_OF_UNIONS: Final = ("minister", "secretary")
_OF_DISTRICTS: Final = ("judge", "magistrate", "attorney", "marshal")


def compound(site: Site) -> list[Token]:
    """Return the name before an English title: "Novatel chief executive", "Novatel competition chief"."""
    beside = list(site.sentence.children(site.token, "compound", "nmod:poss"))
    below = [t for noun in beside if noun.name is None for t in site.sentence.children(noun, "compound", "amod")]
    below += [t for noun in below if noun.name is None for t in site.sentence.children(noun, "compound")]
    apart = [t for t in below if site.sentence.tokens[t.index - 1].text != "-"]  # "pro-Beijing district councillor"
    named = [t for t in (*beside, *apart) if t.name is not None and not _portfolio(t, site.token)]
    union = site.token.lower in _OF_UNIONS  # "Union Home Minister": of India, which has no name here
    free = (t for t in named if not (t.text in _FEDERAL and site.token.lower in _OF_DISTRICTS))
    return [t for t in free if not (t.text == "Union" and union)][:1]


def _portfolio(name: Token, noun: Token) -> bool:
    """Tell a part of a title that was taken for a name: "Interior Minister"."""
    triggers = load_frames("en").nouns.get(name.lower, ())
    return any(trigger.rest == (noun.lower,) for trigger in triggers)


def chamber(reading: Reading, site: Site) -> list[Token]:
    """Return the name before a title that is no party's: "Bristol councillor", not "Labour councillor"."""
    found = ((t, [r.entity for r in reading.referents(site.sentence, t)]) for t in compound(site))
    return [token for token, who in found if not any(_is_party(reading, one) for one in who)]


def _is_party(reading: Reading, identifier: str) -> bool:
    return reading.kinds.get(identifier) == "party" or reading.entities[identifier].name.endswith(" Party")


def hyphened_name(site: Site) -> list[Token]:
    """Return the name that a participle is joined to: "the Berlin-based firm"."""
    before = hyphened(site.sentence, site.token)
    return [before] if before is not None and before.name is not None else []


_LETTER: Final = re.compile(r",? ?\(?(?:R|D|I|GOP)-")


def state_behind(reading: Reading, site: Site) -> list[Token]:
    """Return the state behind the letter of the party: "Sen. Jane Miller (R-Texas)"."""
    for holder in site.sentence.children(site.token, "appos"):
        letter = _LETTER.match(reading.text, holder.span.end) if holder.name is not None else None
        if letter is not None:
            return [t for t in site.sentence.tokens[holder.index :] if t.span.start == letter.end()]
    return []

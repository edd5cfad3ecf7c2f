"""Finds the names that stand bare beside a trigger, most of them in titles: parties, chambers, states."""

import re
from typing import Final

from kg.extract.frames.load import load_frames
from kg.extract.frames.site import Site
from kg.extract.grammar.coordination import conjuncts
from kg.extract.grammar.prepositions import preposition
from kg.extract.grammar.voice import hyphened
from kg.extract.reading import Reading
from kg.lexicon.peoples import parties
from kg.lexicon.tables import fold, regions
from kg.model import EntityType
from kg.model.annotation import Token


def party(reading: Reading, site: Site) -> list[Token]:
    """Return the party whose name stands bare beside a title: « la députée PS de Lyon », "Senator Jane Miller (R)"."""
    beside = [*site.sentence.children(site.token, "appos", "nmod", "flat", "amod", "dep", "compound")]
    chambers = (t for t in beside if t.dep == "compound" and t.name is not None)
    before = [t for one in chambers for t in site.sentence.children(one, "compound")]  # "Labor Senate leader"
    bare = [t for t in (*beside, *before) if t.name is not None and not preposition(site.sentence, t)]
    bare = [t for t in bare if not any(site.sentence.children(t, "det"))]  # « Jean Dubois, ministre, la Ligue et … »
    if site.token.plural:  # « les députés A (LR) et B (PS) »: in brackets it is the party of the name before
        bare = [t for t in bare if site.sentence.tokens[t.index - 1].text != "("]
    return [t for t in bare if any(_party_of(reading, site, t, r.entity) for r in reading.referents(site.sentence, t))]


# "U.S. District Judge", "U.S. attorney": of a district, not of the land
_FEDERAL: Final = ("U.S.", "US")
_OF_UNIONS: Final = ("minister", "secretary")
_OF_DISTRICTS: Final = ("judge", "magistrate", "attorney", "marshal")


def compound(site: Site) -> list[Token]:
    """Return the name before an English title: "Novatel chief executive", "Novatel competition chief"."""
    beside = list(site.sentence.children(site.token, "compound", "nmod:poss"))
    below = [t for noun in beside if noun.name is None for t in site.sentence.children(noun, "compound", "amod")]
    below += [t for noun in below if noun.name is None for t in site.sentence.children(noun, "compound")]
    sided = [t for t in site.sentence.children(site.token, "amod", "compound") if t.text in parties("en")]
    below += [t for word in sided for t in site.sentence.children(word, "compound")]  # "Senate Republican leader"
    apart = [t for t in below if site.sentence.tokens[t.index - 1].text != "-"]  # "pro-Beijing district councillor"
    named = [t for t in (*beside, *apart) if t.name is not None and not _portfolio(t, site.token)]
    union = site.token.lower in _OF_UNIONS  # "Union Home Minister": of India, which has no name here
    free = (t for t in named if not (t.text in _FEDERAL and site.token.lower in _OF_DISTRICTS))
    held = [t for t in free if not (t.text == "Union" and union)]
    return ([t for t in held if t not in sided] or held)[:1]


def right_before(site: Site) -> list[Token]:
    """Return the name that stands right before a noun, whoever else has it: "Novatel's Dublin headquarters"."""
    before = site.sentence.tokens[min(t.index for t in (site.token, *site.words)) - 1]
    beside = site.sentence.children(site.token, "compound", "amod", "nmod")
    return [before] if before.name is not None and any(t is before for t in beside) else []


def _portfolio(name: Token, noun: Token) -> bool:
    """Tell a part of a title that was taken for a name: "Interior Minister"."""
    triggers = load_frames("en").nouns.get(name.lower, ())
    return any(trigger.rest == (noun.lower,) for trigger in triggers)


def chamber(reading: Reading, site: Site) -> list[Token]:
    """Return the name before a title that is no party's: "Bristol councillor", not "Labour councillor"."""
    found = ((t, [r.entity for r in reading.referents(site.sentence, t)]) for t in compound(site))
    return [token for token, who in found if not any(_is_party(reading, site, token, one) for one in who)]


def _is_party(reading: Reading, site: Site, name: Token, identifier: str) -> bool:
    if name.text in parties(reading.language):
        return True
    headed = site.token.lower == "president" and name.dep == "compound"  # "BJP president Jane Miller" heads the party
    named = reading.entities[identifier].name.endswith(" Party")
    return not headed and (named or _party_of(reading, site, name, identifier))


def _party_of(reading: Reading, site: Site, name: Token, identifier: str) -> bool:
    """Tell a known party, and in English one that a legislator has: "PiS lawmaker", not "Bundestag lawmaker"."""
    known, entity = reading.kinds.get(identifier), reading.entities[identifier]
    if known is not None or reading.language != "en" or site.token.lower.removesuffix("s") not in _LEGISLATORS:
        return known == "party"
    bare = entity.type is EntityType.ORGANIZATION and name.text not in parties("en")
    return bare and name.dep == "compound" and not {*fold(entity.name).split()} & _CHAMBERS


def hyphened_name(site: Site) -> list[Token]:
    """Return the name that a participle is joined to: "the Berlin-based firm"."""
    before = hyphened(site.sentence, site.token)
    return [before] if before is not None and before.name is not None else []


_LEGISLATORS: Final = frozenset("lawmaker legislator mp mep msp mla senator councillor councilor politician".split())
_CHAMBERS: Final = frozenset(
    """assembly council parliament senate congress house commons lords chamber bundestag bundesrat knesset diet duma
    rada dail seanad storting sejm riksdag folketing cortes lok rajya sabha legco legislature city county state district
    borough committee government""".split()
)
_LETTER: Final = re.compile(r",? ?\(?(?:R|D|I|GOP)-")
_UNALIGNED: Final = ("independent", "independents")


def state_behind(reading: Reading, site: Site) -> list[Token]:
    """Return the state with the party of who sits for it: "Sen. Jane Miller (R-Texas)", ", an Ohio Republican,".

    Of several each has a state: "Reps. Jane Miller (R-Texas) and John Carter (D-Ohio)".
    """
    sentence = site.sentence
    named = [t for t in sentence.children(site.token, "appos") if t.name is not None]
    holders = [t for first in named for t in conjuncts(sentence, first)] if site.token.plural else named
    states = [found for holder in holders if (found := _state_of(reading, site, holder)) is not None]
    return states[: 1 if not site.token.plural else None] if len(states) == len(holders) else []


def _state_of(reading: Reading, site: Site, holder: Token) -> Token | None:
    """Return Texas of "Jane Miller (R-Texas)", Ohio of "Jane Miller, an Ohio Republican"; of several of "A of Ohio"."""
    sentence = site.sentence
    letter = _LETTER.match(reading.text, holder.span.end)
    if letter is not None:
        return next((t for t in sentence.tokens[holder.index :] if t.span.start == letter.end()), None)
    alone = () if site.token.plural else sentence.children(site.token, "appos")
    beside = [t for t in (*sentence.children(holder, "appos"), *alone) if _partisan(t)]
    of = [holder, *beside] if site.token.plural else beside
    behind = [t for word in of for t in sentence.children(word, "nmod") if preposition(sentence, t) in ("from", "of")]
    before = [t for word in beside for t in sentence.children(word, "compound")]
    return next((t for t in (*before, *behind) if t.text in regions()), None)


def _partisan(word: Token) -> bool:
    return not word.plural and (word.text in parties("en") or word.lower in _UNALIGNED)

"""Reads of which party somebody is off the word for its people: "Guidry, a Republican", "the Tory candidate".

Papers also put letters after the name: "Sen. Jane Miller, D-Ore.," · "Jane Miller (R-Texas)" · "Jane Miller (Lab)".
"""

import re
from collections.abc import Iterator
from typing import Final

from kg.extract.coreference.compatriots import counted_partisans
from kg.extract.entities.cluster import WIKIDATA
from kg.extract.entities.keys import name_key
from kg.extract.frames.load import load_frames
from kg.extract.grammar.coordination import conjuncts
from kg.extract.grammar.negation import negated
from kg.extract.grammar.subjects import surface_subject
from kg.extract.neighbours.tell import Rule, both, fact_of, told_of
from kg.extract.participants.words import expand
from kg.extract.reading import Reading
from kg.lexicon.known import known_by_key
from kg.lexicon.peoples import parties, party_contexts
from kg.model import Entity, EntityType, Fact, Participant, Span
from kg.model.annotation import Sentence, Token
from kg.model.ids import entity_id

CONFIDENCE: Final = 0.75
# what stands before the word where a party's members in a chamber are meant: "the Senate Republican leader"
HOUSES: Final = ("Senate ", "House ", "Representatives ", "Delegates ", "Assembly ", "Congress ")
_WORK: Final = ("Labour", "Labor")
_CHARGED: Final = ("Minister", "Secretary", "Commissioner", "Department", "Ministry")
_LETTER: Final = re.compile(r"(?:, | \()([DR])(?:-[A-Z][\w. ]{1,20}?)?(?=[,)])| \((Lab|Con|Green)\)")
_SHORTEST: Final = 4  # "Cons"
_AROUND: Final = 30  # code points


def memberships(reading: Reading, version: str) -> Iterator[Fact]:
    """Yield a `memberOf` fact for each person of whom the text says so, once for each party."""
    told: set[tuple[str, str]] = set()
    for sentence in reading.annotation.sentences:
        for token in sentence.tokens:
            by_name = (
                (*_by_name(reading, sentence, token), *_in_brackets(reading, sentence, token))
                if token.name is not None
                else ()
            )
            for who, party, span in (
                *by_name,
                *_by_word(reading, sentence, token),
                *_by_letter(reading, sentence, token),
            ):
                if who.id and who.type is EntityType.PERSON and (who.id, party.id) not in told:
                    told.add((who.id, party.id))
                    yield _fact(reading, sentence, who, party, span, version)


def _by_word(reading: Reading, sentence: Sentence, token: Token) -> Iterator[tuple[Participant, Entity, Span]]:
    key = _key(reading, token, sentence.head(token))
    if key is None or negated(sentence, token):  # « je ne suis pas socialiste »
        return
    for holder in _holders(reading, sentence, token):
        # « Anne Dubois et Paul Martin, députés PS », « les socialistes Anne Dubois et Paul Martin »
        several = token.plural if holder.head == token.index else holder.name is None and holder.plural
        several = several or (token.plural and (_of_all(sentence, token) or _before_all(sentence, token, holder)))
        for who in expand(reading, sentence, holder)[: None if several else 1]:
            yield who, _party(reading, key), token.span


def _holders(reading: Reading, sentence: Sentence, token: Token) -> list[Token]:
    """Return the words for those who are of the party that a word tells of."""
    head = sentence.head(token)
    if any(sentence.children(token, "cop")):
        return list(sentence.children(token, "nsubj"))
    behind = [*_named_behind(reading, sentence, token), *_examples(sentence, token)]
    if behind or head is None:
        return [*behind, *(_fellows(sentence, token) if reading.language == "en" else ())]
    if token.dep == "appos":
        return [head]
    many = token.dep == "nmod:poss" and token.plural and reading.language == "en"  # "the Greens' Jane Miller"
    joined = many or token.dep.partition(":")[0] in ("compound", "amod")
    beside = _placed(reading, token, head) and joined
    named = beside and (head.name is not None or _politician(reading, head))
    return [head, *_fellows(sentence, head)] if named else []


def _of_all(sentence: Sentence, word: Token) -> bool:
    """Tell "Jane Miller and John Carter, both Democrats"."""
    return any(t.lower in ("all", "both") for t in sentence.children(word, "det", "cc:preconj", "advmod", "amod"))


def _fellows(sentence: Sentence, other: Token) -> list[Token]:
    """Return who is of the same party as "fellow Republican Jane Miller": whoever she is joined to, or the subject."""
    if not any(t.lower == "fellow" for t in sentence.children(other, "amod", "compound")):
        return []
    above = sentence.head(other)
    if other.dep == "conj" and above is not None:
        return [above]
    while above is not None and above.pos not in ("VERB", "AUX"):
        above = sentence.head(above)
    subjects = [] if above is None else surface_subject(sentence, above)
    return [t for t in subjects if t.index < other.index][:1]


def _before_all(sentence: Sentence, word: Token, first: Token) -> bool:
    """Tell "Republicans Jane Miller and John Carter"; "and Labour's Paul Reed" is of another party."""
    others = conjuncts(sentence, first)
    return word.dep == "compound" and not any(any(sentence.children(t, "nmod:poss")) for t in others)


def _examples(sentence: Sentence, word: Token) -> Iterator[Token]:
    """Yield those named behind "Democrats such as", "several Republicans, including"."""
    for child in sentence.children(word, "nmod", "appos", "obl") if word.plural else ():
        cases = {t.lower for t in sentence.children(child, "case")}
        if cases & {"including", "like"} or ("as" in cases and child.index > word.index + 2):
            yield child


def _named_behind(reading: Reading, sentence: Sentence, word: Token) -> Iterator[Token]:
    """Yield the person named behind: « la péquiste Anne Dubois », "Democrat Jane Miller", "one Republican, A,"."""
    counted = counted_partisans(reading, sentence, word)
    for child in sentence.children(word, "appos"):
        if child.index == word.index + 1 + counted and child.name is not None:
            yield child


def _by_name(reading: Reading, sentence: Sentence, token: Token) -> Iterator[tuple[Participant, Entity, Span]]:
    """Yield « l'UMP Anne Dubois », "Jane Miller, a Liberal Democrat,": a party's name stands for one of its people."""
    head = sentence.head(token)
    one = any(c.lower in ("a", "an") for c in sentence.children(token, "det"))
    beside = token.dep == "amod" if reading.language == "fr" else token.dep == "appos" and one
    behind = _one_named(sentence, token) if reading.language == "en" and not beside else None
    behind = behind or (_speaks_for(sentence, token) if reading.language == "en" and not beside else None)
    head, beside = (behind, True) if behind is not None else (head, beside)
    seated = reading.language == "en" and token.dep == "compound" and head is not None and _politician(reading, head)
    if not (beside or seated) or head is None or (head.name is None and not seated) or _body(reading, sentence, token):
        return
    key = parties(reading.language).get(token.text)
    for party in reading.referents(sentence, token)[:1]:
        for who in expand(reading, sentence, head)[:1]:
            yield who, reading.entities[party.entity] if key is None else _party(reading, key), token.span


def _in_brackets(reading: Reading, sentence: Sentence, token: Token) -> Iterator[tuple[Participant, Entity, Span]]:
    """Yield the party right behind a description of somebody: « L'élu (LR) rejette ces accusations »."""
    around = [t.text for t in sentence.tokens[token.index - 1 : token.index + 2 : 2]] if token.index > 1 else []
    if around != ["(", ")"]:
        return
    noun = sentence.tokens[token.index - 2]
    if noun.name is not None or noun.pos != "NOUN" or noun.plural or not _politician(reading, noun):
        return
    for party in reading.referents(sentence, token)[:1]:
        if reading.kinds.get(party.entity) == "party":
            for who in expand(reading, sentence, noun)[:1]:
                yield who, reading.entities[party.entity], token.span


def _one_named(sentence: Sentence, token: Token) -> Token | None:
    """Return the name behind "a Liberal Democrat, Sarah Dyke", of whatever the parser hangs it."""
    after = sentence.tokens[token.index + 1 : token.index + 3]
    article = sentence.tokens[token.index - 1].lower if token.index else ""
    named = article in ("a", "an") and len(after) > 1 and after[0].text == "," and after[1].name is not None
    return after[1] if named and {token.head, after[1].head} & {token.index, after[1].index} else None


def _speaks_for(sentence: Sentence, party: Token) -> Token | None:
    """Return Jane Miller of "Jane Miller, for the Greens, said": between commas stands whose she is."""
    before = sentence.tokens[max(0, party.index - 4) : party.index]
    words = [t.lower for t in before if t.lower != "the"][-2:]
    closed = [t.text for t in sentence.tokens[party.index + 1 : party.index + 2]] == [","]
    name = before[0] if words == [",", "for"] and before else None
    name = name if name is None or name.text != "," else sentence.tokens[name.index - 1]
    return name if name is not None and name.name is not None and closed else None


def _body(reading: Reading, sentence: Sentence, token: Token) -> bool:
    """Tell in English a name that is no party's: "Jane Miller, a Novatel", which nobody is."""
    kinds = {reading.kinds.get(r.entity) for r in reading.referents(sentence, token)}
    return reading.language != "fr" and kinds != {"party"}


def _key(reading: Reading, token: Token, head: Token | None) -> str | None:
    """Return the key of the party whose people a word calls so; a Labour Minister may be of any."""
    if len(token.text) < 2 or (token.text in _WORK and head is not None and head.text in _CHARGED):
        return None
    many = reading.language == "fr" or (token.plural and len(token.text) > _SHORTEST)
    word = token.text.removesuffix("s").replace("Torie", "Tory").removeprefix("ex-") if many else token.text
    key = parties(reading.language).get(word)
    context = party_contexts(reading.language).get(word, ()) if key is not None else ()
    if key is None or not context:
        return key
    known = known_by_key().get(key)
    named = key if known is None else known.name
    small = reading.text.lower()
    return key if named in reading.text or any(sign in small for sign in context) else None


def _placed(reading: Reading, token: Token, head: Token) -> bool:
    """Tell whether an adjective stands where its language puts it: "the Tory MP", « le député socialiste »."""
    return token.index > head.index if reading.language == "fr" else token.index < head.index


def _politician(reading: Reading, noun: Token) -> bool:
    """Tell whether a noun is for people of parties: "the Tory candidate", not "a Republican donor"."""
    triggers = load_frames(reading.language).nouns.get(noun.lower.removeprefix("ex-"), ())
    return any("party" in functions for trigger in triggers for _, functions in trigger.roles)


def party_before(reading: Reading, sentence: Sentence, noun: Token) -> Entity | None:
    """Return the party whose word stands right before a noun: "Conservative chairman"."""
    for child in sentence.children(noun, "compound", "amod"):
        key = parties(reading.language).get(child.text) if len(child.text) > 1 and child.index < noun.index else None
        if key is not None and not _in_house(sentence, child):
            return _party(reading, key)
    return None


def _in_house(sentence: Sentence, word: Token) -> bool:
    """Tell "Senate Republican leader": who leads the party's members there does not lead the party."""
    before = sentence.tokens[max(0, word.index - 1)]
    return before.name is not None and f"{before.text} ".endswith(HOUSES)


def _by_letter(reading: Reading, sentence: Sentence, token: Token) -> Iterator[tuple[Participant, Entity, Span]]:
    match = _LETTER.match(reading.text, token.span.end, token.span.end + _AROUND) if token.name is not None else None
    letters = match[match.lastindex or 1] if match is not None else ""
    key = parties(reading.language).get(letters)
    if match is None or key is None:
        return
    for who in expand(reading, sentence, token)[:1]:
        yield who, _party(reading, key), Span(*match.span(match.lastindex or 1))


def _party(reading: Reading, party: str) -> Entity:
    """Return the party's entity: the one that the text names, else a new one that goes by its words there."""
    known = known_by_key().get(party)
    key = f"kb:{party}" if known is not None else name_key(party, EntityType.ORGANIZATION)
    identifier = entity_id(EntityType.ORGANIZATION.value, key, known.name if known is not None else party)
    same_as = (WIKIDATA + known.wikidata,) if known is not None and known.wikidata else ()
    name = party if known is None else known.aliases[0] if known.aliases and reading.language == "en" else known.name
    named = [e for e in reading.of_type(EntityType.ORGANIZATION) if known is None and e.name.startswith(f"{party} ")]
    if len(named) == 1:
        return named[0]  # « le député libéral » in a text about the Parti libéral du Québec
    words = [word for word, of in parties(reading.language).items() if of == party and len(word) > 1]
    aliases = tuple(word for word in words if re.search(rf"\b{word}s?\b", reading.text))
    return reading.entities.setdefault(
        identifier, Entity(identifier, EntityType.ORGANIZATION, name, key, aliases, same_as)
    )


def _fact(reading: Reading, sentence: Sentence, who: Participant, party: Entity, word: Span, version: str) -> Fact:
    rule = Rule("party", "memberOf", version, CONFIDENCE)
    beside = who.span is not None and sentence.span.contains(who.span)
    steps = (f"« {word.of(reading.text)} » is said of members of {party.name}",)
    evidence = both(word, who) if beside else word
    return fact_of(reading, rule, sentence, (who, told_of(party, word)), evidence, word, steps=steps)

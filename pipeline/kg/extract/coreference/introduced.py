"""Takes whom an English lead tells of without a name for the person whom the next sentence begins with.

"A former mayor of Derby was jailed on Friday. John Carter, 61, was convicted in January": the name, with the age that
papers give when they bring somebody in, stands where the lead had "a former mayor". So it does in "The head of Novatel
has resigned. Jane Miller, who had led the firm since 2019, said …".
"""

from typing import Final

from kg.extract.coreference.behind import note_description
from kg.extract.coreference.nouns import names_person
from kg.extract.coreference.salience import Salience
from kg.extract.frames.load import load_frames
from kg.extract.grammar.antecedents import RELATIVE_SUBJECT
from kg.extract.grammar.prepositions import with_preposition
from kg.extract.reading import Reading, Reference
from kg.model import EntityType
from kg.model.annotation import Sentence, Token

_LEAD: Final = 2  # last sentence that may be the lead, behind a headline and a line below it
_INDEFINITE: Final = ("a", "an")
_PAST: Final = ("former", "ex")
_TITLES: Final = frozenset("pc mr mrs ms miss dr sgt father rev sir dame".split())
_TRIED: Final = frozenset(
    """sentenced jailed convicted charged imprisoned acquitted cleared fined banned spared arrested accused indicted
    sacked dismissed suspended struck extradited freed released""".split()
)
_OFFICIAL: Final = ("prosecutors", "police", "authorities", "officials")  # "Police said Jane Miller, 46, …"
_IN_COURT: Final = frozenset(
    """court magistrates trial convicted sentenced jailed pleaded admitted guilty charged denied denies judge jury
    tribunal hearing remanded bail arrested prison appeared misconduct prosecutors""".split()
)
_LED: Final = frozenset(
    """led headed run ran chaired held been became become joined managed coached took taken served""".split()
)
_DEAD: Final = frozenset("died killed drowned dead".split())
_MALE: Final = frozenset("man boy father husband grandfather son brother priest businessman fireman policeman".split())
_FEMALE: Final = frozenset("woman girl mother wife grandmother daughter sister nun businesswoman actress".split())


def introduced_next(reading: Reading, sentence: Sentence, token: Token, salience: Salience) -> tuple[Reference, ...]:
    """Return the person whom the sentence behind the lead begins with, where the noun is what the lead is about."""
    if reading.language != "en" or sentence.index > _LEAD or sentence.inside is not None:
        return ()
    verb = sentence.head(token)
    holds = _holds_office(sentence, token)
    if verb is None or not token.dep.startswith("nsubj") or not (holds or _unnamed(sentence, token)):
        return ()
    after = reading.annotation.sentences[sentence.index + 1 : sentence.index + 2]
    first = _who_led if holds else _first_name
    name = first(reading, after[0]) if after and after[0].inside is None else None
    who = reading.names.get(name.name) if name is not None and name.name is not None else None
    if who is None or name is None or not _brought_in(reading, salience, who, token):
        return ()
    if not holds and not _alike(sentence, verb, after[0], alone=_alone(sentence, token)):
        return ()
    note_description(reading, sentence, token, who)
    return (Reference(who, "nominal", "named at the beginning of the next sentence", name.span),)


def _unnamed(sentence: Sentence, token: Token) -> bool:
    """Tell "a teacher", "the former director of a hospice": somebody new who has no name yet."""
    if token.plural or not names_person(token.lower, "en") or token.lower in RELATIVE_SUBJECT:
        return False
    if any(t.name is not None for t in sentence.children(token, "appos", "flat")):
        return False
    words = {t.lower for t in sentence.children(token, "det")}
    past = any(t.lower in _PAST for t in sentence.children(token, "amod"))
    return bool(words & {*_INDEFINITE}) or ("the" in words and (past or _of_unnamed(sentence, token)))


def _of_unnamed(sentence: Sentence, token: Token) -> bool:
    """Tell "the founder of a Minnesota nonprofit", who is as new as what he founded."""
    bodies = with_preposition(sentence, token, "of")
    return any(t.lower in _INDEFINITE for body in bodies for t in sentence.children(body, "det"))


def _holds_office(sentence: Sentence, token: Token) -> bool:
    """Tell "the leader of Leeds City Council", who holds one office and is not named."""
    if token.plural or not any(t.lower == "the" for t in sentence.children(token, "det")):
        return False
    if any(t.name is not None for t in sentence.children(token, "appos", "flat")) or "acting" in token.lower:
        return False
    of = any(t.name is not None for t in with_preposition(sentence, token, "of"))
    return of and any(trigger.relation == "holdsPosition" for trigger in load_frames("en").nouns.get(token.lower, ()))


def _who_led(reading: Reading, sentence: Sentence) -> Token | None:
    """Return the person's name that begins a sentence, behind it "who had led", "who has been" or "who became"."""
    tokens = [t for t in sentence.tokens[:9] if t.lower.rstrip(".") not in _TITLES]
    if len(tokens) < 5 or tokens[0].name is None or tokens[1].text != ",":
        return None
    at = 4 if tokens[2].text.isdigit() and tokens[3].text == "," else 2  # "Jane Miller, 54, who had led"
    if tokens[at].lower != "who" or not any(t.lower in _LED for t in tokens[at + 1 : at + 3]):
        return None
    return tokens[0] if reading.annotation.names[tokens[0].name].type is EntityType.PERSON else None


def _first_name(reading: Reading, sentence: Sentence) -> Token | None:
    """Return the person's name that begins a sentence, the age behind it."""
    said = next((t.index + 1 for t in sentence.tokens[1:4] if t.lower == "said"), 0)
    start = said if said and sentence.tokens[said - 2].lower in _OFFICIAL else 0
    tokens = [t for t in sentence.tokens[start : start + 6] if t.lower.rstrip(".") not in _TITLES]
    if len(tokens) < 3 or tokens[0].name is None or tokens[1].text != ",":
        return None
    person = reading.annotation.names[tokens[0].name].type is EntityType.PERSON
    age = tokens[2].text if tokens[2].lower != "aged" else tokens[3].text
    return tokens[0] if person and age.isdigit() and len(age) < 3 else None


def _brought_in(reading: Reading, salience: Salience, who: str, token: Token) -> bool:
    """Tell somebody of whom only a headline has spoken, of the gender of the noun."""
    last = salience.latest(who)
    gender = reading.genders.get(who, "")
    clash = (gender == "f" and token.lower in _MALE) or (gender == "m" and token.lower in _FEMALE)
    return (last is None or last.sentence == 0) and not clash


def _alike(sentence: Sentence, verb: Token, after: Sentence, *, alone: bool) -> bool:
    """Tell a lead on somebody tried whom the next sentence has in court, or on a death in which nobody else is."""
    words = {t.lower for t in after.tokens}
    if verb.lower in _TRIED or any(t.lower in _TRIED for t in sentence.children(verb, "xcomp")):
        return bool(words & _IN_COURT) and (alone or not words & _DEAD)
    return verb.lower in _DEAD and alone and not words & _IN_COURT


def _alone(sentence: Sentence, token: Token) -> bool:
    """Tell whether the lead speaks of nobody else without a name."""
    return not any(_unnamed(sentence, t) for t in sentence.tokens if t is not token and t.pos == "NOUN")

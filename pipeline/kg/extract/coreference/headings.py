"""Takes « il », « son » for the person whom the heading above names: « Xavier Martin, le discret » on a line alone."""

from itertools import islice
from typing import Final

from kg.extract.coreference.nouns import names_person
from kg.extract.grammar.voice import has_finite
from kg.extract.reading import Reading, Reference
from kg.model import EntityType
from kg.model.annotation import Sentence, Token

_LENGTH: Final = 14  # tokens
_GENDERS: Final = {"il": "m", "elle": "f", "son": "", "sa": "", "ses": "", "lui": ""}


def headed(reading: Reading, sentence: Sentence, token: Token) -> tuple[Reference, ...]:
    """Return the only person of the heading above, where the paragraph names nobody else before the pronoun."""
    noun = token.dep.startswith("nsubj") and not token.plural and names_person(token.lower, "fr")
    if not (token.lower in _GENDERS or noun) or token.quote is not None or sentence.inside is not None:
        return ()
    heading = _heading(reading, sentence)
    name = _person(reading, heading) if heading is not None else None
    if name is None or name.name is None or reading.language != "fr":
        return ()
    who, gender = reading.names[name.name], _GENDERS.get(token.lower, "")
    agrees = not gender or reading.genders.get(who, "") in ("", gender)
    others = _named_before(reading, sentence, token) - {who}
    return (
        (Reference(who, "nominal" if noun else "pronoun", "named in the heading above", name.span),)
        if agrees and not others
        else ()
    )


def _heading(reading: Reading, sentence: Sentence) -> Sentence | None:
    """Return the line right above the paragraph if it is short and no sentence."""
    told = reading.annotation.sentences
    back = (told[at] for at in range(sentence.index - 1, -1, -1))
    above = list(islice((one for one in back if one.paragraph < sentence.paragraph), 2))
    if not above or above[0].inside is not None or len(above[0].tokens) > _LENGTH:
        return None
    line = above[0]
    alone = len(above) < 2 or above[1].paragraph != line.paragraph
    return line if alone and not has_finite(line.tokens) and line.tokens[-1].text not in (".", "!", "?", ":") else None


def _person(reading: Reading, heading: Sentence) -> Token | None:
    """Return the name that opens a heading, where it is the only person's there."""
    named = [t for t in heading.tokens if t.name in reading.names]
    people = [t for t in named if reading.entities[reading.names[t.name or 0]].type is EntityType.PERSON]
    return people[0] if len(people) == 1 and people[0].index == 0 else None


def _named_before(reading: Reading, sentence: Sentence, token: Token) -> set[str]:
    """Return those whom the paragraph names before a pronoun, persons or all who may own what it speaks of."""
    found: set[str] = set()
    for earlier in reversed(reading.annotation.sentences[: sentence.index + 1]):
        if earlier.paragraph != sentence.paragraph:
            break
        before = (t for t in earlier.tokens if t.span.start < token.span.start and t.name in reading.names)
        found |= {reading.names[t.name or 0] for t in before}
    others = token.lower in ("son", "sa", "ses")  # what is « son » may be a body's
    return {i for i in found if others or reading.entities[i].type is EntityType.PERSON}

"""Finds who only lends a name to somebody's post: of "Carter adviser Anna Hill … her husband" Hill is spoken of."""

from kg.extract.reading import Reading
from kg.model import EntityType
from kg.model.annotation import Sentence, Token


def lenders(reading: Reading, sentence: Sentence, pronoun: Token, gender: str) -> set[str]:
    """Return those named so before a pronoun of the sentence, where whoever holds the post can be meant by it."""
    found: set[str] = set()
    before = sentence.tokens[: pronoun.index]
    for lender in before:
        post = sentence.head(lender)
        if lender.name is None or lender.dep != "compound" or post is None or post.index < lender.index:
            continue
        holders = [t for t in sentence.children(post, "appos") if post.index < t.index < pronoun.index]
        if any(_can_be(reading, sentence, holder, gender) for holder in holders):
            found |= _people(reading, sentence, lender)
    again = (t for t in before if t.name is not None and t.dep != "compound")
    return found - {who for t in again for who in _people(reading, sentence, t)} if found else found


def _can_be(reading: Reading, sentence: Sentence, holder: Token, gender: str) -> bool:
    people = _people(reading, sentence, holder) if holder.name is not None else set()
    return any(reading.genders.get(who, "") in ("", gender) for who in people)


def _people(reading: Reading, sentence: Sentence, token: Token) -> set[str]:
    found = {r.entity for r in reading.referents(sentence, token)}
    return {who for who in found if who in reading.entities and reading.entities[who].type is EntityType.PERSON}

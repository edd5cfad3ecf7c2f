"""Settles who says a quotation that opens its sentence: "…," she told reporters · « … », a-t-elle déclaré.

The sentence before has led up to the quotation: whom its main clause tells of, above all who says something there,
goes on.
"""

from collections.abc import Collection, Iterator
from typing import Final

from kg.extract.coreference.clauses import outside_before
from kg.extract.coreference.ranking import anaphor, candidates
from kg.extract.coreference.salience import Salience
from kg.extract.frames.load import load_frames
from kg.extract.reading import Reading, Reference
from kg.lexicon.closed import SINGULAR_SUBJECTS
from kg.model import EntityType
from kg.model.annotation import Sentence, Token

_BEHIND: Final = 5  # tokens from the quotation to the pronoun
_FEW: Final = 6  # sentences and quotations before, of which the nearest told one counts


def tells_on(reading: Reading, sentence: Sentence, token: Token, salience: Salience) -> tuple[Reference, ...]:
    """Return whom the pronoun of a clause behind an opening quotation takes up, or nothing."""
    if token.lower.lstrip("-t") not in SINGULAR_SUBJECTS or not token.dep.startswith("nsubj"):
        return ()
    allowed = candidates(reading, anaphor(reading, sentence, token), salience)
    for at in _before_colon(sentence, token):
        found = reading.referents(sentence, at)
        if len(found) == 1 and found[0].entity in allowed:
            return (Reference(found[0].entity, "pronoun", "whom the clause before the colon tells of", at.span),)
    before = right_before(reading, sentence) if _opened(sentence, token) else None
    return told_of(reading, before, allowed) if before is not None else ()


def told_of(reading: Reading, before: Sentence, allowed: Collection[str]) -> tuple[Reference, ...]:
    """Return the person whom the sentence before tells of."""
    for subject in _subjects(before, reading.language):
        for at in (subject, *before.children(subject, "appos")):
            found = reading.referents(before, at)
            person = len(found) == 1 and reading.entities[found[0].entity].type is EntityType.PERSON
            if person and found[0].entity in allowed:
                return (Reference(found[0].entity, "pronoun", "whom the sentence before tells of", at.span),)
    return ()


def _before_colon(sentence: Sentence, token: Token) -> Iterator[Token]:
    """Yield who acts in what leads up to a quotation: « saluée par l'Union (UA) : « … », a-t-elle déclaré ».

    The agent of a passive, right before the colon, comes first; then the subject of the clause.
    """
    near = sentence.tokens[max(0, token.index - _BEHIND) : token.index]
    quote = next((t for t in near if t.quote is not None), None)
    colon = sentence.tokens[quote.index - 1] if quote is not None and quote.index > 1 else None
    if colon is None or colon.text != ":":
        return
    told = sentence.tokens[: colon.index]
    yield from (t for t in told if t.dep == "obl:agent")
    for verb in (t for t in told if t.dep == "ROOT"):
        for subject in sentence.children(verb, "nsubj"):
            yield from (subject, *sentence.children(subject, "appos"))


def _opened(sentence: Sentence, token: Token) -> bool:
    """Tell whether a quotation opens the sentence, right before the clause of the pronoun."""
    first = next((t for t in sentence.tokens if t.pos != "PUNCT"), None)
    return first is not None and first.quote is not None and 0 < token.index - first.index <= _BEHIND


def right_before(reading: Reading, sentence: Sentence) -> Sentence | None:
    """Return the sentence right before, of the same paragraph."""
    last = max(outside_before(reading, sentence, _FEW), key=lambda s: s.span.start, default=None)
    return last if last is not None and last.paragraph == sentence.paragraph else None


def tells(sentence: Sentence) -> bool:
    """Tell a sentence that says something besides what it quotes."""
    return any(t.quote is None and t.pos in ("VERB", "AUX", "NOUN", "PROPN") for t in sentence.tokens)


def _subjects(sentence: Sentence, language: str) -> Iterator[Token]:
    """Yield the subjects of the main clauses, those of verbs of saying first, the last first.

    A name that is joined to a verb is the subject of a verb that the parser took for another word.
    """
    saying = load_frames(language).clause_verbs["saying"]
    main = [t for t in sentence.tokens if t.dep == "ROOT"]
    main += [c for root in main for c in sentence.children(root, "conj", "parataxis")]
    for verb in sorted(main, key=lambda t: (t.lower not in saying, -t.index)):
        subjects = sentence.children(verb, "nsubj") if verb.name is None else (verb,)
        yield from (t for t in subjects if t.quote is None)

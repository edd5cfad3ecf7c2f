"""Says what else speaks for an antecedent: who spoke last, what is quoted, of which people a description is."""

from collections.abc import Iterator

from kg.extract.coreference.behind import peoples_of
from kg.extract.coreference.ranking.sought import Anaphor
from kg.extract.coreference.salience import Salience, Seen
from kg.extract.frames.load import load_frames
from kg.extract.reading import Reading
from kg.lexicon.peoples import countries
from kg.model.annotation import Sentence


def clues(reading: Reading, sought: Anaphor, salience: Salience, last: Seen | None) -> Iterator[str]:
    """Yield the clues of one candidate for a pronoun or possessive, by its last mention."""
    if last is None:
        return
    form, sentence, token = sought.form, sought.sentence, sought.token
    if token.dep.startswith("nsubj") and _says(reading, sentence, token.head):
        yield f"speaks {'again' if _spoke(reading, last) else 'newly'}"
    yield f"pronoun: {_quoted(reading, sentence, last)}"
    if last.main and token.dep.startswith("nsubj") and sentence.tokens[token.head].head == token.head:
        yield f"{form}: both lead"
    if salience.topic == last.entity:
        yield f"{form}: topic{', paragraph opens' if _opens(reading, sentence) else ''}"


def described(reading: Reading, sought: Anaphor, identifier: str) -> str:
    """Return whether the people that a description names is the entity's: « la sabreuse française »."""
    table = countries(reading.language)
    named = {table[c.lower] for c in sought.sentence.children(sought.token, "amod", "compound") if c.lower in table}
    known = peoples_of(reading, identifier)
    if not named:
        return "no people"
    return "people unknown" if not known else "its people" if known & named else "another people"


def _spoke(reading: Reading, last: Seen) -> bool:
    """Tell whether the last mention is the subject of a verb of saying."""
    sentence = reading.annotation.sentences[last.verb[0]]
    return last.dep.startswith("nsubj") and _says(reading, sentence, last.verb[1])


def _says(reading: Reading, sentence: Sentence, verb: int) -> bool:
    return sentence.tokens[verb].lower in load_frames(reading.language).clause_verbs["saying"]


def _quoted(reading: Reading, sentence: Sentence, last: Seen) -> str:
    """Return whether the word and the last mention stand in one quotation, in two, or which of them in one."""
    before = reading.annotation.sentences[last.verb[0]].inside
    if sentence.inside is None:
        return "not quoted" if before is None else "last quoted"
    return "same quotation" if before == sentence.inside else "quoted, last not" if before is None else "quotations"


def _opens(reading: Reading, sentence: Sentence) -> bool:
    if sentence.index == 0:
        return False
    return reading.annotation.sentences[sentence.index - 1].paragraph != sentence.paragraph

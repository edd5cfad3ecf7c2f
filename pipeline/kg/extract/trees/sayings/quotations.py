"""Hangs quotations where their clause has a place for them: parsers do not know what the masked words are.

"urged leaders to “silence the weapons”" · "paid tribute to “a giant of this service”" · "said “we shall see”" ·
« a dénoncé « un acte odieux » » · « Les Farc, « très attristés », ont … »
"""

from dataclasses import replace
from itertools import pairwise
from typing import Final

from kg.extract.coreference.nouns import speaks
from kg.extract.frames.load import clause_verbs, load_frames
from kg.extract.grammar.climbing import verb_above
from kg.extract.grammar.prepositions import preposition
from kg.extract.grammar.voice import is_passive
from kg.extract.trees.clauses.times import timed
from kg.extract.trees.mend import mend_each, mended
from kg.model.annotation import Annotation, Sentence, Token

_STRAY: Final = ("intj", "dep", "discourse")
_CLOSING: Final = ('"', "»", "”")
_JUDGING: Final = (
    "prais", "laud", "hail", "commend", "applaud", "salut", "critici", "condemn", "denounc", "slam", "blast", "decr",
    "deplor", "mock", "ridicul", "lambast",
)  # fmt: skip
_COMPLEMENTS: Final = ("obl", "iobj")
_FULL: Final = (":", ",", "that", ";")
_SHORT: Final = 22  # code points
# Verbs of saying that can be done to a person
_OF_PEOPLE: Final = (
    "dénonc", "salu", "préven", "prévien", "avert", "critiqu", "inform", "interrog", "félicit", "condamn", "accus",
    "remerci", "défen", "tacl", "raill", "moqu",
)  # fmt: skip


def hang_quotations(annotation: Annotation) -> Annotation:
    """Return the annotation with the quotations as contents, objects or complements of what stands before them."""
    if annotation.document.language == "fr":
        return mend_each(annotation, _praised, _apart, _behind_listener, _joined, _past, _predicated)
    whole = (mended(sentence, _judged(sentence)) for sentence in annotation.sentences)
    made = (mended(sentence, _moved(sentence)) for sentence in whole)
    saying = load_frames("en").clause_verbs["saying"]
    return replace(annotation, sentences=tuple(mended(sentence, _still_to_say(sentence, saying)) for sentence in made))


def _judged(sentence: Sentence) -> dict[int, Token]:
    """Return Miller of "praised Miller's “courage”" as the object: whoever praises what is hers praises her."""
    moved: dict[int, Token] = {}
    for quote in sentence.tokens:
        verb = sentence.head(quote) if quote.quote is not None and quote.dep == "obj" else None
        owners = [t for t in sentence.children(quote, "nmod:poss") if t.name is not None]
        if verb is None or not verb.lower.startswith(_JUDGING) or len(owners) != 1 or owners[0].index < verb.index:
            continue
        moved[owners[0].index] = replace(owners[0], head=verb.index, dep="obj")
        moved[quote.index] = replace(quote, head=owners[0].index, dep="appos")
    return moved


def _praised(sentence: Sentence) -> dict[int, Token]:
    """Return the quotation right behind a French verb as its object: « a salué « une immense conteuse » »."""
    return {
        quote.index: replace(quote, dep="obj")
        for quote in sentence.tokens[1:]
        if quote.quote is not None and quote.dep == "xcomp" and quote.head == quote.index - 1
        if not any(sentence.children(sentence.tokens[quote.head], "obj", "expl", "iobj", "cop", "aux:pass"))
    }


def _joined(sentence: Sentence) -> dict[int, Token]:
    """Return the second of « pour « X » et « Y » » as joined to the first."""
    return {
        second.index: replace(second, head=first.index)
        for first, joint, second in zip(sentence.tokens, sentence.tokens[1:], sentence.tokens[2:], strict=False)
        if first.quote is not None and second.quote is not None and joint.pos == "CCONJ" and second.dep == "conj"
        if first.head != second.index
    }


def _past(sentence: Sentence) -> dict[int, Token]:
    """Return the day and the agent behind « inculpé de « vol aggravé » lundi par un juge » below the verb."""
    moved: dict[int, Token] = {}
    for token in sentence.tokens if any(t.text in _CLOSING for t in sentence.tokens) else ():
        head = sentence.head(token)
        if head is None or token.dep != "nmod" or head.index > token.index or not _leaves(sentence, head, token):
            continue
        verb, joint = verb_above(sentence, head), preposition(sentence, token)
        agent = joint == "par" and verb is not None and is_passive(sentence, verb)
        if verb is not None and verb.index < head.index and (agent or (not joint and timed(token))):
            moved[token.index] = replace(token, head=verb.index, dep="obl:agent" if agent else "obl:mod")
    return moved


def _predicated(sentence: Sentence) -> dict[int, Token]:
    """Return « La Russie « a visé des civils », a dénoncé le maire » with who speaks behind the verb as its subject.

    The words before the quotation are the subject of what it says, or its topic: « La loi, « c'est une honte », … ».
    """
    for quote in sentence.tokens[1:-1] if any(t.quote is not None for t in sentence.tokens) else ():
        before, after = sentence.tokens[quote.index - 1], sentence.tokens[quote.index + 1]
        saying = clause_verbs("fr", *(("saying",) if before.text == "," else ("saying", "quoting")))
        subject = _subject_until(sentence, quote) if quote.quote is not None and _opens(before) else None
        verb = sentence.head(subject) if subject is not None else None
        if subject is None or verb is None or verb.lower not in saying:
            continue
        if before.text == "," == after.text and _aside(quote, subject, verb):
            continue
        speaker = _speaker_behind(sentence, verb)
        if speaker is not None and sentence.tokens[quote.index + 1 + (after.text == ",")].index >= verb.index - 2:
            return {
                speaker.index: replace(speaker, head=verb.index, dep="nsubj"),
                quote.index: replace(quote, head=verb.index, dep="ccomp"),
                subject.index: replace(subject, head=quote.index, dep="nsubj"),
            }
    return {}


def _aside(quote: Token, subject: Token, verb: Token) -> bool:
    """Tell « Les Farc, « très attristés », … », and who judges somebody: « Dubois, « … », a dénoncé le maire »."""
    judges = verb.lower.startswith(_OF_PEOPLE) and (subject.name is not None or speaks(subject, "fr"))
    return judges or quote.span.end - quote.span.start < _SHORT


def _opens(before: Token) -> bool:
    return before.text == "," or before.pos in ("NOUN", "PROPN", "ADJ")


def _subject_until(sentence: Sentence, quote: Token) -> Token | None:
    """Return the subject that stands before the quotation, of a verb behind it."""
    found = (t for t in sentence.tokens[: quote.index] if t.dep.startswith("nsubj") and t.head > quote.index)
    return next(found, None)


def _speaker_behind(sentence: Sentence, verb: Token) -> Token | None:
    """Return the person or body right behind a verb of saying, which can have neither for its object."""
    for token in sentence.children(verb, "obj", "nsubj"):
        near = verb.index < token.index <= verb.index + 4 and not any(sentence.children(token, "case"))
        if near and (token.name is not None or speaks(token, "fr")):
            return token
    return None


def _leaves(sentence: Sentence, head: Token, token: Token) -> bool:
    """Tell whether a quotation that holds the head ends before the token."""
    between = [t.text for t in sentence.tokens[head.index + 1 : token.index]]
    return between.count('"') % 2 == 1 or between.count("»") > between.count("«")


def _apart(sentence: Sentence) -> dict[int, Token]:
    """Return a French quotation between commas below the subject, one behind a colon below the nearest saying."""
    moved: dict[int, Token] = {}
    saying = load_frames("fr").clause_verbs["saying"]
    for quote in sentence.tokens[1:]:
        verb = sentence.head(quote)
        if quote.quote is None or verb is None or verb.pos != "VERB" or any(sentence.children(quote, "case", "mark")):
            continue
        place = _place(sentence, quote, verb, saying)
        if place is not None:
            moved[quote.index] = replace(quote, head=place[0].index, dep=place[1])
    return moved


def _place(sentence: Sentence, quote: Token, verb: Token, saying: frozenset[str]) -> tuple[Token, str] | None:
    """Return what a French quotation belongs below and as what, where the parser chose something else."""
    before = sentence.tokens[quote.index - 1]
    if quote.dep == "advcl" and quote.index < verb.index and before.text == ",":
        subject = next((t for t in sentence.children(verb, "nsubj") if t.index < quote.index), None)
        return None if subject is None else (subject, "nmod")
    if quote.dep == "parataxis" and before.text == ":":
        nearer = [t for t in sentence.tokens[verb.index + 1 : before.index] if t.pos == "VERB"]
        return (nearer[-1], "ccomp") if nearer and nearer[-1].lower in saying else None
    return None


def _behind_listener(sentence: Sentence) -> dict[int, Token]:
    """Return the quotation of « a déclaré lundi, au journal X : « … » » as said, no name for the paper."""
    moved: dict[int, Token] = {}
    saying = clause_verbs("fr", "saying")
    for colon, quote in pairwise(sentence.tokens):
        noun = sentence.head(quote) if colon.text == ":" and quote.quote is not None and quote.dep == "appos" else None
        while noun is not None and noun.dep in ("appos", "flat", "nmod") and noun.index < quote.index:
            noun = sentence.head(noun)
        verb = sentence.head(noun) if noun is not None and noun.dep.startswith(_COMPLEMENTS) else None
        if noun is None or verb is None or not verb.index < noun.index < quote.index or verb.lower not in saying:
            continue
        if not any(sentence.children(verb, "ccomp", "obj")):
            moved[quote.index] = replace(quote, head=verb.index, dep="ccomp")
    return moved


def _still_to_say(sentence: Sentence, saying: frozenset[str]) -> dict[int, Token]:
    """Return the quotation before "X is expected to say", "X went on to say" as what is said there."""
    moved: dict[int, Token] = {}
    for quote in sentence.tokens:
        above = sentence.head(quote)
        if quote.quote is None or above is None or above.pos != "VERB" or above.index < quote.index:
            continue
        verbs = [t for t in sentence.children(above, "xcomp") if t.lower in saying and t.index > above.index]
        if verbs and not any(sentence.children(verbs[0], "ccomp", "obj")):
            moved[quote.index] = replace(quote, head=verbs[0].index, dep="ccomp")
    return moved


def _moved(sentence: Sentence) -> dict[int, Token]:
    moved: dict[int, Token] = {}
    for quote in sentence.tokens[1:]:
        head = sentence.head(quote)
        if quote.quote is None or head is None or head.index > quote.index:
            continue
        if head.pos in ("ADP", "PART") and head.index == quote.index - 1 and head.head != head.index:
            infinitive = head.pos == "PART" and head.lower == "to"
            moved[quote.index] = replace(quote, head=head.head, dep="xcomp" if infinitive else "obl:mod")
            moved[head.index] = replace(head, head=quote.index, dep="mark" if infinitive else "case")
        elif quote.dep.startswith(_STRAY) and head.pos == "VERB":
            whole = sentence.tokens[quote.index - 1].lower in _FULL
            moved[quote.index] = replace(quote, dep="ccomp" if whole else "obj")
    return moved

"""Reads who speaks off the clause right behind a quotation: « …, grince Karim Dubois », "…," she told reporters.

The place says that the verb is one of saying, whatever verb it is (« …, sourit-elle », "…," laughed the coach); parsers
stumble over such verbs, so the words are read in their order.
"""

from typing import Final

from kg.extract.frames.load import load_frames
from kg.extract.grammar.coordination import NOMINAL
from kg.extract.grammar.prepositions import preposition
from kg.extract.grammar.subjects import surface_subject
from kg.lexicon.tables import fold, lexicon
from kg.model.annotation import Sentence, Token

_MARKS: Final = (",", "–", "—", "-")
_SMALL: Final = frozenset("se s' l' le la lui leur y nous me m' -t t -t- en".split())
_SUBJECTS: Final = frozenset("il elle ils elles on ce cela ça je tu nous vous".split())
_BE: Final = frozenset("est sont était étaient fut is are was were 's has had have".split())
_HAVE: Final = ("a", "ont", "avait", "avaient", "aurait", "auraient")
_JOINTS: Final = frozenset(
    "but while although though as when after before because if and or which who that what how why".split()
)
_CONTRASTS: Final = frozenset("while whereas although though but because".split())
_ARTICLES: Final = frozenset("le la les l' un une des son sa ses du de d' au aux".split())
_ABOUT: Final = frozenset("propos sujet égard endroit occasion".split())
_AT: Final = ("à", "dans", "chez", "auprès de", "en", "au sein de", "parmi")
_REST: Final = 16  # tokens of what goes on with a quotation, up to its comma
REACH: Final = 14  # tokens between the verb and who speaks: « a dit jeudi soir à l'AFP la directrice … »


def inquit(sentence: Sentence, quote: Token, language: str) -> tuple[Token, Token] | None:
    """Return the verb and the speaker's word of the clause right behind a quotation, or None."""
    start = quote.index + 1
    while start < len(sentence.tokens) and sentence.tokens[start].text in _MARKS:
        start += 1
    if start >= len(sentence.tokens):
        return None
    parted = start > quote.index + 1
    return (_french if language == "fr" else _english)(sentence, start, parted)


def _french(sentence: Sentence, start: int, parted: bool) -> tuple[Token, Token] | None:  # noqa: FBT001
    verbs = _verbs(sentence, start, parted)
    if sentence.tokens[start].lower in _SUBJECTS:
        return None  # « S'il dit que « … », il propose de durcir les règles »
    if not verbs or not (parted or says(verbs[-1], "fr") or _clitic(sentence, verbs)):
        return None
    if len(verbs) == 1 and (verbs[0].lower in _BE or verbs[0].lower.endswith("ant")):
        return None  # « … » est une phrase; « … », en menaçant les passants
    clitic = _clitic(sentence, verbs)
    if clitic is not None and clitic.lower.endswith("on"):
        return _somewhere(sentence, verbs[-1], clitic)
    apart = _set_apart(sentence, start - 1, verbs[-1])
    if clitic is None and apart is None and _goes_round(sentence, start, verbs[-1]):
        return None
    speaker = clitic or apart or nominal(sentence, verbs[-1].index + 1)
    return (verbs[-1], speaker) if speaker is not None else None


def behind_rest(sentence: Sentence, quote: Token) -> tuple[Token, Token] | None:
    """Return the verb and the speaker's word behind what goes on with a quotation: « « … » dans le pays, a dit X »."""
    told = [t for t in sentence.tokens[: quote.index] if t.pos not in ("PUNCT", "ADV", "CCONJ")]
    after = sentence.tokens[quote.index + 1 :]
    if told or not after or after[0].pos != "ADP":
        return None
    for token in after[:_REST]:
        if token.quote is not None or token.pos in ("VERB", "AUX") or token.text in (";", ":", "("):
            return None
        if token.text == "," and token.index + 1 < len(sentence.tokens):
            found = _french(sentence, token.index + 1, True)  # noqa: FBT003
            said = found is not None and says(found[0], "fr") and "VerbForm=Inf" not in found[0].morph
            return found if said else None
    return None


def by_one(sentence: Sentence, quote: Token) -> bool:
    """Tell « « … », précise-t-on », where a body that has spoken goes on."""
    start = quote.index + 1
    while start < len(sentence.tokens) and sentence.tokens[start].text in _MARKS:
        start += 1
    verbs = _verbs(sentence, start, True)  # noqa: FBT003
    clitic = _clitic(sentence, verbs)
    return clitic is not None and clitic.lower.endswith("on") and says(verbs[-1], "fr")


def _set_apart(sentence: Sentence, behind: int, verb: Token) -> Token | None:
    """Return « Les Farc » of « Les Farc, « très attristées », ont proposé »: the subject before the quotation."""
    subjects = (t for t in sentence.children(verb, "nsubj") if t.index < behind and t.quote is None)
    own = [t for t in subjects if not any(sentence.children(t, "case"))]
    quote = next((t for t in reversed(sentence.tokens[: behind + 1]) if t.quote is not None), None)
    opened = quote is not None and quote.index > 1 and sentence.tokens[quote.index - 1].text == ","
    return own[-1] if own and opened else None


def _goes_round(sentence: Sentence, start: int, verb: Token) -> bool:
    """Tell « Dubois, qui dénonce un « acharnement », a annoncé son retrait »: the main clause round a relative one."""
    subjects = [t for t in sentence.children(verb, "nsubj") if t.index < start and t.quote is None]
    between = sentence.tokens[subjects[-1].index + 1 : start] if subjects else ()
    return any(t.lower in ("qui", "dont") for t in between[:2]) and sentence.tokens[start - 1].text == ","


def _somewhere(sentence: Sentence, verb: Token, clitic: Token) -> tuple[Token, Token] | None:
    """Return the body or circle at which « on » speaks: « se félicite-t-on au ministère », « dit-on chez Renault »."""
    for token in sentence.tokens[max(verb.index, clitic.index) + 1 :][:8]:
        if token.pos in ("NOUN", "PROPN") or token.name is not None:
            before = preposition(sentence, token)
            within = before in _AT or (before == "de" and token.lower in ("source", "sources"))
            return (verb, token) if within and token.lower not in _ABOUT else None
        if token.pos in ("VERB", "PUNCT"):
            return None
    return None


def _verbs(sentence: Sentence, start: int, parted: bool) -> list[Token]:  # noqa: FBT001
    """Return the words of the verb that begins there: « a », « lancé », with nothing but small words between."""
    found: list[Token] = []
    for token in sentence.tokens[start : start + 7]:
        small = token.lower in _SMALL or token.pos in ("ADV", "PRON")
        if _verbal(sentence, token, parted=parted and not found):
            found.append(token)
        elif not small or (found and not _continues(sentence, token.index)):
            break
    return found


def _verbal(sentence: Sentence, token: Token, *, parted: bool) -> bool:
    """Tell a verb, also one that the parser took for a noun (« …, soupire Jacqueline ») right behind the comma."""
    if token.name is not None or token.quote is not None:
        return False
    before = sentence.tokens[token.index - 1].lower if token.index else ""
    begins = (parted and before not in _ARTICLES) or before in _HAVE  # « …, soupire Jacqueline », « a tweeté Dubois »
    read = begins and token.pos in ("NOUN", "ADJ", "PROPN", "ADV") and says(token, "fr")
    return token.pos in ("VERB", "AUX") or read


def _continues(sentence: Sentence, at: int) -> bool:
    """Tell whether a verb stands right behind small words: « a-t-elle lancé », « a aussitôt répliqué »."""
    following = sentence.tokens[at + 1 : at + 4]
    verb = next((t for t in following if t.lower not in _SMALL and t.pos not in ("ADV", "PRON")), None)
    return verb is not None and verb.pos in ("VERB", "AUX")


def _clitic(sentence: Sentence, verbs: list[Token]) -> Token | None:
    """Return the pronoun behind the first verb: « dit-elle », « a-t-il lancé »."""
    near = sentence.tokens[verbs[0].index + 1 : verbs[0].index + 3] if verbs else ()
    return next((t for t in near if t.lower.lstrip("-") in ("il", "elle", "ils", "elles", "on")), None)


def nominal(sentence: Sentence, start: int) -> Token | None:
    """Return the first noun or name without a preposition; nothing where another clause begins before it."""
    for token in sentence.tokens[start : start + REACH]:
        if token.text in (";", ":", "(") or token.lower in ("que", "qu'", "qui", "that", "et", "and", "who", "while"):
            return None
        one = token.lower in ("one", "another") and token.dep.startswith("nsubj")  # "said one of the residents"
        before = sentence.tokens[token.index - 1].lower if token.index else ""
        one = one or (token.lower in ("un", "une") and before in ("l'", "l"))  # « a dit l'un de ses membres, X »
        nominal = token.pos in ("NOUN", "PROPN") or token.name is not None or one
        if nominal and token.quote is None and not _governed(sentence, token, start):
            return token
    return None


def _month(token: Token) -> bool:
    return token.name is None and fold(token.lower) in lexicon()["calendar"]


def _governed(sentence: Sentence, token: Token, start: int) -> bool:
    """Tell whether a preposition, or a noun before it, has the word; or it says when."""
    if any(sentence.children(token, "case")) or token.lower in _DAYS or _month(token):
        return True
    head = sentence.head(token)
    if head is not None and token.dep == "appos" and head.index >= start and any(sentence.children(head, "case")):
        return True  # « a écrit sur son compte Twitter le ministère »
    before = sentence.tokens[token.index - 1]
    if before.index >= start and before.pos in ("DET", "ADJ") and before.index > start:
        before = sentence.tokens[before.index - 1]
    return before.index >= start and before.pos == "ADP"


_DAYS: Final = frozenset(
    """lundi mardi mercredi jeudi vendredi samedi dimanche hier matin soir midi après-midi semaine mois veille lendemain
    surlendemain avant-veille monday tuesday
    wednesday thursday friday saturday sunday yesterday""".split()
)


def _english(sentence: Sentence, start: int, parted: bool) -> tuple[Token, Token] | None:  # noqa: FBT001
    first = sentence.tokens[start]
    verbal = first.pos == "VERB" and first.name is None and first.lower not in _BE and first.quote is None
    if verbal and parted and first.lower.endswith("ing"):
        return None  # "…", recalling their first meeting
    behind = sentence.tokens[start + 1] if start + 1 < len(sentence.tokens) else first
    aside = first.lower.endswith("ing") or (behind.pos == "ADP" and not says(first, "en"))
    if verbal and (
        parted or not aside
    ):  # "“key aspects” including the commission", "“such rights” embodied in the law"
        speaker = nominal(sentence, start + 1)  # "…," laughed the coach
        return (first, _whole(sentence, speaker)) if speaker is not None else None
    if first.lower in _JOINTS:
        return None
    for verb in sentence.tokens[start + 1 : start + REACH]:  # "…," project scientist Jane Miller told reporters
        if verb.text in (";", ":") or verb.quote is not None or verb.lower in _CONTRASTS:
            return None  # "called it “a danger” to the town while Miller said it was safe"
        beside = verb.lower.endswith("ing") and not any(sentence.children(verb, "aux", "nsubj"))  # ", saying that …"
        if verb.pos == "VERB" and says(verb, "en") and not beside:
            return _english_subject(sentence, start, verb)
    return _whatever(sentence, first) if parted or sentence.tokens[start - 1].quote is not None else None


def _whatever(sentence: Sentence, first: Token) -> tuple[Token, Token] | None:
    """Return the verb of the name right behind the quotation, whatever it is: "…," Monroe, a pilot, shot back."""
    head = sentence.head(first)
    subject = first.name is not None and first.dep.startswith("nsubj") and head is not None
    return (head, first) if subject and head is not None and head.pos == "VERB" and head.index > first.index else None


def _whole(sentence: Sentence, token: Token) -> Token:
    """Return the head of a phrase by its first word: "said Novatel spokesman Jane Miller", "said the 22-year-old"."""
    head = sentence.head(token)
    if head is not None and head.lower == "old" and head.index == token.index + 2:
        token, head = head, sentence.head(head)
    while head is not None and head.index > token.index and token.dep in ("compound", "nmod:poss", "amod"):
        token, head = head, sentence.head(head)
    return token


def _english_subject(sentence: Sentence, start: int, verb: Token) -> tuple[Token, Token] | None:
    own = [t for t in sentence.children(verb, "nsubj") if start <= t.index < verb.index]
    behind = [t for t in sentence.children(verb, "nsubj") if t.index > verb.index]
    behind = behind or [t for t in sentence.children(verb, "obj") if t.name is not None and not own]
    if behind and sentence.tokens[verb.index - 1].text == ",":
        return verb, behind[0]  # "“…” in tackling the crisis, said Jane Miller"
    subjects = [t for t in surface_subject(sentence, verb) if start <= t.index < verb.index]
    near = [t for t in sentence.tokens[start : verb.index] if t.pos in NOMINAL or t.name is not None]
    bare = [t for t in near if not any(sentence.children(t, "case"))]
    found = subjects or bare
    return (verb, found[0]) if found else None


def says(verb: Token, language: str) -> bool:
    """Tell whether a word is a form of a verb whose subject speaks."""
    verbs = load_frames(language).clause_verbs
    return verb.lower in verbs["saying"] or verb.lower in verbs["quoting"]

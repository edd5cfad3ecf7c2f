"""Finds who says a quotation: a verb of saying beside it, « selon », a colon, the quotation before."""

import re
from typing import Final

from kg.extract.attribution.colon import by_colon
from kg.extract.attribution.following import carry_on
from kg.extract.attribution.inquit import behind_rest, inquit, says
from kg.extract.attribution.inserted import inserted
from kg.extract.attribution.leftward import to_the_left
from kg.extract.attribution.papers import WORDS_OF, whose_voice
from kg.extract.attribution.whoever import quoted_as, speaking, subjects, whoever, whose
from kg.extract.frames.load import clause_verbs, load_frames
from kg.extract.grammar.prepositions import ACCORDING, preposition
from kg.extract.reading import Reading
from kg.lexicon.closed import PERSONAL_SUBJECTS
from kg.model import Participant
from kg.model.annotation import Sentence, Token

APART: Final = frozenset(
    "alors tandis quand lorsque si parce puisque comme après avant while when because after before although".split()
)
# « arrêtés pour le motif suivant : « … » »: what a thing is called or says, not who was spoken of
_LABEL: Final = re.compile(
    r"\b(?:motifs?|raisons?|chefs? d['’]accusation|titre|thème|intitulé|mention|inscription|grounds?|charges?|title)"
    r"(?: suivante?s?)? ?:\s*$"
)
_CALLINGS: Final = frozenset(
    """statut statuts surnom surnoms sobriquet titre titres appellation étiquette label mention réputation catégorie
    rubrique nickname title status label reputation category""".split()
)
_SOMEBODY: Final = frozenset("celui celle ceux celles certains d'autres".split())
_CLITICS: Final = frozenset("ne n n' n’ se s s' s’ en y le la les lui l' l’ not".split())
_CLITIC_SUBJECTS: Final = ("il", "elle", "ils", "elles", "-il", "-elle", "-ils", "-elles")
_TELLING: Final = ("saying", "quoting", "accusing")
_TURNS: Final = frozenset("tandis mais alors whereas while but".split())
OPENING: Final = 16  # code points from the start of the sentence within which « pour » opens it
NEAR: Final = 4  # tokens between a quotation and the verb of a speaker without a name


def find_speakers(reading: Reading) -> None:
    """Fill in the speakers of the quotations that the text gives."""
    spoken = _spoken(reading)
    for sentence in reading.annotation.sentences:
        for token in sentence.tokens:
            if token.quote is not None:
                within = spoken.get(token.quote, [])
                speakers = _beside(reading, sentence, token, within) or inserted(reading, within)
                # « charge le secrétaire de « redéployer … » »: whose own words hold it does not say it
                outside = tuple(p for p in speakers if p.span is None or p.id or not p.span.overlaps(token.span))
                if outside:
                    reading.speakers[token.quote] = outside
    carry_on(reading)


def _spoken(reading: Reading) -> dict[int, list[Sentence]]:
    """Return the sentences inside of each quotation."""
    spoken: dict[int, list[Sentence]] = {}
    for sentence in reading.annotation.sentences:
        if sentence.inside is not None:
            spoken.setdefault(sentence.inside, []).append(sentence)
    return spoken


def _beside(reading: Reading, sentence: Sentence, quote: Token, spoken: list[Sentence]) -> tuple[Participant, ...]:
    """Return the speaker by the clause behind the quotation, the nearest governing verb of saying, or « selon »."""
    if _called_so(sentence, quote) or _named_so(sentence, quote, spoken):
        return ()
    within = _noun_above(sentence, quote)
    judged = within is not None and _judged(sentence, within, quote)
    author = whose(reading, sentence, within) if within is not None and not judged else ()
    behind = inquit(sentence, quote, reading.language) if not _asked_before(reading, sentence, quote) else None
    behind = behind or (behind_rest(sentence, quote) if reading.language == "fr" else None)
    if behind is not None and behind[1].lower in _CLITIC_SUBJECTS and says(behind[0], reading.language):
        return tuple(speaking(reading, sentence, behind[1]))  # « ses propos « n'ont aucun sens », précise-t-elle »
    if author:
        return author
    if behind is not None:
        told = says(behind[0], reading.language)
        named = next(iter(quoted_as(sentence, behind[0])), behind[1])
        found = tuple((speaking if told else whoever)(reading, sentence, named))
        if found:
            return found
    called = _what_they_called(sentence, quote)
    if called is not None:
        return tuple(whoever(reading, sentence, called))
    feeling = _of_predicate(reading, sentence, quote, spoken) if _clause_of(sentence, quote) else ()
    return (
        _by_voice(reading, sentence, quote)
        or _right_before_it(reading, sentence, quote)
        or feeling
        or _by_governor(reading, sentence, quote)
        or by_colon(reading, sentence, quote.index)
        or _by_source(reading, sentence, quote)
        or to_the_left(reading, sentence, quote)
        or _of_predicate(reading, sentence, quote, spoken)
    )


def _judged(sentence: Sentence, words: Token, quote: Token) -> bool:
    """Tell « X condamne les propos de Y : « C'est indigne » », which X says."""
    verb = sentence.head(words) if words.dep == "obj" and sentence.tokens[quote.index - 1].text == ":" else None
    triggers = load_frames("fr").verbs.get(verb.lower, ()) if verb is not None else ()
    return any(t.relation == "criticized" for t in triggers)


def _by_voice(reading: Reading, sentence: Sentence, quote: Token) -> tuple[Participant, ...]:
    """Return Y of « X a répondu par la voix de son porte-parole, Y : « … » »."""
    verbs = [t for t in sentence.tokens[: quote.index] if t.pos == "VERB"]
    voices = whose_voice(sentence, verbs[-1]) if verbs else []
    return tuple(p for t in voices for p in speaking(reading, sentence, t))


def _called_so(sentence: Sentence, quote: Token) -> bool:
    """Tell « son statut d'« homme le plus rapide du monde » », « le surnom de « roi » »: what somebody is called."""
    noun = sentence.head(quote) if quote.dep.startswith(("nmod", "appos")) else None
    return noun is not None and noun.lower in _CALLINGS


def _named_so(sentence: Sentence, quote: Token, spoken: list[Sentence]) -> bool:
    """Tell « les unités des « Forces de réaction » »: an article, capitals and no verb make a name of it.

    So does « joue dans « La Nuit bleue » ».
    """
    article = sentence.tokens[quote.index - 1].lower if quote.index else ""
    words = spoken[0].tokens if len(spoken) == 1 else ()
    capital = bool(words) and words[0].text[:1].isupper()
    return (
        capital and article in ("des", "les", "du", "aux", "dans") and not any(t.pos in ("VERB", "AUX") for t in words)
    )


def _asked_before(reading: Reading, sentence: Sentence, quote: Token) -> bool:
    """Tell "Park asked, “Why is it so?” Miller replied …": who says it stands before it, another sentence behind it."""
    after = re.sub(r"\s+", " ", reading.text[quote.span.end : quote.span.end + 4])[:2]
    ends = reading.text[quote.span.start : quote.span.end].rstrip("”\"'» ")[-1:] in (".", "?", "!")
    before = [v for v in _right_before(sentence, quote) if says(v, reading.language) and _has_mark(reading, v, quote)]
    return bool(before) and ends and after[:1] == " " and after[1:].isupper()


def _what_they_called(sentence: Sentence, quote: Token) -> Token | None:
    """Return who calls it so in "what they called “…”", « ce qu'il appelle « … » »: no other than they says it."""
    near = sentence.tokens[max(0, quote.index - 6) : quote.index]
    what = next((t for t in near if t.lower in ("what", "ce")), None)
    verb = next((t for t in reversed(near) if t.pos == "VERB"), None)
    if what is None or verb is None or verb.index < what.index or verb.index < quote.index - 2:
        return None
    return next((t for t in sentence.children(verb, "nsubj") if what.index < t.index < verb.index), None)


def _of_predicate(
    reading: Reading, sentence: Sentence, quote: Token, spoken: list[Sentence]
) -> tuple[Participant, ...]:
    """Return the subject whose predicate the quotation is: « Airbus « coopère … » », « X s'« indigne de … » ».

    Behind another clause only what somebody says or feels is his own: « …, tandis que Dubois « regrette … » ».
    """
    before = [t for t in sentence.tokens[: quote.index] if t.pos not in ("PUNCT", "ADV", "DET")]
    before = [t for t in before if t.lower not in _CLITICS and t.text != "'"]
    name = before[-1] if before else None
    close = name is not None and all(t.lower in _CLITICS or t.text == "'" for t in _until(sentence, name, quote))
    if name is None or name.name is None or not close or preposition(sentence, name) or not spoken:
        return ()
    first = next((t for t in spoken[0].tokens if t.lower not in _CLITICS), None)
    finite = first is not None and (first.pos in ("VERB", "AUX") and "Person=3" in first.morph)
    clause = _clause_of(sentence, name)
    own = first is not None and first.lower in clause_verbs(reading.language, *_TELLING)
    told = any(t.pos in ("VERB", "AUX") for t in sentence.tokens[clause : name.index])
    return tuple(whoever(reading, sentence, name)) if (own or (finite and not clause)) and not told else ()


def _until(sentence: Sentence, name: Token, quote: Token) -> tuple[Token, ...]:
    return sentence.tokens[name.index + 1 : quote.index]


def _clause_of(sentence: Sentence, name: Token) -> int:
    """Return where the clause of a name begins: behind « tandis que », « mais »; 0 where none of these stands."""
    joints = (t.index + 1 for t in sentence.tokens[: name.index] if t.lower in _TURNS)
    return max(joints, default=0)


def _by_governor(reading: Reading, sentence: Sentence, quote: Token) -> tuple[Participant, ...]:
    saying, plain = clause_verbs(reading.language, *_TELLING), clause_verbs(reading.language, "saying")
    right_before = _right_before(sentence, quote)
    for verb in [*right_before, *_governors(sentence, quote)]:
        brings_up = _has_mark(reading, verb, quote)
        if _of_another(sentence, quote, verb, plain):
            continue
        if verb.pos in ("VERB", "AUX") and (verb.lower in saying or brings_up):
            own = verb.lower in plain and _governs(sentence, verb, quote)
            near = own or abs(verb.index - quote.index) <= NEAR
            for token in subjects(sentence, verb):
                sure = own and (token.pos != "NOUN" or token.lower in WORDS_OF)  # « le rapport précise que « … » »
                people = (speaking if sure else whoever)(reading, sentence, token)
                fitting = tuple(p for p in people if p.id or near)
                if fitting:
                    return fitting
            if own and any(t.lower in _SOMEBODY for t in subjects(sentence, verb)):
                return ()  # « a dit X, tandis que celui qui … avait affirmé que « … » »: nobody known, not X
    return ()


def _of_another(sentence: Sentence, quote: Token, verb: Token, saying: frozenset[str]) -> bool:
    """Tell a verb above a quotation that does not say who speaks it.

    « …, alors que Dubois la défend » · "Miller said that the government wants “…”": her words, not the government's.
    """
    if verb.index > quote.index and any(t.lower in APART for t in sentence.children(verb, "mark")):
        return True
    return verb.lower not in saying and _told_of(sentence, verb, saying)


def _told_of(sentence: Sentence, verb: Token, saying: frozenset[str]) -> bool:
    """Tell whether a verb is part of what somebody says with the verb above it."""
    above = sentence.head(verb)
    return verb.dep == "ccomp" and above is not None and above.index < verb.index and above.lower in saying


def _governs(sentence: Sentence, verb: Token, quote: Token) -> bool:
    """Tell whether a quotation stands in the content of a verb: « a estimé que le suspect était « un danger » »."""
    at: Token | None = quote
    while at is not None and at.head != verb.index:
        at = sentence.head(at)
    return at is not None and at.index > verb.index


def _right_before(sentence: Sentence, quote: Token) -> list[Token]:
    """Return the verb that nothing but small words part from the quotation: « jugeant que « … » », « a crié « … » »."""
    for token in reversed(sentence.tokens[max(0, quote.index - 4) : quote.index]):
        if token.pos in ("VERB", "AUX") and token.name is None and token.quote is None:
            return [token]
        if token.pos in ("NOUN", "PROPN", "PRON"):
            return []
    return []


def _by_source(reading: Reading, sentence: Sentence, quote: Token) -> tuple[Participant, ...]:
    """Return the source that the sentence names, unless it reports somebody else: « dit-il selon Le Monde »."""
    said = (
        sentence.head(t) for t in sentence.tokens[quote.index :] if t.lower in PERSONAL_SUBJECTS and t.dep == "nsubj"
    )
    if any(verb is not None and says(verb, reading.language) for verb in said):
        return ()
    for token in sentence.tokens:
        before = preposition(sentence, token)
        if before in ACCORDING or (before == "pour" and _in_whose_eyes(sentence, token, quote)):
            found = tuple((speaking if before in ACCORDING else whoever)(reading, sentence, token))
            if found:
                return found
    return ()


def _right_before_it(reading: Reading, sentence: Sentence, quote: Token) -> tuple[Participant, ...]:
    """Return Dubois of « a dit Martin, tandis que, pour la ministre Dubois, « … » »."""
    for token in sentence.tokens[: quote.index]:
        if preposition(sentence, token) == "pour" and _in_whose_eyes(sentence, token, quote):
            first = min(t.index for t in sentence.children(token, "case"))
            found = whoever(reading, sentence, token) if first and sentence.tokens[first - 1].text == "," else []
            if found and token.span.start - sentence.span.start >= OPENING:
                return tuple(found)
    return ()


def _in_whose_eyes(sentence: Sentence, token: Token, quote: Token) -> bool:
    """Tell « Pour Dubois, … « … » » and « …, pour la ministre Dubois, « … » »: it opens all, or what is said."""
    if token.index > quote.index or token.span.start - sentence.span.start < OPENING:
        return token.index < quote.index
    last = max(t.index for t in sentence.subtree(token) if t.index < quote.index and t.pos != "PUNCT")
    return [t.text for t in sentence.tokens[last + 1 : quote.index]] == [","]


def _noun_above(sentence: Sentence, quote: Token) -> Token | None:
    """Return the noun whose words a quotation is, inside of a larger clause: « l'affirmation de X d'être un "…" »."""
    at = sentence.head(quote)
    for _ in range(3):
        if at is None or (at.pos in ("VERB", "AUX") and any(sentence.children(at, "nsubj"))):
            return None
        if at.pos == "NOUN" and at.name is None and at.quote is None and at.lower in WORDS_OF:
            return at
        at = sentence.head(at)
    return None


def _governors(sentence: Sentence, token: Token) -> list[Token]:
    """Return the verbs above a quotation, and verbs that hang from it (the parser often turns this round)."""
    below = [t for t in sentence.children(token) if t.pos in ("VERB", "AUX")]
    above: list[Token] = []
    head = sentence.head(token)
    while head is not None and len(above) < 4:
        above.append(head)
        above += [t for t in sentence.children(head, "conj", "parataxis", "dep") if t.pos == "VERB" and t is not token]
        head = sentence.head(head)
    return below + above


def _has_mark(reading: Reading, verb: Token, quote: Token) -> bool:
    """Tell whether the verb, or its clause, ends in a colon before the quotation, or in a comma right behind it."""
    between = reading.text[verb.span.end : quote.span.start]
    if _LABEL.search(between):
        return False
    return bool(re.search(r":\s*$", between)) or re.fullmatch(r"\s?,\s?", between) is not None

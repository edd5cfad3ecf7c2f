"""Makes a fact of what the text gives on somebody's word: « selon Anne Dubois, l'usine fermera »."""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from kg.extract.attribution.scope import aside, joined
from kg.extract.attribution.whoever import whoever, whose
from kg.extract.coreference.nouns import names_person, names_speaker
from kg.extract.frames.load import clause_verbs
from kg.extract.grammar.prepositions import ACCORDING, VOUCHING, preposition
from kg.extract.grammar.voice import is_participle
from kg.extract.participants.verbatim import clean, closed
from kg.extract.reading import Reading
from kg.model import EntityType, Fact, Participant, Span
from kg.model.annotation import Sentence, Token
from kg.model.ids import fact_id

CONFIDENCE = 0.7
_MARKS = ("«", '"', "“")
_MODALS = ("pourr", "devr", "faudr")
# Who finds out or judges, of whom « pour » in the conditional says that they hold it so
_FINDING = frozenset(
    """police gendarmerie enquêteurs enquêteur parquet procureur procureure ministère autorités experts expert analystes
    observateurs scientifiques chercheurs spécialistes économistes juristes témoins syndicat syndicats ong association
    opposition accusation défense avocats justice magistrats renseignement policiers gendarmes""".split()
)
_PARTICIPLE = re.compile(r"\s*(?:s['’])?\w+ant\s")
_ARTICLES = ("un", "une", "le", "la", "l'", "son", "sa", "leur", "a", "an")
_COPULAS = ("is", "are", "was", "were", "est", "sont", "était", "étaient", "serait", "seraient")
_ONE_OF = ("un", "une", "one")
_PAIR = 2
_RELATIVES = ("dont", "qui", "who", "which", "whose")
_THAT = ("that", "que", "qu'", "qu’")
# « selon le cours actuel », « selon les cas »: what something depends on, nobody who says it
_MEASURES = frozenset(
    """cours taux barème tarif tarifs calendrier âge saison saisons cas circonstances critère critères besoins moyens
    goûts formule expression principe règle règles modalités degré niveau type taille nature humeur
    code article articles loi lois constitution règlement convention""".split()
)
_MUST = ("faut", "faudra", "faudrait", "fallait")
_WAITING = ("attendre", "patienter")
VIEWS = ("avis", "yeux", "aveu", "dires", "view", "opinion")
LEARNT = ("appris", "apprend", "apprenait")
OPENING = 40  # code points from the start of the sentence within which such a view opens it
SHORTEST = 3  # words of content below which « selon » names no statement


def according(reading: Reading, version: str) -> Iterator[Fact]:
    """Yield a `stated` fact (« annonce X »: `announced`) for each sentence outside of quotations with its source."""
    for sentence in reading.annotation.sentences:
        if sentence.inside is not None or any(token.quote is not None for token in sentence.tokens):
            continue
        for token in sentence.tokens:
            named = _names_source(reading, sentence, token) and aside(sentence, token) is None
            if named and not _bracketed(sentence, token):
                yield from _told(reading, sentence, token, version)


def _told(reading: Reading, sentence: Sentence, token: Token, version: str) -> Iterator[Fact]:
    """Yield what each of those that a source names says in the sentence, where it says something."""
    people = (whose if token.lower in VIEWS else whoever)(reading, sentence, token)
    content = _content(reading, sentence, token)
    if not people or content is None or _of_the_sentence_before(sentence, token):
        return
    if _says_something(reading, sentence, token, content, people):
        for person in people:
            yield _stated(reading, sentence, token, _apart(reading, person, content), content, version)


def _within_own(reading: Reading, sentence: Sentence, token: Token, people: Sequence[Participant]) -> bool:
    """Tell « X a dénoncé des zones créées, selon elle, par Y »: the clause tells what X did, and that part X holds."""
    above = sentence.head(token)
    if token.pos != "PRON" or above is None or above.dep != "acl":
        return False
    ids = {person.id for person in people}
    subjects = (t for t in sentence.tokens[: above.index] if t.dep == "nsubj")
    return any(r.entity in ids for t in subjects for r in reading.referents(sentence, t))


def _second_source(sentence: Sentence, token: Token, content: Span) -> bool:
    """Tell « Selon X, on compte cinq blessés, qui auraient été soignés, selon Y »: all of it X says, not Y."""
    before = (t for t in sentence.tokens[: token.index] if preposition(sentence, t) in ACCORDING)
    return any(content.contains(t.span) and t.span.start - sentence.span.start < OPENING for t in before)


def _of_the_sentence_before(sentence: Sentence, token: Token) -> bool:
    """Tell "That's according to Miller, who …": the words said stand before it."""
    above = sentence.head(token)
    first = [t.lower for t in sentence.tokens[:3] if t.pos != "PUNCT"]
    bare = first[:1] in (["that"], ["this"], ["it"]) and first[1:2] in (["is"], ["was"], ["'s"], ["’s"])
    return bare and above is not None and above.index <= _PAIR


def _bracketed(sentence: Sentence, token: Token) -> bool:
    """Tell "if courage (according to Brown) is needed": it vouches for a part that nobody can tell."""
    first = min((t.index for t in sentence.children(token, "case")), default=token.index)
    goes_on = any(t.pos in ("VERB", "AUX") for t in sentence.tokens[token.index :])
    return goes_on and first > 0 and sentence.tokens[first - 1].text == "("


def _says_something(
    reading: Reading, sentence: Sentence, token: Token, content: Span, people: Sequence[Participant]
) -> bool:
    """Tell a clause from « , de l'université de Lyon ; »: it has a verb, and is not what another source says."""
    if _second_source(sentence, token, content) or _within_own(reading, sentence, token, people):
        return False
    verbs = [t for t in sentence.tokens if t.pos in ("VERB", "AUX") and content.contains(t.span)]
    return bool(verbs) and not (len(verbs) == 1 and _says_else(sentence, verbs[0], content))


def _says_else(sentence: Sentence, verb: Token, content: Span) -> bool:
    """Tell « Vanity Fair affirme, d'après des sources, que X sera Y »: what the paper says stands behind."""
    last = [t for t in sentence.tokens if content.contains(t.span) and t.pos != "PUNCT"][-1:]
    that = any(t.lower in ("que", "qu'", "qu’") and t.span.start > content.end for t in sentence.tokens)
    return verb.lower in clause_verbs("fr", "saying") and last == [verb] and that


def _apart(reading: Reading, speaker: Participant, content: Span) -> Participant:
    """Return a source without a name, without what it says, which the parser may have hung from it."""
    if speaker.id is not None or speaker.span is None:
        return speaker
    if not speaker.span.overlaps(content):
        comma = reading.text.find(",", speaker.span.start, speaker.span.end)
        words = Span(speaker.span.start, comma) if comma > speaker.span.start else speaker.span
        return Participant(clean(words.of(reading.text)), span=words)  # « selon une source, entre la France et … »
    words = Span(speaker.span.start, content.start)
    return Participant(clean(words.of(reading.text)).rstrip(" ,:"), span=words) if words.start < words.end else speaker


def _names_source(reading: Reading, sentence: Sentence, token: Token) -> bool:
    """Tell « selon Dubois », « de l'avis de Dubois », « a-t-on appris auprès de Dubois »."""
    before = preposition(sentence, token)
    if not before or token.lower in _MEASURES:
        return False
    opens = token.span.start - sentence.span.start < OPENING
    owned = token.lower != "avis" or before != "à" or any("Poss" in t.morph for t in sentence.children(token, "det"))
    view = token.lower in VIEWS and opens and before in ("de", "à", "in") and owned  # « soumis à l'avis de X » is none
    if before in ACCORDING or view:
        return True
    above = sentence.head(token)
    learnt = before == "auprès de" and above is not None and above.lower in LEARNT
    return learnt or (before == "pour" and _in_the_eyes_of(reading, sentence, token))


def _in_the_eyes_of(reading: Reading, sentence: Sentence, token: Token) -> bool:
    """Tell « Pour Anne Dubois, … »: a person after « pour » at the start of the sentence, a comma and a clause.

    Of a body or of people without a name only the conditional says so: « Pour la police, il s'agirait d'un accident ».
    """
    if token.span.start - sentence.span.start > 9:
        return False
    persons = [r for r in reading.referents(sentence, token) if reading.entities[r.entity].type is EntityType.PERSON]
    last = max(t.index for t in sentence.subtree(token))
    comma = any(t.text == "," for t in sentence.tokens[last : last + 2])
    behind = sentence.tokens[last:]
    own = any(t.dep.startswith("nsubj") or t.text in _MARKS for t in behind)  # not « Pour X, il s'agit d'un titre »
    own = own or any(t.lower in _MUST and _bids(sentence, t) for t in behind)
    clause = own or any(t.dep == "expl:subj" for t in behind)
    return comma and ((own and bool(persons)) or (clause and _held_by(reading, sentence, token, last)))


def _bids(sentence: Sentence, must: Token) -> bool:
    """Tell « Pour Anne Dubois, il faut agir » from « Pour Anne Dubois, il faudra attendre un an »: who waits is she."""
    done = sentence.children(must, "ccomp", "xcomp")
    return any(t.pos == "VERB" and t.lower not in _WAITING for t in done)


def _held_by(reading: Reading, sentence: Sentence, token: Token, start: int) -> bool:
    """Tell « Pour la police, l'incendie serait criminel », « Pour Novatel, 300 civils auraient été tués »."""
    kinds = {reading.entities[r.entity].type for r in reading.referents(sentence, token)}
    root = next((t for t in sentence.tokens if t.head == t.index), None)
    first = next((t for t in sentence.tokens[start:] if "VerbForm=Fin" in t.morph), None)
    if root is None or first is None or root.index not in (first.index, first.head):
        return False
    likely = "Mood=Cnd" in first.morph and not first.lower.startswith(_MODALS)
    told = first.dep == "aux:tense" and EntityType.ORGANIZATION in kinds
    return likely and (told or token.lower.split(" ")[0] in _FINDING)


def _content(reading: Reading, sentence: Sentence, source: Token) -> Span | None:
    """Return what is said: all after the source where it opens the sentence, else all before it."""
    part = list(sentence.subtree(source))
    # From its preposition on: in « la mesure est selon X une erreur » the parser makes X the predicate.
    start = min((t.span.start for t in sentence.children(source, "case")), default=min(t.span.start for t in part))
    end = max(t.span.end for t in part)
    above = sentence.head(source)
    if above is not None and above.lower in LEARNT:  # « Il a été arrêté, a-t-on appris auprès du parquet »
        commas = [t.span.start for t in sentence.tokens[: above.index] if t.text == ","]
        start = commas[-1] if commas else start
    ahead = [t for t in sentence.tokens if t.span.end <= start]
    that = any(t.lower in _THAT for t in [t for t in ahead if t.text != ","][-1:])  # "Miller said that, according to …"
    opening = that or all(t.pos in ("ADV", "CCONJ", "PUNCT") for t in ahead)
    opens = opening or start - sentence.span.start < 5 or joined(sentence, source)  # « Toujours selon X, … »
    end = _behind(reading, sentence, source, end) if opens else end
    if opens and _PARTICIPLE.match(reading.text, end):  # « Selon des témoins s'exprimant en ligne, … »
        comma = reading.text.find(",", end, sentence.span.end)
        end = comma if comma > 0 else end
    after = next((t for t in sentence.tokens if t.span.start >= end and t.pos != "PUNCT"), None)
    before = next((t for t in reversed(sentence.tokens) if t.span.end <= start), None)
    amid = any(t is not None and t.pos in ("VERB", "AUX") for t in (after, before))  # « est, selon Airbus, de … »
    amid = amid or _parts_copula(sentence, source, before) or _parts_subject(sentence, source)
    # "Although many disagree, according to Miller, the bridge is safe": what follows is what he says
    late = above is not None and above.dep == "ROOT" and above.index > source.index and not amid
    said = Span(sentence.span.start, sentence.span.end if amid else start)
    return _bare(reading.text, Span(end, sentence.span.end) if opens or late else said)


def _parts_copula(sentence: Sentence, source: Token, before: Token | None) -> bool:
    """Tell "was, according to the council, among the dead": the aside parts "was" from what somebody was."""
    verb = sentence.tokens[before.index - 1] if before is not None and before.text == "," else None
    closing = next((t.index for t in sentence.tokens[source.index :] if t.text == ","), None)
    rest = closing is not None and any(t.pos != "PUNCT" for t in sentence.tokens[closing:])
    return verb is not None and verb.lower in _COPULAS and rest


def _parts_subject(sentence: Sentence, source: Token) -> bool:
    """Tell « Les deux hommes, selon X, se sont vus à Lyon »: the aside parts the verb from its subject."""
    verb = sentence.head(source)
    subjects = sentence.children(verb, "nsubj") if verb is not None and verb.index > source.index else ()
    return any(t.index < source.index for t in subjects)


def _behind(reading: Reading, sentence: Sentence, source: Token, end: int) -> int:
    """Return where « Selon X, » ends: at the first comma that no apposition to the source follows."""
    commas = [t.index for t in sentence.tokens[source.index :] if t.text == ","]
    own = {t.index for t in sentence.subtree(source)}
    if not commas or any(t.index not in own and t.pos != "PUNCT" for t in sentence.tokens[source.index : commas[0]]):
        return end
    for comma, following in zip(commas, [*commas[1:], len(sentence.tokens)], strict=True):
        between = sentence.tokens[comma + 1 : following]
        near = next((t for t in reversed(sentence.tokens[source.index : comma]) if t.name is not None), source)
        who = _says_who(reading, near, between) or _of_writer(sentence, source, between)
        who = who or _lies_in(reading, sentence, comma, between) or _befell(sentence, source, between)
        listed = bool(between) and between[0].lower in ("and", "et") and all(t.index in own for t in between)
        who = who or listed
        if following == len(sentence.tokens) or not who:
            return sentence.tokens[comma].span.start
    return end


def _says_who(reading: Reading, source: Token, words: tuple[Token, ...]) -> bool:
    """Tell « procureure de Lyon » after a name, « Anne Dubois » after « la maire »: who the source is."""
    if words and words[0].lower in _RELATIVES:
        return True  # « Selon certains experts, dont Anne Dubois, … », « Selon Reuters, qui cite la police, … »
    first = words[0] if words else source
    one = any(t.lower in _ONE_OF for t in words[:2])  # « l'un des porte-parole du mouvement »
    noun = next((t for t in words[: 5 if one else 3] if t.pos == "NOUN"), None)
    if any(t.pos in ("VERB", "AUX") for t in words):
        return False
    beside = (t for t in words if t.dep == "appos" and t.head == source.index)  # "Jane Miller, Carter's spokeswoman,"
    if any(names_speaker(t.lower, reading.language) for t in beside):
        return True
    if source.name is not None:
        noun = noun if one or noun is first else _head(words)
        bare = noun is first or one or first.lower in _ARTICLES
        return bare and noun is not None and names_speaker(noun.lower, reading.language)
    alone = len(words) == 1 and first.name is not None
    return alone and names_person(source.lower, reading.language) and not first.dep.startswith("nsubj")


def _lies_in(reading: Reading, sentence: Sentence, comma: int, words: tuple[Token, ...]) -> bool:
    """Tell Texas of "According to police in Baytown, Texas, …"."""
    pair = (sentence.tokens[comma - 1], *words)
    names = [reading.annotation.names[t.name].type for t in pair if t.name is not None]
    return len(pair) == _PAIR == len(names) and set(names) == {EntityType.PLACE}


def _befell(sentence: Sentence, source: Token, words: tuple[Token, ...]) -> bool:
    """Tell « publié mardi par Oxfam » behind « Selon le rapport, »: a participle that agrees says what became of it."""
    first = words[0] if words else source
    above = {
        source.index,
        *(t.index for t in sentence.children(source, "appos")),
    }  # « la ministre X, élue … »
    said = first.dep.startswith("acl") and first.head in above and is_participle(first)
    return said and not any("VerbForm=Fin" in t.morph for t in words)


def _head(words: tuple[Token, ...]) -> Token | None:
    """Return the last noun before whatever follows the first ones: "a cybersecurity [firm] in Leeds"."""
    run = list(takewhile(lambda t: t.pos in ("DET", "ADJ", "NOUN", "ADV") or t.text == "-", words))
    return next((t for t in reversed(run) if t.pos == "NOUN"), None)


def _of_writer(sentence: Sentence, source: Token, words: tuple[Token, ...]) -> bool:
    """Tell "director of the event" behind "According to a post by Amy Cook,": who the writer is."""
    noun = next((t for t in words if t.dep == "appos" and t.pos == "NOUN"), None)
    name = sentence.head(noun) if noun is not None else None
    own = name is not None and name.name is not None and any(t is name for t in sentence.subtree(source))
    return own and names_person(noun.lower if noun is not None else "", "en") and source.name is None


def _bare(text: str, span: Span) -> Span | None:
    start, end = span.start, span.end
    while start < end and (text[start].isspace() or text[start] in ",.;:–—"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",.;:–—("):
        end -= 1
    return closed(Span(start, end), text) if len(text[start:end].split()) >= SHORTEST else None


def _stated(
    reading: Reading, sentence: Sentence, source: Token, speaker: Participant, content: Span, version: str
) -> Fact:
    document = reading.annotation.document
    words = Participant(clean(content.of(reading.text)), span=content)
    told = (t for t in sentence.children(source, "case") if t.dep == VOUCHING)
    relation = "announced" if any(t.lower.startswith("annon") for t in told) else "stated"
    return Fact(
        id=fact_id(document.id, relation, speaker.id or speaker.name, words.name, str(sentence.span)),
        relation=relation,
        subject=speaker,
        object=words,
        document=document.id,
        evidence=sentence.span,
        sentence=sentence.span,
        trigger=source.span,
        by=f"source:according@{version}",
        confidence=CONFIDENCE,
    )

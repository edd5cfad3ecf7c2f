"""Turns clauses that end in who says so the right way round (« L'usine fermera, a dit la ministre »).

Parsers hang the saying verb below what is said. Here it becomes the governor, its noun the subject and what is said
its content, so that everything after reads one shape only.
"""

from dataclasses import replace

from kg.extract.coreference.nouns import names_person
from kg.extract.coreference.pronouns import is_latter
from kg.extract.frames.load import load_frames
from kg.extract.grammar.prepositions import preposition
from kg.extract.grammar.voice import is_participle
from kg.extract.trees.mend import mended
from kg.extract.trees.sayings.reporting import TELLING, named_or_speaking, predicate, read_reporting, reported
from kg.lexicon.tables import fold, lexicon
from kg.model.annotation import Annotation, Sentence, Token

_THIS_ONE = ("celui-ci", "celle-ci")
# « a fait savoir », « laisse entendre »
_KNOWN = ("savoir", "entendre", "remarquer", "observer", "valoir", "comprendre")
ASIDE = 12  # words that an aside « , a dit la ministre , » has at most
_MANNERS = ("en", "par", "à", "auprès de", "sur", "dans", "devant")
_NEAR = 3  # tokens between an auxiliary and its participle
_REACH = 8  # tokens between a quotation and the verb behind it


def turn_sayings(annotation: Annotation) -> Annotation:
    """Return the annotation with such clauses turned."""
    saying = load_frames(annotation.document.language).clause_verbs["saying"]
    made = (mended(sentence, _with_speaker(sentence, saying)) for sentence in annotation.sentences)
    return replace(annotation, sentences=tuple(_turned(sentence, saying) for sentence in made))


def _with_speaker(sentence: Sentence, saying: frozenset[str]) -> dict[int, Token]:
    """Return who speaks in ", with Jane Miller, the head of X, saying …": the name is the subject of the participle."""
    moved: dict[int, Token] = {}
    for verb in sentence.tokens:
        if verb.dep != "advcl" or verb.lower not in saying or not _gerund(verb):
            continue
        named = (t for t in sentence.tokens[: verb.index] if t.name is not None)
        for name in (t for t in named if any(sentence.children(t, "appos"))):
            near = max(t.index for t in sentence.subtree(name)) >= verb.index - 2
            if near and preposition(sentence, name) == "with":
                moved[name.index] = replace(name, head=verb.index, dep="nsubj")
                moved |= {t.index: replace(t, head=verb.index, dep="mark") for t in sentence.children(name, "case")}
    return moved


def _turned(sentence: Sentence, saying: frozenset[str]) -> Sentence:
    for verb in sentence.tokens:
        if verb.pos != "VERB" or not _says(sentence, verb, saying):
            continue
        if not _aside_of(sentence, verb) and not _shared(sentence, verb):
            speaker = _speaker(sentence, verb)
            quote = _behind_colon(sentence, verb)
            if quote is not None and speaker is not None:
                return _part(sentence, verb, quote, speaker)
            inner = _inserted(sentence, verb)
            if inner is not None:
                return _hang(sentence, verb, sentence.tokens[verb.head], inner)
            better = _behind_clause(sentence, verb, speaker) if speaker is not None else None
            if better is not None:
                return better
    return read_reporting(sentence)


def _aside_of(sentence: Sentence, verb: Token) -> bool:
    """Tell a gerund, and « L'élue, soutenue par X, réclame … »: what is said of a noun, not by somebody."""
    behind = sentence.tokens[verb.index + 1 : verb.index + 2]
    helped = any(sentence.children(verb, "aux", "aux:pass", "aux:tense"))
    by = verb.dep == "acl" and is_participle(verb) and not helped and bool(behind) and behind[0].lower == "par"
    return by or _gerund(verb)


def _behind_clause(sentence: Sentence, verb: Token, speaker: Token) -> Sentence | None:
    """Return the sentence with the clause before « , a annoncé la ministre » as what she announced."""
    said = _said(sentence, verb)
    if said is None and verb.head == verb.index:
        said = _below(sentence, verb)
    if said is not None:
        return _hang(sentence, verb, said, speaker)
    far = _told_far_before(sentence, verb, speaker)
    if far is None:
        return None
    said = predicate(sentence, [t for t in sentence.subtree(far) if t.index < verb.index])
    return reported(sentence, verb, speaker, said or far)


def _told_far_before(sentence: Sentence, verb: Token, speaker: Token) -> Token | None:
    """Return the subject of a long clause that the parser gave to « , a annoncé le préfet » at its end.

    « Le maire, qui a reçu les familles, a annoncé » is none: the relative clause is all that stands between.
    """
    own = [t for t in sentence.children(verb, "nsubj") if t.index < verb.index]
    if (
        not named_or_speaking(sentence, speaker)
        or speaker.index < verb.index
        or len(own) != 1
        or verb.lower not in TELLING
    ):
        return None
    start = min(t.index for t in sentence.subtree(own[0]))
    between = sentence.tokens[start : verb.index]
    finite = next((t for t in between if t.dep.startswith("aux") or "VerbForm=Fin" in t.morph), None)
    if finite is None or not _after_comma(sentence, verb) or verb in (finite, sentence.head(finite)):
        return None
    opening = sentence.tokens[start : finite.index]
    return None if any(t.lower in ("qui", "que", "qu'", ",") for t in opening) else own[0]


def _says(sentence: Sentence, verb: Token, saying: frozenset[str]) -> bool:
    """Tell a verb of saying, and « a fait savoir », « laisse entendre »."""
    return verb.lower in saying or bool(_made(sentence, verb))


def _made(sentence: Sentence, verb: Token) -> list[Token]:
    return [t for t in sentence.children(verb, "xcomp") if t.lower in _KNOWN]


def _behind_colon(sentence: Sentence, verb: Token) -> Token | None:
    """Return the quotation of « Dubois a réagi : « On verra », a-t-elle écrit »: it alone is what she wrote."""
    near = sentence.tokens[max(0, verb.index - _REACH) : verb.index]
    quote = next((t for t in near if t.quote is not None), None)
    if quote is None or sentence.tokens[quote.index - 1].text != ":":
        return None
    clause = any(t.pos == "AUX" or "VerbForm=Fin" in t.morph for t in sentence.tokens[: quote.index])
    return quote if clause else None


def _part(sentence: Sentence, verb: Token, quote: Token, speaker: Token) -> Sentence:
    """Return the sentence with what stands before the colon apart from who says the quotation."""
    moved = {
        verb.index: replace(verb, head=verb.index, dep="ROOT"),
        quote.index: replace(quote, head=verb.index, dep="ccomp"),
        speaker.index: replace(speaker, head=verb.index, dep="nsubj"),
    }
    told = (t for t in sentence.children(verb) if t.index < quote.index - 1 and t.pos in ("VERB", "AUX"))
    return mended(sentence, moved | {t.index: replace(t, head=t.index, dep="ROOT") for t in told})


def _gerund(verb: Token) -> bool:
    """Tell « signalant »: it says more of what stands before, nobody speaks behind it."""
    return "VerbForm=Part" in verb.morph and "Tense=Pres" in verb.morph


def _shared(sentence: Sentence, verb: Token) -> bool:
    """Tell « dénoncé » of « a réuni la presse, dénoncé un abus et … »: nobody speaks behind a participle."""
    before = sentence.tokens[max(0, verb.index - _NEAR) : verb.index]
    return verb.dep == "conj" and is_participle(verb) and not any(t.pos == "AUX" for t in before)


def _inserted(sentence: Sentence, verb: Token) -> Token | None:
    """Return who says so in an aside between commas: "The plan, Jane Miller added, would cost", "…, said Miller, …"."""
    head = sentence.head(verb)
    strays = _strays(sentence, verb)
    subjects = [t for t in sentence.children(verb, "nsubj") if t not in strays]
    if verb.dep != "parataxis" or head is None or head.index < verb.index or head.quote is not None or not subjects:
        return None
    outside = {w.index for stray in strays for w in sentence.subtree(stray)}
    inside = [t.index for t in sentence.subtree(verb) if t.pos != "PUNCT" and t.index not in outside]
    first, last = min(inside), max(inside)
    commas = first > 0 and sentence.tokens[first - 1].text == "," and sentence.tokens[last + 1].text == ","
    return subjects[0] if commas and last - first < ASIDE else None


def _strays(sentence: Sentence, verb: Token) -> list[Token]:
    """Return what stands before the comma of an aside but hangs from its verb: "[The heirs], said Miller, left"."""
    if verb.index < 2 or sentence.tokens[verb.index - 1].text != ",":
        return []
    return [t for t in sentence.children(verb) if t.index < verb.index - 1 and t.pos != "PUNCT"]


def _said(sentence: Sentence, verb: Token) -> Token | None:
    """Return the clause before « , a annoncé », or None where the verb stands in another way."""
    head = sentence.head(verb)
    if head is None or head.quote is not None or head.index > verb.index:
        return None
    clitics = _clitics(sentence, verb)
    loose = verb.dep in ("advcl", "dep", "acl", "xcomp", "obj") and not any(sentence.children(verb, "mark"))
    if verb.dep in ("obj", "acl") and loose:
        head = _whole_clause(sentence, head)
    if verb.dep not in ("conj", "parataxis") and not clitics and not loose:
        return None
    before = [t for t in sentence.children(verb, "nsubj") if t.index < verb.index and t not in clitics]
    if before or any(sentence.children(verb, "cc")):
        return None
    return head if _after_comma(sentence, verb) else None


def _whole_clause(sentence: Sentence, head: Token) -> Token:
    """Return « a tiré » of « a tiré sur X et a pillé Y, rapporte Z », where the parser hung the saying from Y."""
    while head.head != head.index and (head.dep == "conj" or head.pos in ("NOUN", "PROPN")):
        if any(sentence.children(head, "cop")):
            break
        head = sentence.tokens[head.head]
    return head


def _after_comma(sentence: Sentence, verb: Token) -> bool:
    """Tell whether a comma stands right before the verb and its auxiliaries (« , a fait savoir »)."""
    makes = [t for t in sentence.children(verb, "dep", "aux") if t.lower in ("fait", "laissé")]
    words = [verb, *makes]
    helpers = [t.index for w in words for t in sentence.children(w, "aux", "expl", "advmod") if t.index < verb.index]
    first = min([verb.index, *(t.index for t in makes)])
    while first > 0 and (first - 1 in helpers or _clitic(sentence.tokens[first - 1])):
        first -= 1
    return first > 0 and sentence.tokens[first - 1].text == ","


def _clitic(token: Token) -> bool:
    """Tell « -t », « il » of « a-t-il affirmé »."""
    return token.lower.strip("-") in ("t", "il", "elle", "ils", "elles", "on")


def _below(sentence: Sentence, verb: Token) -> Token | None:
    """Return the clause that the parser hung below the verb that ends it: « …, a annoncé l'agence »."""
    before = [t for t in sentence.children(verb) if t.index < verb.index and t.pos not in ("PUNCT", "AUX", "ADV")]
    clauses = [t for t in before if t.pos == "VERB" and t.dep.startswith(("advcl", "ccomp", "parataxis", "dep"))]
    subjects = [t for t in before if t.dep.startswith("nsubj")]
    if len(clauses) != 1 or subjects or any(sentence.children(clauses[0], "mark")):
        return None
    own = any(sentence.children(clauses[0], "nsubj", "nsubj:pass"))
    return clauses[0] if own and _after_comma(sentence, verb) else None


def _speaker(sentence: Sentence, verb: Token) -> Token | None:
    clitics = _clitics(sentence, verb)
    if clitics:
        return clitics[0]
    nouns = [
        t
        for word in (verb, *_made(sentence, verb))
        for t in sentence.children(word, "nsubj", "obj")
        if t.index > verb.index and (t.pos in ("NOUN", "PROPN") or _one_of(sentence, t))
    ]
    bare = [t for t in nouns if not any(sentence.children(t, "case"))]
    behind = (_next_name, _after_date, _after_manner)
    return _latter(sentence, verb) or (
        bare[0] if bare else next(filter(None, (f(sentence, verb) for f in behind)), None)
    )


def _one_of(sentence: Sentence, token: Token) -> bool:
    """Tell « l'un » of « , a déclaré l'un de ses membres, Jean Dubois »."""
    return token.lower in ("un", "une") and sentence.tokens[token.index - 1].lower in ("l'", "l")


def _latter(sentence: Sentence, verb: Token) -> Token | None:
    """Return who speaks in « , a indiqué ce dernier », « , a précisé celle-ci »."""
    behind = sentence.tokens[verb.index + 1 : verb.index + 3]
    return next((t for t in behind if t.lower in _THIS_ONE or is_latter(sentence, t)), None)


def _after_date(sentence: Sentence, verb: Token) -> Token | None:
    """Return the name with its article behind a date: « , ont annoncé le 26 mars les Nations unies »."""
    for token in sentence.tokens[verb.index + 1 : verb.index + 11]:
        if token.name is not None:
            return token if not any(sentence.children(token, "case", "cc")) else None
        dated = (
            token.pos in ("DET", "NUM")
            or token.text == ","
            or token.lower in _KNOWN
            or fold(token.lower) in lexicon()["calendar"]
        )
        if not dated:
            return None
    return None


def _after_manner(sentence: Sentence, verb: Token) -> Token | None:
    """Return who speaks behind how or to whom: « , a dit en substance Anne Dubois », « , a dit à l'AFP Paul Martin ».

    « , a dit au ministre Paul Martin » is said to him.
    """
    phrases = sentence.children(verb, "obl", "obj")
    noun = next((t for t in phrases if verb.index + 1 < t.index <= verb.index + 3), None)
    if noun is None or preposition(sentence, noun) not in _MANNERS or names_person(noun.lower, "fr"):
        return None
    below = [t for t in sentence.children(noun, "appos", "nmod", "flat") if t.pos in ("NOUN", "PROPN")]
    bare = [t for t in below if t.index > noun.index and not any(sentence.children(t, "case", "cc"))]
    return bare[0] if bare and sentence.tokens[bare[0].index - 1].text != "," else None


def _next_name(sentence: Sentence, verb: Token) -> Token | None:
    """Return the bare name right behind the verb, whatever the parser calls it: nothing else can stand there."""
    after = sentence.tokens[verb.index + 1] if verb.index + 1 < len(sentence.tokens) else None
    if after is None or after.name is None or after.head != verb.index or any(sentence.children(after, "case", "cc")):
        return None
    return after


def _clitics(sentence: Sentence, verb: Token) -> list[Token]:
    """Return the pronoun subject right behind a verb: « ajoute-t-elle », « a-t-il dit »."""
    near = range(verb.index - 2, verb.index + 3)
    after = (t for t in sentence.children(verb, "nsubj") if t.pos == "PRON" and t.index in near)
    return [t for t in after if t.index > 0 and sentence.tokens[t.index - 1].pos in ("PUNCT", "VERB", "AUX")]


def _hang(sentence: Sentence, verb: Token, said: Token, speaker: Token) -> Sentence:
    root = said.head == said.index
    moved = {
        verb.index: replace(verb, head=verb.index if root else said.head, dep=said.dep),
        said.index: replace(said, head=verb.index, dep="ccomp"),
        speaker.index: replace(speaker, head=verb.index, dep="nsubj"),
    }
    if said.index > verb.index:
        moved |= {t.index: replace(t, head=said.index) for t in _strays(sentence, verb)}
    elif speaker.index > verb.index:  # « …, ont-ils dit, lundi, »: the day behind the verb is that of saying it
        behind = (t for t in sentence.children(said) if verb.index < t.index < speaker.index and t.pos != "PUNCT")
        moved |= {t.index: replace(t, head=verb.index) for t in behind if t.index not in moved}
    return mended(sentence, moved)

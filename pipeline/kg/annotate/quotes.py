"""Finds quotations: guillemets, curly and straight quotation marks, one paragraph at a time."""

import re
from collections.abc import Iterator
from typing import Final

from kg.annotate.titled import titled_in_french
from kg.lexicon.sayings import saying_forms
from kg.model import Span
from kg.model.annotation import Quote

PAIRS = {"«": "»", "“": "”", "„": "“"}
MIXED = {"«": "”", "“": "»"}  # what some papers close them with
# “We shall win," he said · "We shall win,” he said · “We shall win,“ he said: a mark of another kind behind a word.
_ODD_END = re.compile(r"(?<=[\w.,!?…])(?:[\"“”]|''|’’)(?=[\s.,;:!?)]|$)")
STRAIGHT = '"'
TURNED = "”"  # ”We shall win,“ she said: some papers set the marks the wrong way round
_TURNED_END = re.compile(r"(?<=\S)[“”](?=[\s.,;:!?)]|$)")
# « Tout va bien », dit-il: even two words are speech when a verb with its pronoun behind it follows.
# "At last," tweeted Jane Miller: the comma inside of the marks is a speaker's.
_TOLD = re.compile(r"[A-ZÀ-Ý].*\s.*[,.!?]", re.DOTALL)
# « son premier roman, « … » », "titled “…”": what such a word brings up is a name, not speech.
_TITLED = re.compile(
    r"(?:roman|film|livre|album|chanson|ouvrage|émission|documentaire|essai|recueil|série|pièce|tableau|titre|nouvelle"
    r"|intitulée?s?|baptisée?s?|titrée?s?|novel|movie|book|song|play|single|documentary|titled|entitled)\s?[,:]?\s?$",
    re.IGNORECASE,
)
# « le mouvement « En avant ! » », « l'association « Un toit pour tous » »: nobody says it, whatever its last mark.
_BODY = re.compile(
    r"\b(?:le |un |du |au |son |l['’]|une )(?:nouveau |propre |petit )?"
    r"(?:mouvement|parti|association|collectif|(?P<any>groupe|ONG|organisation|coalition))"
    r"(?:[ \u00a0][a-zà-ÿ-]{4,})?[ \u00a0]$",
    re.IGNORECASE,
)
_BODY_WORDS: Final = 5
# « mis en examen pour « association de malfaiteurs » et « … » »: what somebody is charged with is no speech either.
_CHARGED = re.compile(
    r"(?:détention|examen|garde à vue|prison|condamnée?s?|poursuivie?s?|inculpée?s?|jugée?s?|écrouée?s?|enquête|plainte"
    r"|ouverte|information judiciaire|arrêtée?s?|interpellée?s?)\b[^«».;:]{0,40}\bpour\s(?:des\s|les\s)?"
    r"(?:«[^«»]*»,?\s(?:et\s)?)*$",
    re.IGNORECASE,
)
_ASKED = re.compile(r"\s?,?\s(?:s['’])?\w+(?:-t)?-(?:il|elle|ils|elles|on)\b")
# « L'incendie est maîtrisé », ont annoncé les pompiers: what a verb of saying follows is speech, however short.
_FOLLOWED = re.compile(
    r"\s?,\s(?:(?:s['’]|se |l['’]|lui |nous |y )?(?:est |sont |a |ont |avait |avaient |aurait )?|s['’])(\w+)"
)
# « A Lyon, « nous tiendrons », a dit le maire »: a clause, though it begins small
_CLAUSE: Final = re.compile(r"(?:je|nous|on|ils?|elles?|vous|tu|ça|we|it|i|he|she|they|you)\s(?!et\b)|(?:j|c)['’]")
_PASSIVE = re.compile(r"\s(?:par|by|de|d['’])\b")
# ‘We shall win,’ said Mr Trudeau: British papers quote with marks that are apostrophes too.
_SINGLE = re.compile(r"(?<![^\s(\[—–])['‘](?=[^\W\d_])")
_SINGLE_END = re.compile(r"(?<=[,.!?…])['’](?=\s|$|[)—–])|(?<=[^\Ws])['’](?=[\s.,;:!?)]|$)")
_SHORT_SPEECH: Final = 3  # words behind a verb of saying and a colon; « un mot d'ordre : « La paix » » is none
_SAID_WITHIN: Final = 120  # characters from a verb of saying to the colon, with its listener and its day
_CLAUSE_END = re.compile(r"[.;:!?»”\n]")
LONGEST_SINGLE = 700  # characters
_WORD = re.compile(r"\w[\w'’-]*")
SPEECH_WORDS = 4  # design.md: a quotation of four words or more is masked before the parse


def find_quotes(text: str, paragraphs: tuple[Span, ...], language: str) -> tuple[Quote, ...]:
    """Return the outermost quotations of the text in order; a mark that nothing closes is left alone."""
    found: list[Quote] = []
    for paragraph in paragraphs:
        double = [*_carried(text, paragraph, found)]
        rest = Span(double[-1].span.end, paragraph.end) if double else paragraph
        double.extend(_paragraph_quotes(text, rest, language))
        found.extend(double)
        if language == "en":
            found.extend(_single_quotes(text, paragraph, double))
    return tuple(sorted(found))


def _carried(text: str, paragraph: Span, before: list[Quote]) -> Iterator[Quote]:
    """Yield the words up to a closing mark where the paragraph before left a quotation open and none opens here."""
    last = before[-1] if before else None
    if last is None or last.span.end != last.inner.end or text[last.span.end : paragraph.start].strip():
        return
    closing = PAIRS.get(text[last.span.start], STRAIGHT)
    at = text.find(closing, paragraph.start, paragraph.end)
    opened = any(mark in text[paragraph.start : at] for mark in PAIRS) if at > 0 else True
    behind = text[at + 1 : at + 2]
    if not opened and not text[at - 1].isspace() and (not behind or not behind.isalnum()):
        yield Quote(Span(paragraph.start, at + 1), Span(paragraph.start, at), speech=True)


def _single_quotes(text: str, paragraph: Span, double: list[Quote]) -> Iterator[Quote]:
    """Yield the speech between single marks outside of the other quotations."""
    at = paragraph.start
    while (opening := _SINGLE.search(text, at, paragraph.end)) is not None:
        end = min(paragraph.end, opening.end() + LONGEST_SINGLE)
        closing = _SINGLE_END.search(text, opening.end(), end)
        at = opening.end()
        if closing is None:
            continue
        span = Span(opening.start(), closing.end())
        quote = _quote(text, span.start, closing.start(), paragraph.end, "en")
        if quote.speech and not any(other.span.overlaps(span) for other in double):
            yield quote
            at = closing.end()


def _paragraph_quotes(text: str, paragraph: Span, language: str) -> Iterator[Quote]:
    at = paragraph.start
    while at < paragraph.end:
        mark = text[at]
        if mark in PAIRS:
            close = _closing(text, at, paragraph.end, mark)
        elif mark == STRAIGHT and _opens(text, at, paragraph.start):
            close = _straight_closing(text, at, paragraph)
        elif mark == TURNED and _opens(text, at, paragraph.start):
            turned = _TURNED_END.search(text, at + 1, paragraph.end)
            close = turned.start() if turned else -1
        else:
            at += 1
            continue
        if close < 0:
            at += 1
            continue
        yield _quote(text, at, close, paragraph.end, language)
        at = close + 1


def _closing(text: str, start: int, end: int, mark: str) -> int:
    """Return where the mark is closed, counting nested ones; the paragraph's end closes a long quotation."""
    closing, depth = PAIRS[mark], 0
    odd = _odd_end(text, start, end) if mark == "“" else -1
    if odd > 0:
        return odd
    for at in range(start, end):
        if text[at] == mark:
            depth += 1
        elif text[at] == closing:
            depth -= 1
            if depth == 0:
                return at
    mixed = text.find(MIXED.get(mark, mark), start + 1, end)  # « “We shall win,» he said »
    if mixed > 0 and not any(other in text[start + 1 : mixed] for other in PAIRS):
        return mixed
    # A quotation that runs over several paragraphs opens each anew and closes only the last.
    long = len(text[start:end].split()) > 2 * SPEECH_WORDS or _opened_anew(text, end, mark)
    return end if depth and long else -1


def _opened_anew(text: str, end: int, mark: str) -> bool:
    """Tell whether the next paragraph opens with the same mark."""
    return text[end : end + 4].lstrip().startswith(mark)


def _odd_end(text: str, start: int, end: int) -> int:
    """Return where a mark of another kind than the one that opened closes a quotation, or -1.

    It is the first mark behind the opening one that closes anything, and none was opened in between.
    """
    found = _ODD_END.search(text, start + 1, end)
    if found is None or found[0] == PAIRS.get(text[start], text[start]):
        return -1
    between = text[start + 1 : found.start()]
    return -1 if any(mark in between for mark in (*PAIRS, *PAIRS.values(), STRAIGHT)) else found.start()


def _opens(text: str, at: int, start: int) -> bool:
    before = text[at - 1] if at > start else " "
    after = text[at + 1 : at + 2]
    if before == "," and after.isspace():
        return True  # « a dit," nous verrons »: no closing mark can stand there outside of a quotation
    return (before.isspace() or before in "(['’-–—") and bool(after) and not after.isspace()


def _straight_closing(text: str, start: int, paragraph: Span) -> int:
    odd = _odd_end(text, start, paragraph.end)
    if odd > 0:
        return odd
    at = text.find(STRAIGHT, start + 1, paragraph.end)
    while at >= 0:
        after = text[at + 1 : at + 2]
        if not text[at - 1].isspace() or not after or after.isspace() or after in ".,;:!?)":
            return at
        at = text.find(STRAIGHT, at + 1, paragraph.end)
    return paragraph.end if _goes_on(text, start, paragraph) else -1


def _goes_on(text: str, start: int, paragraph: Span) -> bool:
    """Tell whether a mark without its fellow opens speech that runs over paragraphs."""
    before = text[paragraph.start : start].rstrip()
    long = len(text[start : paragraph.end].split()) > 2 * SPEECH_WORDS or _opened_anew(text, paragraph.end, STRAIGHT)
    return long and STRAIGHT not in text[start + 1 : paragraph.end] and (not before or before[-1] in ",:")


def _quote(text: str, start: int, close: int, end: int, language: str) -> Quote:
    inner_start, inner_end = start + 1, close
    while inner_start < inner_end and text[inner_start].isspace():
        inner_start += 1
    while inner_end > inner_start and text[inner_end - 1].isspace():
        inner_end -= 1
    inner = Span(inner_start, inner_end)
    span = Span(start, min(close + (2 if text[close : close + 2] in ("''", "’’") else 1), end))
    words = inner.of(text)
    asked = " " in words and _ASKED.match(text, span.end) is not None
    told = _TOLD.fullmatch(words) is not None and not _is_title(words)
    named = _TITLED.search(text, max(0, start - 20), start) is not None or _charges(text, start, words)
    named = named or (language == "fr" and titled_in_french(text, start, span.end, words))
    told = told or _followed(text, span.end, words, language) or _introduced(text, start, words, language)
    speech = (_is_speech(words) and not named) or asked or told
    return Quote(span, inner, speech and not body_beside(text, start, words))


def body_beside(text: str, start: int, words: str) -> bool:
    """Tell whether a quotation that begins there is what a body is called, by the noun right before it."""
    short = words[:1].isupper() and len(words.split()) <= _BODY_WORDS
    found = _BODY.search(text, max(0, start - 45), start) if short else None
    # « selon le groupe, « Nous partons tous » » is said, « le groupe « Mamans pour la Lecture » » a name
    return found is not None and (found["any"] is None or _CLAUSE.match(words.lower()) is None)


def _charges(text: str, start: int, words: str) -> bool:
    """Tell what a court or the police calls an act, in small letters, behind « pour »."""
    return words[:1].islower() and _CHARGED.search(text, max(0, start - 160), start) is not None


def _followed(text: str, end: int, words: str, language: str) -> bool:
    """Tell whether a verb of saying follows: « C'est faux », lâche le patron."""
    verb = _FOLLOWED.match(text, end)
    begun = words[:1].isupper() or _CLAUSE.match(words) is not None
    if verb is None or not begun or not re.search(r"\w['’\s]\w", words) or _is_title(words):
        return False
    return verb[1].lower() in saying_forms(language) and _PASSIVE.match(text, verb.end()) is None


def _introduced(text: str, start: int, words: str, language: str) -> bool:
    """Tell whether a colon brings up a sentence: « Réaction du maire : « On verra. » », « a dit : « On verra » »."""
    before = text[max(0, start - _SAID_WITHIN) : start].rstrip()
    if not before.endswith(":") or not words[:1].isupper():
        return False
    stopped, title = words[-1:] in ".!?…", _is_title(words)
    if stopped and " " in words and not title:
        return True
    sentence = not title and (len(words.split()) >= _SHORT_SPEECH or _CLAUSE.match(words.lower()) is not None)
    said = saying_forms(language)
    clause = _CLAUSE_END.split(before[:-1])[-1]
    return (stopped or sentence) and any(word.lower() in said for word in _WORD.findall(clause))


def _is_speech(words: str) -> bool:
    """Tell speech from a scare quote or a quoted title: enough words, and not all of them capitalised."""
    return len(_WORD.findall(words)) >= SPEECH_WORDS and not _is_title(words)


def _is_title(words: str) -> bool:
    long_words = [part for part in _WORD.findall(words) if len(part) > 3]
    return bool(long_words) and all(part[0].isupper() for part in long_words)

"""Tells by the words around that what stands in quotation marks is the title of a work: « joue dans « Le Procès » »."""

import re
from typing import Final

_BEFORE: Final = re.compile(
    r"\b(?:romans?|livres?|essais?|films?|long-métrage|court-métrage|documentaires?|séries?|albums?|chansons?|singles?"
    r"|titre|tube|pièces?|spectacle|opéra|tableau|toile|recueil|mémoires|biographie|autobiographie"
    r"|ouvrage|manga|jeux? vidéo"
    r"|émissions?|téléfilm|feuilleton|comédie|poème|intitulée?s?|(?:auteur|autrice) d(?:e|u|es)|novels?"
    r"|books?|movies?|memoirs?"
    r"|songs?|plays?|documentary|musical|painting|comedy|thriller|titled|entitled|called|directed|starred in|wrote"
    r"|(?:affiche|casting|tournage|saisons?|épisodes?|réalisateur|réalisatrice|scénariste|bande[ -]originale"
    r"|bande-annonce|adaptation|vedette) d(?:e|u|es)"
    r"|(?:a|ont|avait|avaient|et|de|pour) (?:(?:co)?réalis|tourn)(?:é|er)(?: en \d{4})?"
    r"|author of)(?:[ \u00a0][a-zà-ÿ-]+){0,2}[ \u00a0]?[,:(]?[ \u00a0]?$"
)
# « ses rôles dans « Le Procès » », « révélée par « Un été » », « des succès comme « Le Procès » »
_STAGED: Final = re.compile(
    r"\b(?:(?:jou(?:e|é|er|ait|ant|era)|tourn(?:e|é|er|ait)|appar(?:aît|aissait|u|ue|aître)"
    r"|rôles?(?:[ \u00a0](?:principal|titre|phare))?)[ \u00a0](?:dans|pour)"
    r"|(?:[Rr]évélée?|[Rr]emarquée?)s?[ \u00a0](?:par|grâce à|dans|avec)"
    r"|(?:succès|tubes?|titres|classiques|films|chansons|morceaux|pièces|séries|romans|livres|albums|comédies)"
    r"(?:[ \u00a0][a-zà-ÿ-]+){0,2}[ \u00a0](?:comme|tels? que|telles? que|dont|notamment)"
    r"|(?:[Rr]écompensée?|primée?|nommée?|sacrée?)s?[ \u00a0]pour"
    r"|(?:César|Oscar|Molière|Ours d['’][a-z]+|Palme d['’]or|Lion d['’][a-z]+|[Pp]rix)"
    r"(?:[ \u00a0][\w'’-]+){0,6}[ \u00a0]pour"
    r"|interpr[éè]t(?:e|é|er|ait)|enquête"
    r"|(?:acteur|actrice|comédien|comédienne|héros|héroïne|star|interprète|créateur|créatrice|présentateur"
    r"|présentatrice|animateur|animatrice|équipe|plateau|candidate?s?|lauréate?|jury) d(?:e|u|es)"
    r")[ \u00a0]?,?[ \u00a0]?$"
)
# « … "Sept clous", de la plasticienne … », "“The Smoke Season,” a first feature by …", « "Le Procès" (1984) »
_BEHIND: Final = re.compile(
    r"[ \u00a0]?,[ \u00a0](?:de|du|by|d['’])[ \u00a0]?(?:la |l['’]|le )?(?:[a-zà-ÿ]+[ \u00a0])?[A-ZÀ-Þ][a-zà-ÿ]"
    r"|[ \u00a0]?,[ \u00a0](?:son|sa|leur|une?|le|la|his|her|an?|the)(?:[ \u00a0][a-zà-ÿ-]+)?[ \u00a0]"
    r"(?:long[ -]métrage|film|roman|livre|album|série|documentaire|feature|novel|book|memoir|movie|comedy|drama)\b"
    r"|[ \u00a0]?,[ \u00a0](?:grand |premier )?[Pp]rix (?:du|des|de l|d['’])"
    r"|,?[ \u00a0](?:a été |est )?(?:co)?(?:réalisée?|mise? en scène)[ \u00a0]par[ \u00a0][A-ZÀ-Þ]"
    r"|[ \u00a0](?:sortira|est sorti|sort|paraîtra|paraît|est paru|opens in|premiered|premieres)\b"
)
_DATED: Final = re.compile(
    r"[ \u00a0]?\((?:19|20)\d\d\)"
    r"|[ \u00a0]?,[ \u00a0](?:sortie?|parue?|tournée?|adaptée?|réalisée?|tirée?)s?[ \u00a0]"
    r"(?:en|le|au|par|du|d['’]|à)\b"
)
# « dans « La femme en bleu » de Michel Deville »
_IN: Final = re.compile(r"\b(?:dans|mythique|célèbre)[ \u00a0]$")
_OF_SOMEBODY: Final = re.compile(r"[ \u00a0](?:de[ \u00a0]|d['’])[A-ZÀ-Þ][\w-]+[ \u00a0][A-ZÀ-Þ][a-zà-ÿ]")
# « Le placard » ou [« La doublure »]
_ROW: Final = re.compile(
    r"[«\"“][^«»\"“”\n]{2,60}[»\"”](?:[ \u00a0]\((?:19|20)\d\d\))?(?:,|,?[ \u00a0](?:et|ou|puis))[ \u00a0]$"
)
_CLAUSE: Final = re.compile(r"(?:je|j['’]|nous|on|il|ils|elle|elles|vous|tu|ça|c['’]est)\b", re.IGNORECASE)
_LONGEST: Final = 8  # words
_TITLES: Final = 20  # of one row: each is asked for the first, so a row without end would take long


def told_as_work(text: str, start: int, end: int, *, comma: bool = False) -> bool:
    """Tell by the words around the marks that they hold a title, in English or French; `comma` ends what they hold."""
    after = text[end : end + 50]
    return told_before(text, start) or _BEHIND.match("," + after if comma else after) is not None


def told_before(text: str, start: int) -> bool:
    """Tell « son roman, « … » », "titled “…”" by what stands before the marks."""
    return _BEFORE.search(text, max(0, start - 45), start) is not None


def titled_in_french(text: str, start: int, end: int, words: str) -> bool:
    """Tell a title of several words, which would be taken for speech: « joue dans « Le roi des montagnes » »."""
    if not words[:1].isupper() or words[-1] in ".!?…," or len(words.split()) > _LONGEST or _CLAUSE.match(words):
        return False
    start = _first_of_row(text, start)
    before = max(0, start - 60)
    staged = _STAGED.search(text, before, start) or _DATED.match(text, end)
    within = _IN.search(text, before, start) and _OF_SOMEBODY.match(text, end)
    return bool(staged or within or (text[start - 2 : start].strip() != ":" and told_before(text, start)))


def _first_of_row(text: str, start: int) -> int:
    """Return where the first of several titles begins: « Le placard » ou « La doublure »."""
    for _ in range(_TITLES):
        joined = text[max(0, start - 5) : start].endswith((", ", "et ", "ou ", "puis "))
        row = _ROW.search(text, max(0, start - 90), start) if joined else None
        if row is None:
            break
        start = row.start()
    return start

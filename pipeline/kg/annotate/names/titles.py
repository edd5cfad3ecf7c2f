"""Reads from the words around a name that it is the title of a work: « l'autrice de X », "X, directed by Y"."""

import re
from collections.abc import Iterator
from typing import Final

from kg.lexicon.tables import places
from kg.model import EntityType, Span

_ART: Final = (
    r"(?:film|long[ -]métrage|court[ -]métrage|documentaire|roman|livre|album|essai|opéra|recueil|chanson|pièce|série"
    r"|tableau|toile|sculpture|comédie|drame|thriller|single|ouvrage|récit|symphonie|ballet|morceau|(?<!du )titre|movie"
    r"|novel|book|memoir|documentary|musical|play|song|painting|drama|comedy|sitcom|epic|record|debut|feature|sequel)"
)
_MARK: Final = r"[«\"“‘']?[ \u00a0]?(?:The |A |An |Les? |La |L['’])?$"
# « la réalisatrice québécoise de X », « l'auteure des Y »
_MAKER_OF = re.compile(
    r"\b(?:réalisat(?:eur|rice)|scénariste|coscénariste|metteu(?:r|se) en scène|aut(?:eure?|rice)|romanci(?:er|ère)"
    r"|cinéaste)(?:[ \u00a0][a-zà-ÿ-]+)?[ \u00a0](?:de |d['’]|du |des )" + _MARK
    + r"|\b(?:author|screenwriter|playwright|novelist) of (?:the )?" + _MARK
    + r"|\b(?:director|star|creator|producer|composer) of (?:the )?[\"“‘']$"
    + r"|(?<![\"”’'»] )\b(?:directed|wrote|co-wrote|penned) (?:the )?" + _MARK  # not “…,” wrote Jane Miller
)  # fmt: skip
# « son dernier album, X, », "her eighth album, X,"
_OWN_WORK = re.compile(
    rf"\b(?:son|sa|leur|his|her|their|whose|[A-Z][\w-]+['’]s?)(?:[ \u00a0][a-zà-ÿ-]+){{0,3}}[ \u00a0]{_ART}"
    rf"(?:[ \u00a0][a-zà-ÿ-]+){{0,2}}, {_MARK}"
)
_KIND = re.compile(rf"\b{_ART}[ \u00a0](?:intitulée?[ \u00a0]|titled |called |entitled )?{_MARK}")
# "'Desert Wind' director Jane Miller"
_QUOTED_BEFORE: Final = re.compile(r"[\"“‘'«][ \u00a0]?$")
_MAKER_AFTER: Final = re.compile(
    r"[\"”’'»]['’]? (?:director|star|author|creator|actor|actress|producer|singer|writer)s?\b"
)
_ENDS = re.compile(r"[ \u00a0]?[,.;:)»”\"]")
_MADE_BY = re.compile(
    r"[ \u00a0]?[»\"”’]?(?: ?\([^)]{1,30}\))?,? (?:réalisée?|écrite?|mise? en scène|composée?|peinte?|tournée?) "
    r"(?:en \d{4} )?par "
    r"|[ \u00a0]?[»\"”’]?(?: ?\([^)]{1,30}\))?,? (?:(?:co-)?(?:written|produced) and )?"
    r"(?:directed|written|composed|painted|penned|co-directed|co-written) by "
)
_IS_ART = re.compile(
    r"[ \u00a0]?[»\"”’]?, (?:une? |le |la |l['’]|son |sa |an? |the |his |her |their )(?:[a-zà-ÿ-]+ ){0,3}?"
    rf"{_ART}\b(?![ \u00a0][A-ZÀ-Þ])"
)
# "the Harbour Lights actress", “Salt Letters” trilogy
_ART_AFTER = re.compile(
    r"[\"”’']? (?:trilogy|saga|sitcom|franchise|soundtrack|podcast|miniseries|probe|spacecraft|rover|chatbot)\b"
    r"|(?<=[a-z]s)[\"”’']? (?:actor|actress|star|cast|spin-off|sequel|remake)\b"
)
_LED: Final = re.compile(
    r" (?:Cent(?:er|re)|Institute|Agency|Office|Bureau|Department|Council|Foundation|Museum|Laboratory|Programme"
    r"|Program|Project|Commission|Board|School|Association|Division|Service)$"
)
_OF_MAKER = re.compile(r" (?:author|creator|co-creator|screenwriter|novelist) [A-Z]")


def titles(text: str, span: Span) -> Iterator[tuple[EntityType, float]]:
    """Yield the type Work where the words around a name speak for it, with a weight."""
    before, after = text[max(0, span.start - 80) : span.start].rpartition("\n")[2], text[span.end : span.end + 80]
    own = _OWN_WORK.search(before) and _ENDS.match(after)
    quoted = _QUOTED_BEFORE.search(before) and _MAKER_AFTER.match(after)
    if own:
        yield EntityType.WORK, 9.0  # "her third novel, The Salt Ledger": a paper's word inside says nothing
    elif quoted or _made(before, span.of(text)) or _MADE_BY.match(after):
        yield EntityType.WORK, 4.0
    elif _is_art(text, span, after) or _KIND.search(before):
        yield EntityType.WORK, 2.5


def _made(before: str, name: str) -> bool:
    """Tell what somebody made from what he led: "directed the Kerrigan Research Centre"."""
    maker = _MAKER_OF.search(before)
    led = maker is not None and maker.group().startswith("directed") and _LED.search(name) is not None
    return maker is not None and not led


def _is_art(text: str, span: Span, after: str) -> bool:
    noun = _ART_AFTER.match(text, span.end) is not None and span.of(text) not in places()
    return noun or _IS_ART.match(after) is not None or _OF_MAKER.match(after) is not None

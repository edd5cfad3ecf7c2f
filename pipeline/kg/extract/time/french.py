"""French rules for expressions of time: patterns over the shared families."""

from kg.extract.time import build, numerals
from kg.extract.time.families import Families
from kg.extract.time.feasts import feast_rules
from kg.extract.time.french_words import FRENCH
from kg.extract.time.ranges import range_rules
from kg.extract.time.rule import Rule, alternatives, rule

_F = Families(FRENCH)
MONTH = rf"(?:{alternatives(FRENCH.months)})"
WEEKDAY = rf"(?:{alternatives(FRENCH.weekdays)})"
UNIT = rf"(?P<unit>{alternatives(FRENCH.units)})"
NOT_COUNTED = (
    r"(?!\d|[.,]\d|\s?(?:%|€|\$|(?:euros?|dollars?|livres|personnes|habitants|km|kilomètres|mètres|fois|ans|voix"
    r"|places|kilos|tonnes|morts|blessés|millions?|milliards?)\b))"
)
YEAR4 = rf"(?:1\d|20)\d\d{NOT_COUNTED}"
_YEAR = rf"(?P<year>{YEAR4})"
_N = rf"(?P<n>\d{{1,4}}|{numerals.words_pattern('fr')})"
# « le 7 décembre 15 maires »: a number before a noun in the plural is no year
_COUNTED = (
    r"\s(?!(?:dans|sans|mais|vers|lors|après|depuis|puis|alors|plus|moins|nous|vous|ils|elles|les|des|ses|ces|sous)\b)"
    r"[a-zà-ÿ]{2,}s\b"
)
_DAY = r"(?P<day>1\s?er|premier|\d{1,2}(?!\d))"
# « a annoncé lundi 12 morts »: a plural noun is counted
_NO_COUNT = r"(?!\s(?!(?:dans|sous|dès|vers|puis|mais|sans|[lds]es|leurs|depuis|après|plus)\b)[a-zà-ÿ-]{3,}[sx]\b)"
_SPENT = r"(?!(?<=s)\s(?:à|au|aux|en|dans|chez|avec|auprès|derrière|sous|ensemble)\b)"  # « ses mois passés à Rome »
_AFTER = rf"(?P<shift>derni(?:ère|er)s?|passée?s?{_SPENT}|écoulée?s?|prochaine?s?|à\svenir|qui\svient)"
_TOLD = r"(?P<shift>suivante?|précédente?|d['’]avant|d['’]après)"
_HALF_DAY = r"(?:\s(?:au\s|dans\sla\s|en\s|en\sfin\sd['’])?(?P<part>matin|matinée|midi|après-midi|soir|soirée))?"
_LEAD = r"(?P<part>(?:début|fin|milieu)(?:\sde|\sdu)?\s(?:(?:le\s)?mois\sde\s|d['’])?|mi-\s?)"
_PART = r"(?:(?P<part>début|fin|milieu|mi)[\s-](?:de\sl['’]|de\sla\s|du\s|de\s|d['’]|l['’])?)?"
_REL = r"(?:\s(?P<rel>(?:de\s)?(?:cette\sannée|l['’]an(?:née)?\s(?:derni(?:ère|er)|prochaine?))))"
_SEASON = rf"(?P<season>{alternatives(FRENCH.seasons)})"
_BEFORE_YEAR = (
    r"(?:(?P<part>début|fin|mi|courant)[\s-]|\b(?:en|dès|depuis|vers|avant|après|année|l['’]an|jusqu['’]en|d['’]ici"
    r"|d['’]ici\sà|à\spartir\sde|or|horizon|printemps|édition|exercice|rentrée|celle\sde|celui\sde|élections?\sde"
    r"|(?<!plus\s)(?<!moins\s)(?<!près\s)(?<!autour\s)d[eu])\s|\()"
)
_BEHIND = (
    r"\s(?:les?|la|l['’]|une?|des?|sa|son|ses|leurs?|cet|cette|ce|avoir|être|s['’]être|de\s|d['’]|y\s|que?|qu['’]"
    r"|(?-i:[A-ZÉ]))"
)
_VAGUE = (
    r"il\sy\sa\s(?:quelques|plusieurs|des|une\s\w+aine\sde|une\s\w+aine\sd['’])\s?(?:jours|semaines|mois|années|ans)|ces\sderni(?:ers|ères)\s(?:jours"
    r"|semaines|mois|années|temps)|dans\sles\s(?:prochaine?s\s\w+|\w+\sà\svenir)|dans\s(?:quelques|plusieurs)\s(?:jours"
    r"|semaines|mois|années)|prochainement|bientôt|récemment|autrefois|naguère|jadis|au\splus\stôt|ultérieurement"
)
_SETS = (
    r"(?:chaque|tous\sles|toutes\sles)\s(?:\w+\s)?(?:jours?|semaines?|mois|ans|années?|matins?|soirs?|nuits?|heures?|"
    + WEEKDAY
    + r"s?)"
)

RULES: tuple[Rule, ...] = (
    *range_rules(
        _F,
        month=MONTH,
        year=YEAR4,
        weekday=WEEKDAY,
        to=r"(?:au|à|jusqu['’]?(?:au|à|a))",
        also="et",
        article=r"(?:le|les)",
    ),
    *feast_rules("fr", _YEAR),
    rule(
        rf"(?:(?:ce\s)?(?P<weekday>{WEEKDAY})(?:\s(?:matin|midi|après-midi|soir))?,?\s(?:le\s)?)?{_DAY}\s(?:du\smois\sde\s|de\s)?(?P<month>{MONTH})"
        rf"(?:,?\s(?:de\s)?{_YEAR}|\s{_AFTER}|{_REL})?{_HALF_DAY}",
        _F.day_month,
    ),
    rule(rf"(?P<day>\d{{1,2}})\s(?P<month>{MONTH})\s(?P<year>\d\d)(?![\d\s]?\d|\s?h|\s?[%€]|{_COUNTED})", _F.day_month),
    rule(rf"{_LEAD}?(?P<month>{MONTH})(?:\sde)?\s(?:l['’]année\s)?{_YEAR}", _F.month),
    rule(rf"{_LEAD}(?P<month>{MONTH})(?:\s{_AFTER}|{_REL})?", _F.bare_month),
    rule(rf"(?P<month>{MONTH})(?:\s{_AFTER}|{_REL})", _F.bare_month),
    rule(
        rf"(?:en|au\smois\sde|au\smois\sd['’]|depuis|dès|jusqu['’]en|courant)\s?(?P<core>(?P<month>{MONTH}))",
        _F.bare_month,
    ),
    rule(rf"(?<!\d\s)(?P<month>(?-i:{'|'.join(sorted(FRENCH.full_months))}))", _F.bare_month),
    rule(
        rf"(?<!journal\sdu\s)(?:(?P<shift>ce|cette)\s)?(?P<weekday>{WEEKDAY}){_HALF_DAY}(?!\s(?:gras|saint|noir)\b)",
        _F.weekday,
    ),
    rule(rf"(?P<weekday>{WEEKDAY})\s(?:{_AFTER}|(?P<told>d['’]avant)){_HALF_DAY}", _F.weekday),
    rule(rf"(?P<weekday>{WEEKDAY})\s{_TOLD}", _F.weekday),
    rule(rf"(?P<weekday>{WEEKDAY})\sde\s(?:la\ssemaine\s{_AFTER}|(?P<this>cette\ssemaine))", _F.weekday_of_week),
    rule(rf"(?P<weekday>{WEEKDAY}),?\s(?:le\s)?{_DAY}(?!\s?(?:h|heures|%|[.,]?\d)){_NO_COUNT}", _F.day_of_month),
    rule(rf"{_DAY}\s(?:du\smois\s{_AFTER}|de\s(?P<this>ce)\smois)", _F.day_of_month),
    rule(
        rf"(?:l[ea]\s)?(?P<ordinal>{alternatives(FRENCH.ordinals)})\s(?P<weekday>{WEEKDAY})\s(?:d['’]|de\s|en\s)(?P<month>{MONTH})(?:\s{_YEAR})?",
        _F.nth_weekday,
    ),
    rule(
        rf"(?:l[ea]\s)?(?P<ordinal>{alternatives(FRENCH.ordinals)})\s(?P<weekday>{WEEKDAY})\s(?:du\smois\s{_AFTER}|de\sce\smois)",
        _F.nth_weekday,
    ),
    rule(rf"(?:la\s)?semaine\s(?:commençant\sle|du)\s{_DAY}\s(?P<month>{MONTH})(?:\s{_YEAR})?", _F.week_of),
    rule(rf"dans\sles\s{_N}\s{UNIT}(?!\squi)", _F.within),
    rule(
        rf"(?:du|entre)\s(?:le\s)?(?P<day>\d{{1,2}})(?:\s(?:au|et|jusqu['’]au)\s(?:le\s)?|-)(?P<last>\d{{1,2}})\s"
        rf"(?:(?:de\s)?ce\smois(?:-ci)?|(?:du\s|le\s)?mois\s{_AFTER})",
        _F.days_of_month,
    ),
    rule(
        r"(?:au|en|à\sla)\s(?P<part>début|fin|milieu)\sdu\s(?P<unit>mois)(?!\s\w+(?:er|ère|ée?|ain)\b|\sde\b|\sd['’])",
        _F.running,
    ),
    rule(
        r"(?:au|en|à\sla|le|la)\s(?P<part>début|fin|milieu)\sde\s(?:l['’]|cette\s)?(?P<unit>année|semaine)"
        r"(?!\s(?:derni|proch|pass|précéd|suiv|scol|univ|de\b|\d)|-là)",
        _F.running,
    ),
    rule(
        r"(?:durant|pendant|au\scours\sdu|dans)\s?(?:le\s)?(?P<unit>week-end)(?!\s(?:derni|proch|pass|précéd|du|de)|-là)",
        _F.running,
    ),
    rule(rf"plus\s(?P<part>tôt|tard)\s(?:dans\s)?(?P<shift>ce|cette)\s{UNIT}(?:-ci)?", _F.period),
    rule(
        r"(?:les\s)?années[\s-](?P<decade>vingt|trente|quarante|cinquante|soixante(?:-dix)?|quatre-vingt(?:s|-dix)?)",
        _F.named_decade,
    ),
    rule(rf"(?:entre|de)\s(?P<core>{_YEAR})(?=\s(?:et|à|au)\s)", _F.year),
    rule(rf"{_PART}(?P<shift>ce|cette|cet)\s{UNIT}(?:-ci)?(?!-là|\sdu\s(?:\w+\s)?\d)", _F.period),
    rule(rf"(?:ce|cette|cet)\s{UNIT}-là", _F.that_period),
    rule(rf"{_PART}(?:l[ae]\s|l['’])?{UNIT}\s(?:{_AFTER})", _F.period),
    rule(rf"(?:l[ae]\s|l['’]){UNIT}\s{_TOLD}", _F.period),
    rule(rf"(?:l[ae]\s)?(?P<shift>prochaine?)\s{UNIT}", _F.period),
    rule(rf"{UNIT}\s(?P<shift>en\scours)", _F.period),
    rule(
        rf"(?P<word>aujourd['’]hui|avant[\s-]hier|hier|après[\s-]demain|demain){_HALF_DAY}",
        _F.named_day,
    ),
    rule(
        r"(?:l[ae]\s|l['’])?(?P<word>surlendemain|lendemain|avant-veille|(?<=\bla\s)veille|jour\smême|même\sjour|jour\ssuivant"
        rf"|jour\sd['’]après|jour\sprécédent|jour\sd['’]avant){_HALF_DAY}(?!\sd(?:e|u|es)\s|\sd['’])",
        _F.named_day,
    ),
    rule(
        r"(?:l[ae]\s)?(?P<word>surlendemain|lendemain|(?<=\bla\s)veille)\s(?:de(?=\s)|du|des|d(?=['’]))",
        _F.day_of_event,
    ),
    rule(r"(?:ce|cet|cette)\s(?P<part>matin|midi|après-midi|soir|nuit)(?!-là)", _F.part_of_today),
    rule(r"(?:ce|cet|cette)\s(?:(?P<part>matin|midi|après-midi|soir|nuit)|jour)-là", _F.part_of_that_day),
    rule(
        rf"(?:il\sy\sa|voici|voilà)\s(?:environ\s|près\sde\s|plus\sde\s|à\speine\s|tout\sjuste\s)?{_N}\s{UNIT}",
        _F.counted,
    ),
    rule(rf"dans\s(?:environ\s)?{_N}\s{UNIT}(?!\s(?:de\s)?suite)", _F.counted),
    rule(
        rf"(?:(?P<rough>moins\sde|plus\sde|près\sde|environ|quelque)\s)?{_N}\s{UNIT}\s(?:seulement\s|exactement\s|jour\spour\sjour"
        rf"\s|à\speine\s)?(?P<side>après|avant)(?={_BEHIND})",
        _F.away,
    ),
    rule(rf"(?:quelques|(?:{_N.replace('?P<n>', '?:')}))\sheures\s(?P<side>après|avant)(?={_BEHIND})", _F.away),
    rule(rf"{_N}\s{UNIT}\s(?:plus\stard|plus\stôt|après|auparavant|avant)", _F.counted),
    rule(rf"(?:ces|les|des)\s{_N}\s(?P<shift>derni(?:er|ère)s|prochaine?s)\s{UNIT}", _F.stretch),
    rule(rf"(?:ces|les|des)\s{_N}\s{UNIT}\s{_AFTER}", _F.stretch),
    rule(rf"(?:ce|cette|cet|l[ae])\smême\s{UNIT}", _F.that_period),
    rule(_VAGUE, _F.vague),
    rule(rf"{_BEFORE_YEAR}(?P<core>{_YEAR})", _F.year),
    rule(r"(?:les\s|des\s)?années[\s-](?P<decade>(?:1\d|20)\d0|[1-9]0)", build.decade),
    rule(r"(?P<century>[IVX]{1,5}|\d{1,2})\s?(?:e|ème|er)\ssiècle", build.century),
    rule(
        rf"{_PART}(?:au\s|en\s|l['’]|à\sl['’]|cet\s|le\s)(?P<core>{_SEASON}\s(?:de\s)?(?:l['’]année\s)?{_YEAR})",
        _F.season,
    ),
    rule(rf"(?:au\s|l['’]|à\sl['’]|le\s)(?P<core>{_SEASON}\s{_AFTER})", _F.season),
    rule(rf"(?P<shift>cet|ce)\s{_SEASON}", _F.season),
    rule(rf"(?:au\s|l['’]|à\sl['’]|le\s)(?P<core>{_SEASON}\s(?P<next>suivant))", _F.then),
    rule(rf"(?P<month>{MONTH})\s(?P<next>suivant)", _F.then),
    rule(rf"(?P<month>{MONTH})\sde\s(?:la\smême\sannée|cette\s(?:même\s)?année-là)", _F.then),
    rule(
        rf"(?:au\s(?=printemps)|en\s|dès\sl['’]|à\sl['’]|pour\sl['’]|depuis\sl['’])(?P<core>{_SEASON})",
        _F.season,
    ),
    rule(
        rf"(?:(?P<ordinal>{alternatives(FRENCH.ordinals)}|[1-4]\s?(?:er|e|ème))\s(?P<what>trimestre|semestre))"
        rf"(?:\s(?:de\s)?(?:l['’]année\s)?{_YEAR}|{_REL})?",
        _F.quarter,
    ),
    rule(rf"(?P<what>[TSQ])(?P<q>[1-4])\s(?:de\s)?{_YEAR}", _F.quarter),
    rule(rf"{_YEAR}\s?(?P<what>[TSQ])(?P<q>[1-4])", _F.quarter),
    rule(
        rf"(?:les?|des|aux)\s{_N}\spremiers\s(?P<unit>mois)\sde\s(?:l['’]année\s)?(?:{_YEAR}|l['’]année(?!\s\w+(?:ée?|ière)\b))",
        _F.first_months,
    ),
    rule(rf"(?P<what>(?-i:H))(?P<q>[12])\s{_YEAR}", _F.quarter),
    rule(r"(?P<year>(?:1\d|20)\d\d)[-/.](?P<b>\d{1,2})[-/.](?P<a>\d{1,2})(?![-/.]?\d)", build.iso_date),
    rule(
        r"(?<![-/.\d])(?P<a>\d{1,2})(?P<sep>[-/.])(?P<b>\d{1,2})(?P=sep)(?P<year>(?:1\d|20)\d\d|\d\d)(?![-/.]?\d)",
        _F.numeric_date,
    ),
    rule(r"\b(?:le|du|au)\s(?P<core>(?P<a>\d\d?)/(?P<b>\d\d))(?!/|\s?\d)", _F.numeric_day),
    rule(r"(?<![-/.\d])(?P<year>(?:19|20)\d\d)\s?[-/]\s?(?P<b>\d{1,2})(?![-/.]?\d)", build.iso_month),
    rule(r"(?<![-/.\d])(?P<b>\d{1,2})\s?/\s?(?P<year>(?:19|20)\d\d)(?![-/.]?\d)", build.iso_month),
    rule(
        r"(?:(?:à|vers|dès|avant|après|jusqu['’]à|de)\s)?(?P<core>(?P<h>\d{1,2})\s?h(?:eures?)?\s?(?P<m>\d\d)?)(?:\s?(?:gmt|utc))?",
        build.time_of_day,
    ),
    rule(r"(?<![\d:.,])(?P<h>[01]?\d|2[0-4]):(?P<m>[0-5]\d)(?![:\d])", build.time_of_day),
    rule(r"(?<=à\s)(?:midi|minuit)", build.named_time),
    rule(rf"(?:âgée?s?\sde\s)(?P<core>{_N}\sans)", build.age),
    rule(rf"(?:(?<=,\s)|(?<=\()){_N}\sans(?=\s?[,).])", build.age),
    rule(
        rf"(?:pendant|durant|depuis|en|après|pour)?\s?(?P<core>{_N}\s(?:secondes?|minutes?|heures?|jours?|semaines?|mois|trimestres|ans|années?|décennies|siècles))",
        build.duration,
    ),
    rule(_SETS, build.repeated),
)

"""Families of rules that every language shares: the lexicon gives the words, the pattern the order."""

import re
from dataclasses import dataclass
from datetime import date
from functools import partial

from kg.extract.time import build, calendar, numerals
from kg.extract.time.build import text_of
from kg.extract.time.expression import Part
from kg.extract.time.interval import Between
from kg.extract.time.lexicon import Lexicon
from kg.extract.time.meaning import Known, Running, Stretch, Weekday, WeekOf
from kg.extract.time.rule import Found, found
from kg.extract.time.yearly import DayOfMonth, NthWeekday, Then, Yearly, YearlyPeriod

_SHORT = 5  # « sept. », « Sept »: abbreviations are months only beside a day or a year


@dataclass(frozen=True, slots=True)
class Families:
    """Build what is found from a match, with the words of one language."""

    lexicon: Lexicon

    def day_number(self, text: str) -> int:
        """Return the day that digits, an ordinal in digits or an ordinal word says; 0 where none."""
        digits = re.match(r"\d+", text)
        return int(digits.group()) if digits else max(self.lexicon.ordinals.get(text, 0), 0)

    def part(self, match: re.Match[str]) -> Part | None:
        """Return which part of the day, month or year is meant."""
        return self.lexicon.parts.get(text_of(match, "part").rstrip("- "))

    def shift(self, match: re.Match[str]) -> int | None:
        """Return last (-1), this (0), next (1) or None."""
        return self.lexicon.shifts.get(text_of(match, "shift"))

    def year_offset(self, match: re.Match[str]) -> int | None:
        """Return the offset that « of this (last, next) year » says, or None."""
        return self.lexicon.shifts.get(text_of(match, "rel"))

    def day_month(self, match: re.Match[str]) -> Found | None:
        """Read « (mardi) 3 mai (2016 | dernier) (au soir) »."""
        day, month = self.day_number(text_of(match, "day")), self.lexicon.months[text_of(match, "month")]
        if text_of(match, "year"):
            return build.full_date(match, build.year_of(match["year"]), month, day, part=self.part(match))
        if calendar.make(2000, month, day) is None:
            return None
        which, weekday = self.shift(match), self.lexicon.weekdays.get(text_of(match, "weekday"))
        meaning = build.yearly(month, day, which=which, weekday=weekday, year_offset=self.year_offset(match))
        return found(match, "date", meaning, direction=build.direction_of(which), part=self.part(match))

    def month(self, match: re.Match[str]) -> Found | None:
        """Read « (début) mars (2017 | dernier) »."""
        month = self.lexicon.months[text_of(match, "month")]
        if text_of(match, "year"):
            year = build.year_of(match["year"])
            return found(match, "month", Known(f"{year:04d}-{month:02d}", "month"), part=self.part(match))
        which, offset = self.shift(match), self.year_offset(match)
        if which == 0:
            which, offset = None, 0
        meaning = build.yearly(month, which=which, year_offset=offset)
        return found(match, "month", meaning, direction=build.direction_of(which or offset), part=self.part(match))

    def bare_month(self, match: re.Match[str]) -> Found | None:
        """Read a month without day or year: abbreviations may be other words, so only full names count."""
        known = text_of(match, "month") in self.lexicon.full_months
        return self.month(match) if known else None

    def named_month(self, match: re.Match[str]) -> Found | None:
        """Read a capitalised word that may be a month (the pattern does not say)."""
        return self.bare_month(match)

    def told_period(self, match: re.Match[str]) -> Found:
        """Read « the following week », which counts from the text."""
        unit, shift = self.lexicon.units[text_of(match, "unit")], text_of(match, "shift").removeprefix("the ")
        return build.offset(match, self.lexicon.shifts[shift], unit, from_text=True)

    def last_night(self, match: re.Match[str]) -> Found:
        """Read « last night » as the evening before."""
        return build.offset(match, -1, "day", part=self.part(match))

    def weekday(self, match: re.Match[str]) -> Found | None:
        """Read « (ce) mardi (dernier) (soir) » and « le mardi suivant », which counts from the text."""
        if match.string.startswith("France Dimanche", max(0, match.start() - 7)):
            return None  # a magazine
        which = self.shift(match)
        narrative = bool(self.lexicon.narrative.search(text_of(match, "shift")))
        meaning = Weekday(self.lexicon.weekdays[text_of(match, "weekday")], which, from_text=narrative)
        return found(match, "date", meaning, direction=build.direction_of(which), part=self.part(match))

    def weekday_of_week(self, match: re.Match[str]) -> Found:
        """Read « vendredi de la semaine prochaine »."""
        meaning = Weekday(self.lexicon.weekdays[text_of(match, "weekday")], self.shift(match), in_week=True)
        return found(match, "date", meaning, direction=build.direction_of(meaning.which))

    def period(self, match: re.Match[str]) -> Found | None:
        """Read « la semaine dernière », « cette année », « le mois suivant »."""
        unit, shift = self.lexicon.units[text_of(match, "unit")], text_of(match, "shift")
        count, narrative = self.lexicon.shifts[shift], bool(self.lexicon.narrative.search(shift))
        return build.offset(match, count, unit, from_text=narrative, part=self.part(match))

    def running(self, match: re.Match[str]) -> Found:
        """Read « au début du mois », "at the weekend": the period that is running, or has just been."""
        unit = self.lexicon.units[text_of(match, "unit")]
        return found(match, build.KIND_OF_UNIT[unit], Running(unit), part=self.part(match))

    def named_day(self, match: re.Match[str]) -> Found:
        """Read « hier », « lendemain » and their like."""
        count, from_text = self.lexicon.named_days[text_of(match, "word").replace("-", " ")]
        return build.offset(match, count, "day", from_text=from_text, part=self.part(match))

    def part_of_today(self, match: re.Match[str]) -> Found:
        """Read « ce matin », « tonight »."""
        return build.offset(match, 0, "day", part=self.part(match))

    def part_of_that_day(self, match: re.Match[str]) -> Found:
        """Read « ce soir-là », "that evening": the day that the text spoke of last."""
        return build.offset(match, 0, "day", from_text=True, part=self.part(match))

    def that_period(self, match: re.Match[str]) -> Found:
        """Read « cette année-là »: the period that holds the day the text spoke of last."""
        return build.offset(match, 0, self.lexicon.units[text_of(match, "unit")], from_text=True)

    def counted(self, match: re.Match[str]) -> Found | None:
        """Read « il y a trois jours », « dans deux mois », « deux jours plus tard »."""
        count, unit = self.number(match), self.lexicon.units[text_of(match, "unit")]
        if count is None:
            return None
        words = match.group().lower()
        sign = -1 if self.lexicon.past.search(words) else 1
        return build.offset(match, sign * count, unit, from_text=bool(self.lexicon.later.search(words)))

    def away(self, match: re.Match[str]) -> Found | None:
        """Read « deux jours après (sa mort) », "hours before (the vote)": how far what stands behind is."""
        unit = self.lexicon.units.get(text_of(match, "unit"), "hour")
        count = 0 if unit == "hour" else self.number(match)
        if count is None:
            return None
        if text_of(match, "rough"):  # « moins de six mois après sa nomination »
            return found(match, "relative", Known(None))
        sign = 1 if text_of(match, "side") in ("avant", "before") else -1
        away = (sign * count, "day" if unit == "hour" else unit)
        return Found(*match.span(), "relative", Known(None), away=away)

    def day_of_event(self, match: re.Match[str]) -> Found:
        """Read « la veille de (l'élection) »: how far what stands behind is."""
        count, _ = self.lexicon.named_days[text_of(match, "word")]
        return Found(*match.span(), "relative", Known(None), away=(-count, "day"))

    def first_months(self, match: re.Match[str]) -> Found | None:
        """Read « les neuf premiers mois de l'année (2016) »."""
        count, year = self.number(match) or 0, text_of(match, "year")
        if not 1 < count <= 12:
            return None
        meaning = Known(calendar.months(int(year), 1, count), "quarter") if year else YearlyPeriod(1, count)
        return found(match, "quarter", meaning)

    def then(self, match: re.Match[str]) -> Found | None:
        """Read "that May", « l'été suivant »: the month or season that goes by the last time of the text."""
        text = text_of(match, "month")
        if text and text not in self.lexicon.full_months:
            return None
        number = self.lexicon.months[text] if text else self.lexicon.seasons[text_of(match, "season")]
        return found(match, "month" if text else "season", Then(number, following=bool(text_of(match, "next"))))

    def number(self, match: re.Match[str]) -> int | None:
        """Return the whole number of a match, or None."""
        if text_of(match, "n") in ("a", "an"):
            return 1
        number = numerals.read(match["n"].lower(), self.lexicon.language)
        return number if isinstance(number, int) and number < 10**6 else None

    def stretch(self, match: re.Match[str]) -> Found | None:
        """Read « les trois dernières années », « ces deux prochains mois »."""
        count, unit, shift = self.number(match), self.lexicon.units[text_of(match, "unit")], self.shift(match)
        if not count or not shift:
            return None
        meaning = Stretch(shift * count, unit)
        return found(match, "interval", meaning, direction=build.direction_of(shift))

    def vague(self, match: re.Match[str]) -> Found:
        """Read what lies before or after now without a place on the calendar."""
        past = self.lexicon.past.search(match.group().lower())
        return found(match, "relative", Known(None), direction="past" if past else "future")

    def year(self, match: re.Match[str]) -> Found | None:
        """Read « (fin) 2015 »."""
        value = Known(f"{int(match['year']):04d}", "year")
        return found(match, "year", value, part=self.part(match))

    def season(self, match: re.Match[str]) -> Found | None:
        """Read « printemps (2015 | dernier) »."""
        season, which = self.lexicon.seasons[text_of(match, "season")], self.shift(match)
        if text_of(match, "year"):
            value = Known(f"{match['year']}-{season}", "season")
            return found(match, "season", value, part=self.part(match))
        offset = 0 if which == 0 else self.year_offset(match)
        meaning = build.season(season, None if which == 0 else which, offset)
        return found(match, "season", meaning, direction=build.direction_of(which), part=self.part(match))

    def quarter(self, match: re.Match[str]) -> Found | None:
        """Read « troisième trimestre 2016 », « T3 2016 », « first half »."""
        text = text_of(match, "ordinal") or text_of(match, "q")
        number = self.lexicon.ordinals.get(text) or self.day_number(text)
        size = 6 if self.lexicon.units.get(text_of(match, "what"), "") == "half" else 3
        if not 1 <= number <= 12 // size:
            return None
        first, year = (number - 1) * size + 1, text_of(match, "year")
        if year:
            return found(match, "quarter", Known(calendar.months(int(year), first, size), "quarter"))
        return found(match, "quarter", YearlyPeriod(first, size, year_offset=self.year_offset(match)))

    def day_of_month(self, match: re.Match[str]) -> Found | None:
        """Read « mardi 15 », « the 20th of next month »."""
        day, weekday = (
            self.day_number(text_of(match, "day")),
            self.lexicon.weekdays.get(text_of(match, "weekday")),
        )
        if not 1 <= day <= 31:
            return None
        return found(match, "date", DayOfMonth(day, weekday, self.shift(match)))

    def nth_weekday(self, match: re.Match[str]) -> Found | None:
        """Read « le premier lundi de mai (2017) », « the last Friday of next month »."""
        nth, weekday = (
            self.lexicon.ordinals[text_of(match, "ordinal")],
            self.lexicon.weekdays[text_of(match, "weekday")],
        )
        if not text_of(match, "month"):
            return found(match, "date", NthWeekday(weekday, nth, self.shift(match) or 0))
        of = partial(_nth_in, self.lexicon.months[text_of(match, "month")], weekday, nth)
        if not text_of(match, "year"):
            return found(match, "date", Yearly(of, None))
        day = of(int(match["year"]))
        return None if day is None else found(match, "date", Known(day.isoformat(), "day"))

    def week_of(self, match: re.Match[str]) -> Found | None:
        """Read « la semaine du 16 septembre »."""
        day = self.day_month(match)
        return None if day is None else found(match, "week", WeekOf(day.meaning))

    def within(self, match: re.Match[str]) -> Found | None:
        """Read « within five days », « dans les cinq jours »."""
        count, unit = self.number(match), self.lexicon.units[text_of(match, "unit")]
        return found(match, "interval", Stretch(count, unit), direction="future") if count else None

    def days_of_month(self, match: re.Match[str]) -> Found | None:
        """Read « du 4 au 22 du mois prochain »."""
        first, last = (self.day_number(text_of(match, name)) for name in ("day", "last"))
        offset = self.shift(match) or 0
        if not 0 < first < last <= 31:
            return None
        left, right = (DayOfMonth(day, None, offset) for day in (first, last))
        return found(match, "interval", Between(left, right), direction=build.direction_of(offset))

    def named_decade(self, match: re.Match[str]) -> Found | None:
        """Read « the seventies », « les années soixante »."""
        word = text_of(match, "decade")
        tens = numerals.from_words(re.sub("ies$", "y", word), self.lexicon.language)
        return None if not tens or tens < 20 else found(match, "decade", Known(f"19{tens // 10}X", "decade"))

    def numeric_date(self, match: re.Match[str]) -> Found | None:
        """Read 3/5/2016 in the order of the language."""
        return build.numeric_date(match, day_first=self.lexicon.day_first)

    def numeric_day(self, match: re.Match[str]) -> Found | None:
        """Read 22/04 in the order of the language."""
        return build.numeric_day(match, day_first=self.lexicon.day_first)


def _nth_in(month: int, weekday: int, nth: int, year: int) -> date | None:
    return calendar.nth_weekday(year, month, weekday, nth)

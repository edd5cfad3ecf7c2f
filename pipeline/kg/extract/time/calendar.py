"""Arithmetic on the calendar: shifts, periods as EDTF, feasts. Knows no language and no text."""

import calendar
from datetime import MAXYEAR, MINYEAR, date, timedelta

MONTHS_OF = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}
DAYS_OF = {"day": 1, "week": 7, "weekend": 7, "fortnight": 14}


def make(year: int, month: int, day: int) -> date | None:
    """Return the date, or None where the calendar has no such day."""
    if not (MINYEAR <= year <= MAXYEAR and 1 <= month <= 12):
        return None
    return date(year, month, day) if 1 <= day <= calendar.monthrange(year, month)[1] else None


def shift(day: date, count: int, unit: str) -> date | None:
    """Return the day `count` units later; the day of the month is clamped (31 March + 1 month = 30 April)."""
    try:
        if unit in DAYS_OF:
            return day + timedelta(days=count * DAYS_OF[unit])
        months = day.year * 12 + day.month - 1 + count * MONTHS_OF[unit]
        year, month = divmod(months, 12)
        return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
    except (OverflowError, ValueError):  # beyond the years 1 to 9999
        return None


def period(day: date, unit: str) -> str:
    """Return the EDTF of the period of this unit that holds the day."""
    if unit in ("week", "weekend", "fortnight"):
        monday = day - timedelta(days=min(day.weekday(), day.toordinal() - 1))
        first, last = (5, 6) if unit == "weekend" else (0, 6)
        return f"{monday + timedelta(days=first)}/{monday + timedelta(days=last)}"
    if unit in ("quarter", "half"):
        size = MONTHS_OF[unit]
        return months(day.year, (day.month - 1) // size * size + 1, size)
    year = f"{day.year:04d}"
    return {
        "day": day.isoformat(), "month": f"{year}-{day.month:02d}", "year": year,
        "decade": f"{year[:3]}X", "century": f"{year[:2]}XX",
    }[unit]  # fmt: skip


def months(year: int, first: int, count: int) -> str:
    """Return the EDTF interval of some months of a year."""
    return f"{year:04d}-{first:02d}/{year:04d}-{first + count - 1:02d}"


def first_day(value: str) -> date | None:
    """Return the first day of an EDTF value of ours, or None where its year is not known."""
    head = value.split("/", maxsplit=1)[0]
    parts = head.replace("X", "0").split("-") if head[:2].isdigit() else []
    if not parts or (head[0:4].endswith("XX") and head == "00XX"):
        return None
    season_or_month = int(parts[1]) if len(parts) > 1 else 1
    month = season_or_month if season_or_month <= 12 else (season_or_month - 21) * 3 + 3
    return make(int(parts[0]), month, int(parts[2]) if len(parts) > 2 else 1)


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date | None:
    """Return the nth weekday (Monday = 0) of a month; `nth` -1 is the last one."""
    if make(year, month, 1) is None:
        return None
    length = calendar.monthrange(year, month)[1]
    if nth > 0:
        return make(year, month, 1 + (weekday - date(year, month, 1).weekday()) % 7 + 7 * (nth - 1))
    return make(year, month, length - (date(year, month, length).weekday() - weekday) % 7)


def easter(year: int) -> date | None:
    """Return Easter Sunday of the Gregorian calendar (Meeus, Jones, Butcher)."""
    if not 1583 <= year <= 9998:
        return None
    golden, century, rest = year % 19, year // 100, year % 100
    epact = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    late = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)

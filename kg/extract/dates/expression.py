"""A date as a text words it, and the day, week, month or year that it stands for."""

from __future__ import annotations

import calendar
import datetime
from dataclasses import dataclass, replace
from typing import Literal, NamedTuple

from kg.model import Precision

Tense = Literal["past", "present", "timetable", "future"]
"""`timetable` is the present of what is to come: "leaves for Mali on Sunday"."""
DateKind = Literal["calendar", "weekday", "shift", "overnight", "unit", "decade", "vague"]
Unit = Literal["day", "week", "month", "year"]

_DAY_LIMITS = (270, 95)
"""The day on the side of the tense is meant, unless it is this many days off and the other one at most so many."""
_MONTH_LIMITS = (330, 40)
"""The same for a month without a year, which texts name up to a year back."""
_BOUNDS = frozenset(["since", "until", "till", "by", "before", "after", "from", "through", "for"])


class Resolved(NamedTuple):
    """`date` is an ISO day where precision is "day", else None; `partial` the known part (2022, 2022-04, 2022-W29)."""

    date: str | None
    precision: Precision
    partial: str | None

    @property
    def first_day(self) -> str | None:
        """The first day of the year, month or week, whose precision says how far it reaches; None for a decade.

        >>> [Resolved(None, "month", partial).first_day for partial in ("2025-02", "2025", "2022-W29", "199X")]
        ['2025-02-01', '2025-01-01', '2022-07-18', None]
        """
        if self.date:
            return self.date
        match (self.partial or "").split("-"):
            case [year, week] if week.startswith("W"):
                return datetime.date.fromisocalendar(int(year), int(week[1:]), 1).isoformat()
            case [year, month] if (year + month).isdecimal():
                return f"{year}-{month}-01"
            case [year] if year.isdecimal():
                return f"{year}-01-01"
        return None


UNKNOWN = Resolved(None, "unknown", None)


@dataclass(frozen=True, slots=True)
class DateExpression:
    """One date expression; text[start:end] of the searched text is its wording, without a leading preposition.

    `year`, `month`, `day` hold what a calendar date states; `weekday` counts from Monday = 0. `shift` counts `unit`s
    from the publication date, or, where `anchored`, from the day of another event. `direction` is that of "last
    Friday" (-1), "this Friday" (0) and "next Friday" (1). A span of days is stated by its first day.
    """

    start: int
    end: int
    kind: DateKind
    precision: Precision
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    shift: int = 0
    unit: Unit = "day"
    direction: Literal[-1, 0, 1] | None = None
    anchored: bool = False
    complement: bool = False
    """Whether what follows tells the anchor ("a day after the ship sailed"); see `inverse`."""
    span: bool = False
    attributive: bool = False
    """Whether the date belongs to a noun after it ("Saturday's talks", "the 2015 accord")."""
    preposition: str = ""

    @property
    def bounds(self) -> bool:
        """Whether the date only bounds the time of the event ("since November", "by Friday")."""
        return self.preposition in _BOUNDS

    def inverse(self) -> DateExpression:
        """The expression as it dates the event of its complement: that of "sailed" in "a day after the ship sailed"."""
        return replace(self, shift=-self.shift)

    def resolve(
        self, published: datetime.date | None, tense: Tense = "past", anchor: datetime.date | None = None
    ) -> Resolved:
        """Say which day, week, month or year is meant.

        `anchor` is the day that "two days later" and "the same day" count from; without one, what looks back counts
        from the publication date and what looks forward stays unknown. Never raises.
        """
        try:
            return self._resolve(published, tense, anchor)
        except (ValueError, OverflowError):  # a day that no calendar has, or one before the year 1
            return UNKNOWN

    def _resolve(self, published: datetime.date | None, tense: Tense, anchor: datetime.date | None) -> Resolved:
        if self.kind == "calendar":
            return self._calendar(published, tense)
        if self.kind == "decade" and self.year is not None:
            return Resolved(None, "unknown", f"{self.year // 10}X")
        if self.kind == "vague":
            return UNKNOWN
        base = published
        if self.anchored:
            looks_back = self.kind == "overnight" or (self.shift < 0 and not self.complement)
            base = anchor or (published if looks_back else None)
        if base is None:
            return UNKNOWN
        if self.kind == "unit" and self.weekday is not None:  # "at the weekend": that of the nearest Saturday by tense
            step = (self.weekday - base.weekday()) % 7 if tense == "future" else -((base.weekday() - self.weekday) % 7)
            return _in_precision(base + datetime.timedelta(step), "week")
        if self.kind == "weekday":
            return self._weekday(base, tense)
        return _in_precision(_shifted(base, self.shift, self.unit), self.precision)

    def _calendar(self, published: datetime.date | None, tense: Tense) -> Resolved:
        if self.year is not None:
            if self.month is None:
                return Resolved(None, "year", f"{self.year:04d}")
            if self.day is None:
                return Resolved(None, "month", f"{self.year:04d}-{self.month:02d}")
            return _in_precision(datetime.date(self.year, self.month, self.day), "day")
        if published is None:
            return UNKNOWN
        if self.unit == "year":  # "4 July last year"
            return replace(self, year=published.year + self.shift, unit="day", shift=0)._calendar(published, tense)
        if self.month is None:
            return self._day_of_month(published, tense) if self.day is not None else UNKNOWN
        if self.day is None:
            return self._month(published, tense, self.month)
        around = (published.year + n for n in range(-8, 9))
        days = [
            datetime.date(y, self.month, self.day) for y in around if self.day <= calendar.monthrange(y, self.month)[1]
        ]
        return _in_precision(_meant(days, published, tense), "day")

    def _day_of_month(self, published: datetime.date, tense: Tense) -> Resolved:
        day = self.day or 1
        months = (_shifted(published.replace(day=1), n, "month") for n in range(-3, 4))
        days = [m.replace(day=day) for m in months if day <= calendar.monthrange(m.year, m.month)[1]]
        return _in_precision(_meant(days, published, tense), "day")

    def _month(self, published: datetime.date, tense: Tense, month: int) -> Resolved:
        this = published.replace(day=1)
        months = [datetime.date(published.year + n, month, 1) for n in (-2, -1, 0, 1, 2)]
        if self.direction == -1:
            meant = max(m for m in months if m < this)
        elif self.direction == 1:
            meant = min(m for m in months if m > this)
        elif self.direction == 0:
            meant = datetime.date(published.year, month, 1)
        else:
            meant = _meant(months, this, tense, _MONTH_LIMITS)
        return _in_precision(meant, "month")

    def _weekday(self, base: datetime.date, tense: Tense) -> Resolved:
        assert self.weekday is not None
        back, ahead = (base.weekday() - self.weekday) % 7, (self.weekday - base.weekday()) % 7
        if self.unit == "week":
            return _day(base + datetime.timedelta(7 * self.shift + self.weekday - base.weekday()))
        if self.anchored:
            step = -(back or 7) if self.shift < 0 else (ahead or 7)
        elif self.direction == -1:
            step = -(back or 7)
        elif self.direction == 1:
            step = 7 - base.weekday() + self.weekday
        elif self.direction == 0:
            step = self.weekday - base.weekday()
        elif self.shift == 1:  # "the coming Friday"
            step = ahead or 7
        elif tense in ("future", "timetable") or (tense == "present" and ahead < back):
            step = ahead
        else:
            step = -back
        return _day(base + datetime.timedelta(step))


def _day(day: datetime.date) -> Resolved:
    return Resolved(day.isoformat(), "day", day.isoformat())


def _in_precision(day: datetime.date, precision: Precision) -> Resolved:
    if precision == "day":
        return _day(day)
    if precision == "week":
        year, week, _ = day.isocalendar()
        return Resolved(None, "week", f"{year:04d}-W{week:02d}")
    if precision == "month":
        return Resolved(None, "month", day.isoformat()[:7])
    if precision == "year":
        return Resolved(None, "year", day.isoformat()[:4])
    return UNKNOWN


def _shifted(day: datetime.date, count: int, unit: Unit) -> datetime.date:
    if unit in ("day", "week"):
        return day + datetime.timedelta(count * (7 if unit == "week" else 1))
    months = day.year * 12 + day.month - 1 + count * (12 if unit == "year" else 1)
    year, month = divmod(months, 12)
    return datetime.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def _meant(
    days: list[datetime.date], published: datetime.date, tense: Tense, limits: tuple[int, int] = _DAY_LIMITS
) -> datetime.date:
    """The day on the side of the tense, unless it is far off and the other one near."""
    before = max((d for d in days if d <= published), default=min(days))
    after = min((d for d in days if d >= published), default=max(days))
    back, ahead = (published - before).days, (after - published).days
    if tense in ("present", "timetable"):
        return before if back <= ahead else after
    first, second, far, near = (after, before, ahead, back) if tense == "future" else (before, after, back, ahead)
    return second if far >= limits[0] and near <= limits[1] else first

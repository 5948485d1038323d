# optobench: a harness that measures generative optimizers
# SPDX-License-Identifier: Apache-2.0
"""The calendar and the clock."""
from engine.catalogue import program

program(
    "days_in_month",
    "Return how many days a month of the Gregorian calendar has; months are numbered from 1.",
    r'''
def days_in_month(year, month):
    if month == 2:
        is_leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
        return 29 if is_leap else 28
    if month in (4, 6, 9, 11):
        return 30
    return 31
''',
    known=[((2023, 2), 28), ((2024, 2), 29), ((1900, 2), 28), ((2000, 2), 29), ((2021, 4), 30),
           ((2021, 12), 31)],
    more=[(2022, month) for month in range(1, 12)] + [(2100, 2), (2400, 2), (1996, 2)],
)

program(
    "day_of_year",
    "Return the number of a day within its year, counted from 1, in the Gregorian calendar.",
    r'''
def day_of_year(year, month, day):
    lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    total = day
    for i in range(month - 1):
        total += lengths[i]
    is_leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    if is_leap and month > 2:
        total += 1
    return total
''',
    known=[((2023, 1, 1), 1), ((2023, 12, 31), 365), ((2024, 12, 31), 366), ((2024, 3, 1), 61),
           ((2024, 2, 29), 60)],
    more=[(2023, 3, 1), (1900, 3, 1), (2000, 3, 1), (2022, 7, 4), (2020, 10, 10), (2021, 2, 28),
          (2024, 1, 31), (1999, 5, 17), (2016, 6, 30), (2100, 12, 31), (2023, 11, 5)],
)

program(
    "add_months",
    "Return the date, as a list of year, month and day, that is some months later, or earlier when "
    "months is negative. When that month is too short for the day, the date is its last day.",
    r'''
def add_months(year, month, day, months):
    index = year * 12 + (month - 1) + months
    year = index // 12
    month = index % 12 + 1
    lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0):
        lengths[1] = 29
    return [year, month, min(day, lengths[month - 1])]
''',
    known=[((2023, 1, 31, 1), [2023, 2, 28]), ((2023, 12, 5, 1), [2024, 1, 5]),
           ((2024, 1, 31, 1), [2024, 2, 29]), ((2023, 1, 10, -1), [2022, 12, 10])],
    more=[(2022, 8, 31, 3), (2020, 2, 29, 12), (2020, 2, 29, 48), (2021, 6, 15, 0),
          (2021, 11, 30, 3), (1999, 10, 31, 4), (2000, 3, 31, -1), (2023, 5, 1, 7), (2023, 5, 1, 8),
          (2022, 12, 31, -12), (2024, 3, 30, 11)],
)

program(
    "to_24_hours",
    "Turn a time such as '07:05 PM' or '12:30 AM' into the same time on a clock of 24 hours, such "
    "as '19:05' or '00:30'.",
    r'''
def to_24_hours(text):
    clock, half = text.split(" ")
    hour, minute = clock.split(":")
    hour = int(hour) % 12
    if half == "PM":
        hour += 12
    return f"{hour:02d}:{minute}"
''',
    known=[(("07:05 PM",), "19:05"), (("12:30 AM",), "00:30"), (("12:00 PM",), "12:00"),
           (("01:59 AM",), "01:59")],
    more=[("11:59 PM",), ("12:01 AM",), ("12:45 PM",), ("10:10 AM",), ("06:00 PM",), ("09:15 AM",),
          ("12:59 PM",), ("12:00 AM",), ("03:33 PM",), ("11:00 AM",)],
)

program(
    "weekday_name",
    "Return the English name of the day of the week of a date in the Gregorian calendar.",
    r'''
def weekday_name(year, month, day):
    names = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"]
    offsets = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4]
    if month < 3:
        year -= 1
    total = year + year // 4 - year // 100 + year // 400 + offsets[month - 1] + day
    return names[total % 7]
''',
    known=[((2000, 1, 1), "Saturday"), ((1969, 7, 20), "Sunday"), ((2024, 2, 29), "Thursday")],
    more=[(2023, 10, 5), (1900, 3, 1), (1900, 2, 28), (2001, 12, 31), (2020, 5, 17), (1989, 11, 9),
          (2016, 2, 1), (2022, 8, 8), (1815, 6, 18), (2100, 1, 1), (2038, 1, 19)],
)

program(
    "format_duration",
    "Write a number of seconds in hours, minutes and seconds, such as '1h 2m 3s'. Parts that are "
    "zero are left out; zero seconds are '0s'.",
    r'''
def format_duration(seconds):
    hours = seconds // 3600
    minutes = seconds % 3600 // 60
    rest = seconds % 60
    parts = []
    if hours > 0:
        parts.append(f"{hours}h")
    if minutes > 0:
        parts.append(f"{minutes}m")
    if rest > 0 or not parts:
        parts.append(f"{rest}s")
    return " ".join(parts)
''',
    known=[((3723,), "1h 2m 3s"), ((0,), "0s"), ((60,), "1m"), ((3600,), "1h"), ((61,), "1m 1s")],
    more=[(value,) for value in (1, 59, 119, 3599, 3601, 3660, 7200, 86399, 90061, 600)],
)

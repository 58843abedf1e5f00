# Days. $weekday, $month, $monday are messages of this file; $day, $year, $number are figures. A week is told by its
# Monday, and by its $number (ISO 8601) in languages whose speakers use it.
day = { $weekday } { $day } { $month }
day-and-year = { $weekday } { $day } { $month } { $year }
day-of-year = { $day } { $month } { $year }
week-of-year = { $monday }
month-and-year-short = { $month } { $year }
day-and-hour = { $day }, { $hour }
weekday-1 = Monday
weekday-2 = Tuesday
weekday-3 = Wednesday
weekday-4 = Thursday
weekday-5 = Friday
weekday-6 = Saturday
weekday-7 = Sunday
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
month-short-1 = Jan
month-short-2 = Feb
month-short-3 = Mar
month-short-4 = Apr
month-short-5 = May
month-short-6 = Jun
month-short-7 = Jul
month-short-8 = Aug
month-short-9 = Sep
month-short-10 = Oct
month-short-11 = Nov
month-short-12 = Dec

## Numbers: what stands between the whole and its parts
decimal-mark = .

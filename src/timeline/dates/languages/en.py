"""English."""

WORDS = (
    {
        "MONTH 1": "january, jan",
        "MONTH 2": "february, feb, febr",
        "MONTH 3": "march, mar",
        "MONTH 4": "april, apr",
        "MONTH 5": "may",
        "MONTH 6": "june, jun",
        "MONTH 7": "july, jul",
        "MONTH 8": "august, aug",
        "MONTH 9": "september, sept, sep",
        "MONTH 10": "october, oct",
        "MONTH 11": "november, nov",
        "MONTH 12": "december, dec",
        "SEASON 21": "spring, springtime",
        "SEASON 22": "summer, summertime",
        "SEASON 23": "autumn, fall",
        "SEASON 24": "winter, wintertime",
        "WEEKDAY 0": "monday, mon",
        "WEEKDAY 1": "tuesday, tue, tues",
        "WEEKDAY 2": "wednesday, wed",
        "WEEKDAY 3": "thursday, thu, thur, thurs",
        "WEEKDAY 4": "friday, fri",
        "WEEKDAY 5": "saturday, sat",
        "WEEKDAY 6": "sunday, sun",
        "PART 0": "early, beginning, start, outset, opening, first days, first few days,"
        " first weeks, opening days, first months, opening months, first years,"
        " early part, early days",
        "PART 1": "mid, middle, midst, middle part",
        "PART 2": "late, end, ending, close, last days, last few days, last weeks, closing days,"
        " final days, final weeks, last months, final months, closing months, last years,"
        " final years, latter part, late part",
        "HALF 0": "half",
        "QUARTER 0": "quarter",
        "QUARTER 1": "q1",
        "QUARTER 2": "q2",
        "QUARTER 3": "q3",
        "QUARTER 4": "q4",
        "HALF 1": "h1",
        "HALF 2": "h2",
        "ORD 1": "first",
        "ORD 2": "second, latter",
        "ORD 3": "third",
        "ORD 4": "fourth",
        "ORD 5": "fifth",
        "ORD 6": "sixth",
        "ORD 7": "seventh",
        "ORD 8": "eighth",
        "ORD 9": "ninth",
        "ORD 10": "tenth",
        "ORD 11": "eleventh",
        "ORD 12": "twelfth",
        "ORD 13": "thirteenth",
        "ORD 14": "fourteenth",
        "ORD 15": "fifteenth",
        "ORD 16": "sixteenth",
        "ORD 17": "seventeenth",
        "ORD 18": "eighteenth",
        "ORD 19": "nineteenth",
        "ORD 20": "twentieth",
        "ORD 21": "twenty-first",
        "ORD 22": "twenty-second",
        "ORD 23": "twenty-third",
        "ORD 24": "twenty-fourth",
        "ORD 25": "twenty-fifth",
        "ORD 26": "twenty-sixth",
        "ORD 27": "twenty-seventh",
        "ORD 28": "twenty-eighth",
        "ORD 29": "twenty-ninth",
        "ORD 30": "thirtieth",
        "ORD 31": "thirty-first",
        "ORD 99": "last, final",
        "COUNT 1": "one, a, an",
        "COUNT 2": "two, a couple of",
        "COUNT 3": "three",
        "COUNT 4": "four",
        "COUNT 5": "five",
        "COUNT 6": "six",
        "COUNT 7": "seven",
        "COUNT 8": "eight",
        "COUNT 9": "nine",
        "COUNT 10": "ten",
        "COUNT 11": "eleven",
        "COUNT 12": "twelve",
        "SPAN 0": "day",
        "SPAN 1": "week",
        "SPAN 2": "month",
        "SPAN 3": "year",
        "UNIT 4": "decade",
        "UNIT 5": "century, cent",
        "LENGTH 0": "days",
        "LENGTH 1": "weeks",
        "LENGTH 2": "months",
        "LENGTH 3": "years",
        "LENGTH 4": "decades",
        "LENGTH 5": "centuries",
        "CENTURY_OR_ABOUT": "c",
        "ABOUT": "ca, circa, cca, about, around, approximately, approx, roughly, near, nearly,"
        " on or about, on or around, in or about, in or around, at or about, some time around,"
        " sometime around, estimated, est, or so, or thereabouts",
        "PERHAPS": "possibly, perhaps, probably, maybe, presumably, uncertain, likely,"
        " date uncertain,"
        " allegedly, reportedly, disputed, unconfirmed",
        "FROM": "from, since, as from, starting, starting in, starting from,"
        " starting on, beginning in, beginning on, beginning from, effective, effective from,"
        " with effect from, ever since, on or after, in or after, not before, no earlier than,"
        " not earlier than, from at least, since at least",
        "UNTIL": "until, till, til, up to, up until, up till, through, thru, by, not later than,"
        " no later than, on or before, in or before, to, ending in, ending on,"
        " up to and including",
        "SINCE_POST": "onward, onwards, and on, forward, at the earliest",
        "UNTIL_POST": "inclusive, at the latest",
        "BEFORE": "before, prior to, ahead of, earlier than, preceding, pre, ante",
        "AFTER": "after, later than, following on from, post, subsequent to",
        "BETWEEN": "between, sometime between, some time between",
        "AND": "and, &",
        "OR": "or, or else, either",
        "NOW": "present, the present, now, present day, the present day,"
        " the present time, this day, ongoing",
        "UNTIL + NOW": "to date",
        "LATER": "later, afterwards, afterward, thereafter, hence",
        "EARLIER": "earlier, previously, beforehand",
        "AGO": "ago",
        "REL -1": "last, previous, preceding, past",
        "REL 0": "this, that, same, the same, current, that same, very same, that very",
        "REL 1": "next, following, coming, ensuing, subsequent",
        "DAYREL 0": "today, tonight, this day",
        "DAYREL -1": "yesterday, last night",
        "DAYREL 1": "tomorrow",
        "DAYREL -2": "day before yesterday",
        "DAYREL 2": "day after tomorrow",
        "NIGHT": "night, overnight",
        "HOUR": "a m, p m, am, pm, hours, o'clock, hrs",
        "CLOCK": "morning, evening, afternoon, noon, midnight, midday, dawn, dusk, sunrise, sunset,"
        " daybreak, nightfall, local time, moscow time, baku time,"
        " yerevan time, gmt, utc, msk",
        "OLD": "old style, o s, os, julian, julian calendar, in the julian calendar, old calendar,"
        " by the julian calendar, according to the julian calendar, by the old calendar",
        "NEW": "new style, n s, ns, gregorian, gregorian calendar, in the gregorian calendar,"
        " new calendar, by the new calendar, according to the gregorian calendar",
        "CE": "a d, ad, c e, ce, anno domini, common era",
        "BCE": "b c, bc, b c e, bce, before christ",
        "FOREIGN": "a h, ah, anno hegirae, hijri, muharram, safar, ramadan, shawwal, rajab, nowruz,"
        " farvardin, ordibehesht, khordad, tir, mordad, shahrivar, mehr, aban, azar, dey, bahman,"
        " esfand, rumi",
        "FILL": "in, on, at, of, the, during, throughout, over, within the, all of, all, whole,"
        " all through, as late as, at some point in, at some point, period,"
        " entire, in the course of, over the course of, sometime in, some time in, sometime,"
        " some time, as of, dated, date, only, already, on the date of, the month of, the year of,"
        " in the year of our lord, exactly, just, as early as, already in, precisely",
    },
)

ENDINGS = {
    "ORDINAL": "st, nd, rd, th",
    "DECADE": "s",
}

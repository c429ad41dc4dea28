"""Date phrases of the five articles (by file number): phrase, EDTF or None for a refusal, anchor.

The value is what the words say. What happened on which day is for the collection to say, so
"until April 1920" is an open interval here though the table of statements gives one day.
"""

A3 = "2022-01-15"  # published
A4 = "2025-07-20~"

ARTICLES = [
    # 000
    ("in 1920", "1920", None),
    ("in the first months of the Sovietization of Azerbaijan", None, None),  # months of what?
    ("in 1917", "1917", None),
    ("in May 1918", "1918-05", None),
    ("until April 1920", "../1920-04", None),
    ("existed until April 1920", None, None),  # the verb is not part of the date
    ("In April 1920", "1920-04", None),
    ("In November 1920", "1920-11", None),
    ("just several months after that", None, "1920-11"),  # how many?
    ("at the end of 2024", "2024-09~/2024-12~", None),
    ("during the Soviet era", None, None),
    ("38 people", None, None),
    ("August 2025", "2025-08", None),
    # 001
    ("until April 1920,", "../1920-04", None),
    ("in April 1918", "1918-04", None),
    ("Following the 1917 February Revolution", None, None),  # Old Style February is March
    ("1917 February", "1917-02", None),
    ("in 1922", "1922", None),
    ("In 1922,", "1922", None),
    ("in 1936", "1936", None),
    ("under the 1921 Moscow and Kars treaties", None, None),
    ("1921", "1921", None),
    ("the 1921", "1921", None),
    # 002
    ("1991", "1991", None),
    ("1991 · Baku", None, None),  # a place
    ("April 28, 1920", "1920-04-28", None),
    ("on May 28, 1918", "1918-05-28", None),
    ("On April 28, 1920,", "1920-04-28", None),
    ("World War I", None, None),
    ("11th Red Army", None, None),
    ("the 11th", None, None),
    ("in 1991", "1991", None),
    # 003
    ("August 10, 2022 10:14", "2022-08-10", None),
    ("Last update: August 10, 2022 10:14", None, None),
    ("January 15, 2022", "2022-01-15", None),
    ("By Mushvig Mehdiyev January 15, 2022", None, None),
    ("January 12, 2022", "2022-01-12", None),
    ("January 12, 2022, Baku", None, None),
    ("on Wednesday", "2022-01-12", A3),
    ("on Wednesday", None, None),
    ("Wednesday", "2022-01-12", A3),
    ("Wednesday", None, None),
    ("in October 2020", "2020-10", None),
    ("in 1994", "1994", None),
    ("until 1994", "../1994", None),
    ("20 percent", None, None),
    ("Over 30,000", None, None),
    ("one million", None, None),
    ("On September 27, 2020,", "2020-09-27", None),
    ("44 days", None, None),
    ("lasted 44 days", None, None),
    ("over 300", None, None),
    ("nearly 30-year-long", None, None),
    ("on November 10, 2020,", "2020-11-10", None),
    ("102nd", None, None),
    ("Russia’s 102nd", None, None),
    ("the 1995", "1995", None),
    ("the 1995 inter-state treaty", None, None),
    ("According to 2021 data", None, None),
    ("2021", "2021", None),
    ("about 5,000", None, None),
    ("in 2010", "2010", None),
    ("25-year", None, None),
    ("49 years", None, None),
    ("until 2044", "../2044", None),
    ("49 years until 2044", None, None),
    ("In recent days", None, A3),
    ("on October 14, 2020", "2020-10-14", None),
    ("Back then", None, A3),
    ("In 2021,", "2021", None),
    ("in July 2021", "2021-07", None),
    ("We", None, A3),
    ("the latest war", None, A3),
    # 004
    ("On July 19, 2025,", "2025-07-19", None),
    ("III Shusha Global Media Forum", None, None),
    ("III", None, None),
    ("two Azerbaijani nationals", None, None),
    ("within 10 days", None, A4),
    ("10 days", None, A4),
    ("the recent Azerbaijani plane tragedy", None, A4),
]

# The column of values in the table of statements must itself be readable.
TABLE_VALUES = """
1920 1920-04-27/1920-04-28 1920-04-28/1920-12~ 1917 1918-05 1920-04 1917-11-07 1920-11
2024-12-25/2024-12-31 2024-12-25 1805/1917 1917-03 1918-04 1922-03-12 1922-12-13 1936-12-05
1921-03-16 1921-10-13 1924-02-09 2025-06-27~ 1991 1918-05-28 1918/1920 1920-11-29/1921-02-25
2022-08-10 2022-01-15 2022-01-12 2020-10 1991-12~/1992 1994-05-12 1992/1994 1988/1994 2020-09-27
2020-09-27/2020-11-09 2020-10-04/2020-11-08 1992/2020 2020-11-10 2020-11-20 2020-11-25 2020-12-01
1995 2021 2010-08-20 2044 2020-10-14 2021-05-12~ 2021-07-03 2020-10/2020-11 2025-07-19 2014-07-17
2004/2013 2018/ 2025-06-27 2025-07-28~
""".split()

"""About: what this is, how it is made, what it may be used for, and what it cannot do."""

import streamlit as st

from timeline.app import assets, source_list

shown = assets.current()
collection, layers = shown.collection, shown.atlas.layers
events = collection.events.values()
claims = sum(len(e.claims) for e in events)
contested = sum(e.contested for e in events)
checked = [s.checked for s in collection.sources.values()]

st.html(source_list.style())
st.title("About")
st.markdown(
    f"""
Caucasus Chronicle is a timeline and a map of the same events. Choose an event in one and the
other follows; the map then shows the borders, the control and the names of that day. Every
statement names its source, and where accounts differ they stand side by side. It covers
Azerbaijan, Armenia and Russia from 1917 to 2025, seen from Zangezur, Nakhchivan and Karabakh.

It is made for students who want to see what happened where and who says otherwise, for teachers
who take a class through a sequence, and for journalists who need a date, a map or a citation that
holds. There are no accounts, and nothing is fetched from any other server.

### This edition

Version {collection.head.version}, data `{collection.digest}`:
{len(collection.events)} events, of which {contested} are told in conflicting accounts;
{claims} attributed statements; {len(collection.questions)} contested questions;
{len(collection.sources)} sources
({checked.count("read")} read, {checked.count("excerpt")} read in excerpt,
{checked.count("unopened")} not opened); {len(collection.places)} places with their names through
time; {len(collection.regions)} areas with their dates. Name the version when you cite.

### Method

**Narrator and claims.** The text of an event says only what the sources of all sides accept.
Whatever one side says and another does not is a *claim*: it has a speaker, the date it was made
and a source, and it names the claims it disputes or supports. Words that take a side stay inside
claims and quotations.

**Order.** Claims stand in the order in which they were made, never by how many hold them. The
name that was official on the day of an event comes first, the others beside it.

**Numbers.** The dead, the displaced and areas are given with whoever counted them, as a range
where there is one. Totals are never made by adding up different sources.

**Checked.** Each source says how much of it was seen while writing, in the original or a faithful
copy: *read*, the cited passage whole; *read in excerpt*, part of it; *not opened*, nothing, so
that the statement rests on what others report of it. Quotations are at most twelve words.

**Dates.** All dates are in the Gregorian calendar; a note says where the sources use the Julian
one, then thirteen days behind. A date is no more exact than its source: a month, a season or
*about* is drawn as a bar with soft ends, an open end fades out. Early, mid and late split a month
at the 10th and 20th; *until* includes the day it names, *before* does not.

### What the map can and cannot say

The map is drawn for the day at its corner. Colour shows recognised states; hatching shows land
held without that recognition, or contested land for which no line is known; claims can be
switched on. The three areas are outlined under their
name of the day. The key gives the likely error of each line and, when pointed at, how it was made.

- Past borders are put together from modern units and described lines, not surveyed. Expect errors
  of a few kilometres, more where the key says so. They prove nothing about any plot of land.
- Where no source was found for a day, an area stays without colour. That is a gap, not a claim.
- Routes are schematic: straight lines between places that sources name.
- Coast and lakes are those of about 2000. The Mingachevir reservoir appears from 1953.
- Borders, relief and rivers end at 36–60° E and 33–49° N; the rest of the world is coarse.

### Licences

The code is under the MIT licence. Texts and data of the collection are under
[CC BY 4.0](https://creativecommons.org/licenses/by/4.0/): use them for anything, and credit
“Caucasus Chronicle” with the version. Quoted words belong to their authors. Each map layer has a
licence of its own; the ODbL of OpenStreetMap asks that a database made from its lines stays under
the same terms. A picture of the map needs only the credit printed on it.

### Map layers
"""
)
st.html(source_list.layers(layers))
st.markdown(
    """
### Mistakes

If a statement is wrong, unfair or badly sourced, tell whoever gave you this copy or address, or
change the record yourself: the collection is plain text files, one record to a fact. Give the
event’s address from *Copy link*, the sentence, and a source that says otherwise. A date or name
with a better source is replaced; a different account is added beside the first.

### Known limits

- Texts are in English; names of places are kept in the languages and scripts of the region.
- Most sources are in English or Russian, and many were read only in excerpt. The Sources page
  can be filtered by language and by whose position a source carries, so the imbalance shows.
- The choice of events is itself a judgement. What is missing is not denied.
- Without WebGL the map is a still picture that follows the chosen event but cannot be moved.
"""
)

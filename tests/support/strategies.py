"""Any statement, any date: what hypothesis draws from."""

from __future__ import annotations

from calendar import monthrange

from hypothesis import strategies as st

from atleast.model.statement import Contact, Content, Count, Event, Link, Position, Statement, When
from atleast.model.words import Bound, Certainty, ChainRole, EventType, FigureKind, Ground, Polarity, Stance

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20)
MAYBE = st.none() | TEXTS


@st.composite
def points(draw: st.DrawFn) -> str:
    """An EDTF date that is no interval."""
    year = draw(st.integers(1900, 2100))
    unit = draw(st.sampled_from(["year", "season", "month", "day"]))
    about = draw(st.sampled_from(["", "~"]))
    if unit == "year":
        return f"{year}{about}"
    if unit == "season":
        return f"{year}-{draw(st.integers(21, 24))}{about}"
    month = draw(st.integers(1, 12))
    if unit == "month":
        return f"{year}-{month:02}{about}"
    return f"{year}-{month:02}-{draw(st.integers(1, monthrange(year, month)[1])):02}{about}"


WHENS = st.builds(When, points(), MAYBE)
LINKS = st.builds(Link, st.sampled_from(ChainRole), TEXTS, MAYBE)
CONTENTS: st.SearchStrategy[Content] = st.one_of(
    st.builds(
        Event,
        type=st.sampled_from(EventType),
        subject=st.lists(TEXTS, max_size=3).map(tuple),
        persons=st.lists(TEXTS, max_size=3).map(tuple),
        authority=MAYBE,
        facility=MAYBE,
        place=MAYBE,
        date=st.none() | WHENS,
        article=st.lists(TEXTS, max_size=2).map(tuple),
        penalty=MAYBE,
        grounds=st.lists(st.sampled_from(Ground), max_size=2).map(tuple),
    ),
    st.builds(
        Count,
        bound=st.sampled_from(Bound),
        value=st.integers(0, 10**20),
        of=TEXTS,
        figure=st.sampled_from(FigureKind),
        place=MAYBE,
        as_of=st.none() | WHENS,
        designation=MAYBE,
    ),
    st.builds(Position, TEXTS, MAYBE, st.sampled_from(Stance), TEXTS),
    st.builds(Contact, st.lists(TEXTS, max_size=3).map(tuple), st.none() | WHENS),
)


@st.composite
def statements_in_texts(draw: st.DrawFn) -> tuple[Statement, str]:
    """A statement and the text that it stands in."""
    before, quote, after = draw(TEXTS), draw(TEXTS), draw(TEXTS)
    start, end = len(before), len(before) + len(quote)
    trigger = draw(st.integers(start, end - 1))
    statement = Statement(
        source=draw(st.text("0123456789abcdef", min_size=64, max_size=64)),
        start=start,
        end=end,
        quote=quote,
        language=draw(st.sampled_from(["en", "ru", "be-Latn"])),
        certainty=draw(st.sampled_from(Certainty)),
        polarity=draw(st.sampled_from(Polarity)),
        chain=tuple(draw(st.lists(LINKS, max_size=3))),
        content=draw(CONTENTS),
        trigger=(trigger, draw(st.integers(trigger + 1, end))),
        reader=draw(TEXTS),
        rule=draw(st.just("") | TEXTS),
        reviewed=draw(st.booleans()),
    )
    return statement, before + quote + after

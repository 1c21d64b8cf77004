import pytest

from actum.errors import DataFault
from actum.registry.schema import joined, rows_of

GOOD = """
- slug: sea-treaty
  kind: treaty
  sure: B
  source: a book
  parties: multilateral
  relates: {replaces: [old-sea-treaty]}
  not: [old-sea-treaty]
  names:
    - {zh: 海约, form: short, source: a page}
    - {en: no, form: abbreviation, source: a page, sure: A}
  events:
    - {type: in-force, date: 1995-06, source: a list, sure: A, according_to: CHN}
- {slug: old-sea-treaty, kind: treaty, sure: C, source: a book, names: []}
"""
ROW = "- {slug: a, kind: treaty, sure: A, source: s, names: [{zh: 名, form: full, source: s}]}"


def test_reads_rows_with_names_and_events() -> None:
    row, old = rows_of(GOOD, file="f.yaml")
    assert (row.slug, row.kind, row.sure, row.verified, old.sure) == ("sea-treaty", "treaty", "B", False, "C")
    assert [(n.language, n.text, n.form, n.sure) for n in row.names] == [
        ("zh", "海约", "short", "B"),
        ("en", "no", "abbreviation", "A"),
    ]
    assert [(e.type, e.date, e.according_to) for e in row.events] == [("in-force", "1995-06", ("CHN",))]
    assert row.relates == (("replaces", ("old-sea-treaty",)),)
    assert row.unlike == ("old-sea-treaty",)
    assert row.parties == ("multilateral",)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("- [", "is not YAML"),
        ("a: b", "must be a list of rows"),
        (ROW.replace("sure: A, ", ""), "row 1 (a), field sure"),
        (ROW.replace("source: s, names", "names"), "row 1 (a), field source"),
        (ROW.replace(", source: s}]", "}]"), "row 1 (a), field names[1].source"),
        (ROW.replace("treaty", "treety"), "field kind: 'treety' is none of"),
        (ROW.replace("slug: a", "slug: A b"), "field slug: 'A b'"),
        (ROW.replace("form: full", "form: long"), "field names[1].form: 'long'"),
        (ROW.replace("zh: 名", "fr: nom"), "field names[1]"),
        (ROW.replace("kind", "kidn"), "unknown field kidn"),
        (ROW.replace("names:", "events: [{type: signed, date: May 5, source: s}], names:"), "is not an EDTF date"),
        (ROW.replace("names:", "events: [{type: born, date: 1990, source: s}], names:"), "field events[1].type"),
        (
            ROW.replace("names:", "events: [{type: signed, date: 2019-02-30, source: s}], names:"),
            "field events[1].date",
        ),
        (
            ROW.replace("names:", "events: [{type: notice, date: 2019, effective: soon, source: s}], names:"),
            "field events[1].effective",
        ),
        (
            ROW.replace("names:", "events: [{type: extended, date: 2019, until: later, source: s}], names:"),
            "field events[1].until",
        ),
        (
            ROW.replace("names:", "events: [{type: suspended, date: 2019, purported: maybe, source: s}], names:"),
            "field events[1].purported",
        ),
        (ROW.replace("names:", "broader: {a: b}, names:"), "field broader: must be a list"),
    ],
)
def test_a_fault_names_file_row_and_field(text: str, says: str) -> None:
    with pytest.raises(DataFault) as fault:
        rows_of(text, file="f.yaml")
    assert says in str(fault.value)
    assert str(fault.value).startswith("f.yaml")


def test_an_event_has_its_dates_and_who_says_so() -> None:
    event = "{type: extended, date: 2021, effective: 2022, until: .., purported: true, according_to: '*', source: s}"
    (row,) = rows_of(ROW.replace("names:", f"events: [{event}], names:"), file="f")
    (found,) = row.events
    assert (found.effective, found.until, found.purported, found.according_to) == ("2022", "..", True, ("*",))


def test_an_extension_adds_names_to_its_row() -> None:
    more = "- {slug: a, extends: true, names: [{en: Name, form: short, source: a person}]}"
    (row,) = joined((*rows_of(ROW, file="f"), *rows_of(more, file="g")))
    assert [(n.text, n.sure) for n in row.names] == [("名", "A"), ("Name", "B")]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (ROW + "\n" + ROW, "given twice"),
        ("- {slug: b, extends: true}", "no row of this slug to extend"),
        (ROW.replace("names:", "broader: [b], names:"), "no row has the slug 'b'"),
        (ROW.replace("names:", "parties: [XXX], names:"), "'XXX' is no state or body"),
        (
            ROW.replace("names:", "events: [{type: signed, date: 2019, source: s, according_to: [XXX]}], names:"),
            "field events.according_to: 'XXX' is no state or body",
        ),
        (
            ROW.replace("names:", "events: [{type: signed, date: 2019, source: s, parties: [YYY]}], names:"),
            "field events.parties: 'YYY' is no state or body",
        ),
    ],
)
def test_rows_that_do_not_join_are_refused(text: str, says: str) -> None:
    with pytest.raises(DataFault, match=says):
        joined(rows_of(text, file="f.yaml"))


def test_an_empty_file_has_no_rows() -> None:
    assert rows_of("# nothing yet\n", file="f.yaml") == ()

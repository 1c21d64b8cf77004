"""Containers: every member with its place, address and day; bombs refused whole; names are names."""

from __future__ import annotations

import gzip
import io
import zipfile

import pytest
from tests.read.carriers import locked, mail, mhtml, warc, zipped, zipped_in_gbk

from actum.errors import CopyUnread
from actum.model.copy import Found
from actum.read.member import Limits, Member
from actum.read.members import container_of, members

PAGE = "<html><meta charset=utf-8><p>双方重申军备控制是加强国际安全与稳定的重要手段。</p></html>".encode()
ADDRESS = "https://news.example/a/1.html"


def opened(data: bytes, place: str = "x", *, limits: Limits | None = None) -> list[Member]:
    return list(members(data, Found(place), limits=limits))


def places(found: list[Member]) -> list[str]:
    return [one.found.place for one in found if not one.passed]


def test_a_zip_with_an_archive_in_it() -> None:
    inner = zipped({"深/一.html": PAGE})
    data = zipped(
        {
            "a.txt": b"x",
            "b/inner.zip": inner,
            "c.css": b"p{}",
            ".hidden": b"",
            "__MACOSX/._a.txt": b"x",
            "b/Thumbs.db": b"x",
        }
    )
    found = opened(data, "in/a.zip")
    assert places(found) == ["in/a.zip!/a.txt", "in/a.zip!/b/inner.zip!/深/一.html"]
    assert [one.data for one in found if not one.passed] == [b"x", PAGE]
    assert sum(one.passed for one in found) == 1


def test_what_a_browser_saved_beside_a_page_is_passed_over() -> None:
    data = zipped({"a/p.html": PAGE, "a/p_files/x.png": b"1", "a/p_files/f/y.html": PAGE, "a/q_files/z.txt": b"2"})
    assert places(opened(data)) == ["x!/a/p.html", "x!/a/q_files/z.txt"]


def test_names_are_names() -> None:
    data = zipped({"../../etc/passwd": b"x", "/root/a": b"y", "C:\\b\x1b[2J.txt": b"z"})
    assert places(opened(data)) == ["x!/../../etc/passwd", "x!//root/a", "x!/C:\\b\\x1b[2J.txt"]


def test_a_name_in_gbk() -> None:
    assert places(opened(zipped_in_gbk("联合声明（全文）.html", PAGE))) == ["x!/联合声明（全文）.html"]


def test_a_page_many_times() -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("a.html", "1")
        with pytest.warns(UserWarning, match="Duplicate"):
            archive.writestr("a.html", "2")
    assert places(opened(made.getvalue())) == ["x!/a.html", "x!/a.html (2)"]


def test_a_locked_archive_costs_one_line() -> None:
    with pytest.raises(CopyUnread, match=r"^a\.zip: the archive is locked by a password"):
        opened(locked(zipped({"a": b"1", "b": b"2"})), "a.zip")


@pytest.mark.parametrize(
    ("data", "limits", "line"),
    [
        (zipped({"a": b"0" * 30_000_000}), None, "unpacks to over 16,777,216 bytes"),
        (gzip.compress(b"0" * 30_000_000), None, "unpacks to over 16,777,216 bytes"),
        (zipped({str(n): b"" for n in range(30)}), Limits(members=20), "over 20 files"),
        (zipped({"a.zip": zipped({"b.zip": zipped({"c": b"x"})})}), Limits(depth=2), "over 2 deep"),
        (zipped({f"{n}.zip": zipped({"z": b"0" * 9_000_000}) for n in range(4)}), None, "unpacks to over"),
    ],
)
def test_a_bomb_is_refused_whole(data: bytes, limits: Limits | None, line: str) -> None:
    with pytest.raises(CopyUnread, match=line) as caught:
        next(members(data, Found("bomb"), limits=limits))
    assert str(caught.value).startswith("bomb: ")
    assert "\n" not in str(caught.value)


def test_a_large_member_costs_its_line_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("actum.read.member_zip.MEMBER_LIMIT", 10)
    found = opened(zipped({"a": b"0123456789x", "b": b"1"}))
    assert [(one.found.place, bool(one.refusal)) for one in found] == [("x!/a", True), ("x!/b", False)]


def test_a_damaged_member_costs_its_line_alone() -> None:
    data = bytearray(zipped({"a": PAGE * 3, "b": PAGE}))
    data[60] ^= 0xFF
    found = opened(bytes(data))
    assert "damaged" in found[0].refusal
    assert found[1].data == PAGE


def test_a_document_that_is_packed_as_a_zip_is_no_container() -> None:
    assert container_of(zipped({"[Content_Types].xml": b"", "word/document.xml": b""}), "a.docx") is None
    odt = zipped({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b""})
    assert container_of(odt, "a.odt") is None
    assert container_of(b"PK\x03\x04 torn", "a.zip") is not None


def test_a_saved_page_gives_its_address_and_day() -> None:
    found = opened(mhtml(ADDRESS, PAGE), "p.mhtml")
    (page,) = [one for one in found if not one.passed]
    assert page.found == Found(f"p.mhtml!/{ADDRESS}", ADDRESS, "2025-05-09T08:12:31+00:00", "text/html")
    assert page.data.strip() == PAGE
    assert sum(one.passed for one in found) == 2


def test_a_message_gives_its_body_once_and_its_files() -> None:
    data = mail(
        "联合声明",
        "双方重申。",
        page=PAGE.decode(),
        files={"声明 全文.html": PAGE, "附件.zip": zipped({"b.txt": b"x"})},
    )
    found = opened(data, "m.eml")
    assert places(found) == ["m.eml!/body.html", "m.eml!/声明 全文.html", "m.eml!/附件.zip!/b.txt"]
    assert all(one.found.address == "mid:m1@example.org" for one in found)
    assert found[0].found.retrieved == "2025-05-09T08:12:31+00:00"
    assert found[0].found.media.startswith("text/html; charset=")


STATEMENT = "双方重申军备控制是加强国际安全与稳定的重要手段。双方反对任何破坏战略稳定的行为，呼吁各国保持克制。"


def test_the_fullest_form_of_a_message_is_read() -> None:
    """A form that asks for another program is no text, whatever the standard says of the last."""
    stub = "<p>您的邮件客户端不支持显示本邮件，请使用支持的客户端查看全文内容。</p>"
    found = opened(mail("联合声明", STATEMENT, page=stub), "m.eml")
    assert [one.data.decode().strip() for one in found if not one.refusal] == [STATEMENT]
    (line,) = [one.refusal for one in found if one.refusal]
    assert line.startswith("m.eml!/part-2.html: another form of this message")


def test_addresses_written_out_make_no_other_form() -> None:
    links = " <https://news.example/a/long/address/of/a/page/that/nobody/reads/in/full/2025/05/09/index.html>"
    found = opened(mail("联合声明", STATEMENT + links, page=f"<p>{STATEMENT}</p>"), "m.eml")
    assert [(one.found.place, one.refusal) for one in found] == [("m.eml!/body.html", "")]


def test_forms_that_say_the_same_cost_no_line() -> None:
    found = opened(mail("联合声明", STATEMENT, page=f"<head><title>x</title></head><b>{STATEMENT}</b>"), "m.eml")
    assert [(one.found.place, one.refusal) for one in found] == [("m.eml!/body.html", "")]


@pytest.mark.parametrize(
    ("written", "delsp", "read"),
    [
        ("双方重申 \r\n军备控制。\r\n第二段。", "yes", "双方重申军备控制。\r\n第二段。"),
        ("the parties \r\nagree.\r\nNext.", "no", "the parties agree.\r\nNext."),
        ("> quoted \r\n> on\r\nown", "no", "> quoted on\r\nown"),
        ("a \r\n From here\r\n-- \r\nname", "no", "a From here\r\n-- \r\nname"),
    ],
)
def test_flowing_lines_are_joined(written: str, delsp: str, read: str) -> None:
    head = (
        "From: a@example.org\r\nSubject: x\r\nMIME-Version: 1.0\r\nMessage-ID: <1@x>\r\n"
        f"Content-Type: text/plain; charset=utf-8; format=flowed; delsp={delsp}\r\n"
        "Content-Transfer-Encoding: 8bit\r\n\r\n"
    )
    (body,) = opened((head + written).encode(), "m.eml")
    assert body.data.decode() == read


def test_a_book_gives_the_pages_of_its_spine() -> None:
    package = (
        "<package><manifest><item id='t' href='toc.ncx'/><item id='n' href='nav.xhtml'/><item id='a' href='s/1.xhtml'/>"
        "<item href='s/0%20a.xhtml' id='b'/></manifest>"
        "<spine toc='t'><itemref idref='b'/><itemref idref='a'/></spine></package>"
    )
    files = {
        "mimetype": b"application/epub+zip",
        "META-INF/container.xml": b"<container><rootfiles><rootfile full-path='O/p.opf'/></rootfiles></container>",
        "O/p.opf": package.encode(),
        "O/toc.ncx": b"<ncx/>",
        "O/nav.xhtml": PAGE,
        "O/s/1.xhtml": PAGE,
        "O/s/0 a.xhtml": PAGE + b"\n",
    }
    assert places(opened(zipped(files), "b.epub")) == ["b.epub!/O/s/0 a.xhtml", "b.epub!/O/s/1.xhtml"]
    torn = {**files, "O/p.opf": b"<package"}
    assert places(opened(zipped(torn), "b.epub")) == [f"b.epub!/O/{name}.xhtml" for name in ("nav", "s/1", "s/0 a")]


def test_a_torn_web_archive_keeps_what_stands_before_the_tear() -> None:
    pages = {f"https://news.example/{n}": PAGE + bytes(str(n), "ascii") * 900 for n in range(4)}
    whole = warc(pages)
    found = opened(whole[: len(whole) * 2 // 3], "c.warc.gz")
    read = [one for one in found if not one.refusal and not one.passed]
    assert 0 < len(read) < len(pages)
    assert [one.found.address for one in read] == list(pages)[: len(read)]
    assert [one.data for one in read] == list(pages.values())[: len(read)]
    with pytest.raises(CopyUnread, match="damaged"):
        opened(gzip.compress(PAGE * 9)[:-20], "a.html.gz")


def test_a_message_in_a_message_and_a_mailbox() -> None:
    inner = mail("内", "双方重申军备控制。", charset="gb2312")
    outer = mail("外", "见附件。", files={"m.eml": inner})
    assert places(opened(outer, "o.eml")) == ["o.eml!/body.txt", "o.eml!/m.eml!/body.txt"]
    box = b"From a@example.org Fri May  9 08:12:31 2025\n" + inner + b"\n\nFrom b@example.org Fri May  9 2025\n" + outer
    assert places(opened(box, "all.mbox")) == [
        "all.mbox!/1.eml!/body.txt",
        "all.mbox!/2.eml!/body.txt",
        "all.mbox!/2.eml!/m.eml!/body.txt",
    ]


@pytest.mark.parametrize("packed", [True, False])
@pytest.mark.parametrize("chunked", [True, False])
def test_a_web_archive_gives_what_was_fetched_whole(*, packed: bool, chunked: bool) -> None:
    pages = {ADDRESS: PAGE, "https://news.example/b?id=2": PAGE + b" "}
    found = opened(warc(pages, media="text/html; charset=utf-8", packed=packed, chunked=chunked), "c.warc.gz")
    assert places(found) == [f"c.warc.gz!/c.warc!/{address}" for address in pages]
    assert [one.data for one in found] == list(pages.values())
    assert found[0].found.address == ADDRESS
    assert found[0].found.retrieved == "2025-05-09T08:12:31Z"
    assert found[0].found.media == "text/html; charset=utf-8"


def test_a_web_archive_that_ends_early() -> None:
    whole = gzip.decompress(warc({ADDRESS: PAGE, f"{ADDRESS}2": PAGE}))
    found = opened(whole[: whole.rindex(b"HTTP/1.1 200") + 40], "c.warc")
    assert found[0].data == PAGE
    assert "the archive ends within this record" in found[1].refusal


@pytest.mark.parametrize(
    "text", ["From: the parties\n\nText", "Date: 2025\n", "中俄联合声明", "From here on\nthe text"]
)
def test_a_text_is_no_message(text: str) -> None:
    assert container_of(text.encode(), "a.txt") is None

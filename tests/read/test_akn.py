import os
from pathlib import Path

import pytest

from actum.errors import CopyUnread
from actum.read.akn import read_akn

SHARED = Path(os.environ.get("ACTUM_SHARED", Path(__file__).parents[2].parent / "shared")) / "un"
SMALL = """<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><statement><meta>
<FRBRdate date="2025-12-01" name="adoption"/><FRBRlanguage language="zho"/>
<step outcome="draftResolution" by="China, Trinidad and Tobago and Viet Nam"/>
<voting outcome="adoptedRecordedVote"><count value="2" refersTo="inFavour"><organization>CHINA</organization>
<organization>CUBA</organization></count><count refersTo="against"><organization>PALAU</organization></count></voting>
</meta><coverPage><p><docNumber refersTo="#symbol">A/RES/80/20</docNumber></p></coverPage>
<preface><p><docTitle refersTo="#resolutionTitle">外层空间</docTitle></p></preface>
<preamble><formula><p><span class="bold">大会</span>，</p></formula>
<container name="关切"><p>	在这方面<span class="bold">	关切</span>《外空条约》<authorialNote marker="1"><p>见
<a href="https://undocs.org/ch/CD/1839">CD/1839</a>。</p></authorialNote> 第三条，回顾第<a
href="https://undocs.org/ch/A/RES/69/32">69/32</a>号决议，</p></container></preamble>
<mainBody><paragraph><num>1.</num><content><p><span class="bold">重申</span>目标；</p>
<p>和手段；</p></content></paragraph>
<paragraph><num>2.</num><content><p>无标记。</p></content></paragraph></mainBody></statement></akomaNtoso>"""


def test_reads_what_the_markup_says() -> None:
    document = read_akn(SMALL.encode())
    assert (document.language, document.symbol, document.title) == ("zh", "A/RES/80/20", "外层空间")
    assert (document.adopted, document.outcome) == ("2025-12-01", "adoptedRecordedVote")
    assert document.sponsors == ("China", "Trinidad and Tobago", "Viet Nam")
    assert [(vote.side, vote.count, vote.voters) for vote in document.votes] == [
        ("inFavour", 2, ("CHINA", "CUBA")),
        ("against", 1, ("PALAU",)),
    ]


def test_paragraphs_with_kind_number_and_stance() -> None:
    paragraphs = read_akn(SMALL.encode()).paragraphs
    assert [(p.kind, p.number, p.text, p.stance.text if p.stance else None) for p in paragraphs] == [
        ("formula", "", "大会，", None),
        ("preamble", "", "在这方面关切《外空条约》第三条，回顾第69/32号决议，", "关切"),
        ("operative", "1", "重申目标；", "重申"),
        ("operative", "", "和手段；", None),
        ("operative", "2", "无标记。", None),
    ]


def test_citations_in_text_and_in_notes() -> None:
    paragraph = read_akn(SMALL.encode()).paragraphs[1]
    assert [(c.symbol, c.part.text if c.part else None) for c in paragraph.citations] == [
        ("CD/1839", None),
        ("A/RES/69/32", "69/32"),
    ]
    assert paragraph.notes == ("见CD/1839。",)
    for citation in paragraph.citations:
        if citation.part:
            citation.part.check(paragraph.text)


def test_missing_parts_are_empty() -> None:
    document = read_akn(b"<akomaNtoso/>")
    assert (document.language, document.symbol, document.adopted, document.paragraphs) == ("", "", "", ())


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "no XML"),
        (b"\x00\x01", "no XML"),
        (b"<a><b></a>", "no XML"),
        (b"<html/>", "not <akomaNtoso>"),
        (
            b'<!DOCTYPE akomaNtoso [<!ENTITY x SYSTEM "file:///etc/passwd">]><akomaNtoso>&x;</akomaNtoso>',
            "document type",
        ),
        (b'<!DOCTYPE a [<!ENTITY x "xx"><!ENTITY y "&x;&x;">]><akomaNtoso>&y;</akomaNtoso>', "document type"),
    ],
)
def test_refuses_in_one_line(data: bytes, says: str) -> None:
    with pytest.raises(CopyUnread, match=says) as refused:
        read_akn(data, place="x.xml")
    assert str(refused.value).startswith("x.xml: ")
    assert "\n" not in str(refused.value)


@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared resolutions are not here")
def test_every_paragraph_of_the_shared_resolutions_has_its_stance() -> None:
    files = sorted(SHARED.glob("*.xml"))
    assert files
    for file in files:
        document = read_akn(file.read_bytes(), place=file.name)
        assert document.title
        assert document.symbol.replace("/", "_") == file.name.split(".")[0]
        assert all(vote.count == len(vote.voters) for vote in document.votes)
        for paragraph in document.paragraphs:
            assert paragraph.kind == "formula" or paragraph.stance is not None
            if paragraph.stance:
                paragraph.stance.check(paragraph.text)

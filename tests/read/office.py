"""DOCX and ODT files for tests, written by hand: only the parts that a reader looks at."""

from __future__ import annotations

import io
import zipfile

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{path}:1.0"'
    for name, path in (
        ("office", "office"),
        ("text", "text"),
        ("table", "table"),
        ("style", "style"),
        ("draw", "drawing"),
    )
)
DC = 'xmlns:dc="http://purl.org/dc/elements/1.1/"'


def zipped(parts: dict[str, str], *, first: str = "") -> bytes:
    """An archive of these parts, the first (its kind) not packed."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        if first:
            archive.writestr(zipfile.ZipInfo("mimetype"), first)
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name), content, compress_type=zipfile.ZIP_DEFLATED)
    return out.getvalue()


def docx(body: str, **parts: str) -> bytes:
    """A DOCX with this body; other parts of the folder `word` by name, each the inside of its root."""
    roots = {
        "footnotes": "footnotes",
        "numbering": "numbering",
        "styles": "styles",
        "header1": "hdr",
        "comments": "comments",
    }
    files = {
        "[Content_Types].xml": "<Types/>",
        "word/document.xml": f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>',
    }
    files |= {
        f"word/{name}.xml": f'<w:{roots[name]} xmlns:w="{W}">{inside}</w:{roots[name]}>'
        for name, inside in parts.items()
    }
    return zipped(files)


def odt(body: str, *, styles: str = "") -> bytes:
    """An ODT with this text; `styles` are its automatic styles."""
    content = (
        f"<office:document-content {OFFICE} {DC}><office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    kind = "application/vnd.oasis.opendocument.text"
    return zipped({"content.xml": content, "META-INF/manifest.xml": "<m/>"}, first=kind)


def p(*runs: str) -> str:
    """A paragraph of a DOCX: plain texts, or runs and changes as they are."""
    return "<w:p>" + "".join(run if run.startswith("<") else f"<w:r><w:t>{run}</w:t></w:r>" for run in runs) + "</w:p>"


def ins(text: str, by: str = "甲") -> str:
    """A run that a tracked change put in."""
    return f'<w:ins w:author="{by}" w:date="2025-05-08T10:00:00Z"><w:r><w:t>{text}</w:t></w:r></w:ins>'


def deleted(text: str, by: str = "乙") -> str:
    """A run that a tracked change took out."""
    return f'<w:del w:author="{by}" w:date="2025-05-08T10:00:00Z"><w:r><w:delText>{text}</w:delText></w:r></w:del>'

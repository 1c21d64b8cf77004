"""Containers around pages, written as the programs that make them do.

Takes       names or addresses with bytes.
Gives       the bytes of a ZIP, a message, a saved page (MHTML), a web archive (WARC).
"""

import gzip
import io
import zipfile
from datetime import UTC, datetime
from email.message import EmailMessage
from email.utils import format_datetime
from quopri import encodestring

DAY = datetime(2025, 5, 9, 8, 12, 31, tzinfo=UTC)


def zipped(files: dict[str, bytes], *, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A ZIP with its names in UTF-8."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", method) as archive:
        for name, data in files.items():
            archive.writestr(zipfile.ZipInfo(name, (2025, 5, 9, 8, 0, 0)), data, method)
    return made.getvalue()


def zipped_in_gbk(name: str, data: bytes) -> bytes:
    """A ZIP as a Chinese Windows makes it: the name in GBK, and no word of it."""
    mark = "@" * len(name.encode("gbk"))
    return zipped({mark: data}).replace(mark.encode(), name.encode("gbk"))


def locked(data: bytes) -> bytes:
    """A ZIP with every member said to be locked."""
    made = bytearray(data)
    for head, flag in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = made.find(head)
        while at >= 0:
            made[at + flag] |= 1
            at = made.find(head, at + 1)
    return bytes(made)


def mail(
    subject: str, text: str, *, page: str = "", files: dict[str, bytes] | None = None, charset: str = "utf-8"
) -> bytes:
    """A message with a text, the same as a page, and files."""
    message = EmailMessage()
    message["From"], message["To"] = "分析员 <a@example.org>", "b@example.org"
    message["Subject"], message["Date"], message["Message-ID"] = subject, format_datetime(DAY), "<m1@example.org>"
    message.set_content(text, charset=charset)
    if page:
        message.add_alternative(page, subtype="html", charset=charset)
    for name, data in (files or {}).items():
        message.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    return message.as_bytes()


def mhtml(address: str, page: bytes, *, charset: str = "") -> bytes:
    """A page as a browser saves it in one file, with a picture and a style sheet."""
    edge = "----MultipartBoundary--x1y2z3----"
    declared = f"; charset={charset}" if charset else ""
    head = (
        f"From: <Saved by Blink>\r\nSnapshot-Content-Location: {address}\r\nSubject: page\r\n"
        f"Date: {format_datetime(DAY)}\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n"
        f'\ttype="text/html";\r\n\tboundary="{edge}"\r\n\r\n\r\n--{edge}\r\nContent-Type: text/html{declared}\r\n'
        f"Content-ID: <frame-1@mhtml.blink>\r\nContent-Transfer-Encoding: quoted-printable\r\n"
        f"Content-Location: {address}\r\n\r\n"
    )
    rest = (
        f"\r\n--{edge}\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n"
        f"Content-Location: {address}/logo.png\r\n\r\niVBORw0KGgo=\r\n--{edge}\r\nContent-Type: text/css\r\n"
        f"Content-Transfer-Encoding: quoted-printable\r\nContent-Location: cid:css-1\r\n\r\n"
        f"p {{ margin: 0 }}\r\n--{edge}--\r\n"
    )
    return head.encode() + encodestring(page) + rest.encode()


def _chunked(data: bytes) -> bytes:
    parts = [data[at : at + 1000] for at in range(0, len(data), 1000)]
    return b"".join(f"{len(part):x}\r\n".encode() + part + b"\r\n" for part in parts) + b"0\r\n\r\n"


def warc(pages: dict[str, bytes], *, media: str = "text/html", packed: bool = True, chunked: bool = True) -> bytes:
    """A web archive of answers, each a GZIP member as crawlers write them, with a request and a failure among them."""

    def record(kind: str, address: str, body: bytes, content: str) -> bytes:
        head = (
            f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {address}\r\nWARC-Date: 2025-05-09T08:12:31Z\r\n"
            f"WARC-Record-ID: <urn:uuid:1>\r\nContent-Type: {content}\r\nContent-Length: {len(body)}\r\n\r\n"
        )
        return gzip.compress(head.encode() + body + b"\r\n\r\n", mtime=0)

    made = record("warcinfo", "urn:x", b"software: x\r\n", "application/warc-fields")
    for address, page in pages.items():
        made += record("request", address, b"GET / HTTP/1.1\r\n\r\n", "application/http;msgtype=request")
        body = gzip.compress(page, mtime=0) if packed else page
        body = _chunked(body) if chunked else body
        head = f"HTTP/1.1 200 OK\r\nContent-Type: {media}\r\n"
        head += "Content-Encoding: gzip\r\n" * packed + "Transfer-Encoding: chunked\r\n" * chunked + "\r\n"
        made += record("response", address, head.encode() + body, "application/http; msgtype=response")
    lost = b"HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n<p>no</p>"
    return made + record("response", "https://news.example/gone", lost, "application/http; msgtype=response")

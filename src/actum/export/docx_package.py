"""A WordprocessingML package: the parts around a document's body, and the file that holds them.

Takes       parts as bytes by their names.
Gives       the file's bytes: a ZIP archive, the same bytes for the same parts on every machine.
Method      Office Open XML (ECMA-376), parts 1 and 2. Nothing is compressed, for libraries compress each in its own
            way; every date in the archive is the first that ZIP knows.
Leaves out  the body: that is `redline_docx`.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

from lxml import etree

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_TERMS = {"dc": "http://purl.org/dc/elements/1.1/", "dcterms": "http://purl.org/dc/terms/"}
_XSI = "http://www.w3.org/2001/XMLSchema-instance"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
_UNIX = 3

LOCALES = {"zh": "zh-CN", "en": "en-GB", "ru": "ru-RU"}
"""For a language the locale that Word proofs it by."""


def w(name: str) -> str:
    """A name in the namespace of WordprocessingML."""
    return f"{{{W}}}{name}"


def element(
    name: str, /, *children: etree._Element, text: str | None = None, **attributes: str | int
) -> etree._Element:
    """An element of WordprocessingML; attributes are in its namespace too, `xml_space` in that of XML."""
    made = etree.Element(w(name), nsmap={"w": W, "r": R})
    for key, value in attributes.items():
        qualified = "{http://www.w3.org/XML/1998/namespace}space" if key == "xml_space" else w(key)
        made.set(qualified, str(value))
    made.text = text
    made.extend(children)
    return made


def serialised(root: etree._Element) -> bytes:
    """A part's bytes."""
    etree.cleanup_namespaces(root, keep_ns_prefixes=["w", "r"])
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def package(parts: Mapping[str, bytes]) -> bytes:
    """The archive, its parts in the order given."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for name, data in parts.items():
            entry = zipfile.ZipInfo(name, date_time=_FIRST_DAY)
            entry.create_system = _UNIX
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, data)
    return out.getvalue()


def _root(name: str, namespace: str) -> etree._Element:
    """An element in a namespace without a prefix, as readers of packages expect it."""
    return etree.fromstring(f'<{name} xmlns="{namespace}"/>')


def content_types() -> bytes:
    """Which part is of which type."""
    root = _root("Types", _TYPES)
    for ending, kind in (
        ("rels", "application/vnd.openxmlformats-package.relationships+xml"),
        ("xml", "application/xml"),
    ):
        etree.SubElement(root, f"{{{_TYPES}}}Default", Extension=ending, ContentType=kind)
    kinds = {
        "/word/document.xml": f"{_WORD}.document.main+xml",
        **{f"/word/{name}.xml": f"{_WORD}.{kind}+xml" for name, kind in _OF_DOCUMENT},
        "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    }
    for name, kind in kinds.items():
        etree.SubElement(root, f"{{{_TYPES}}}Override", PartName=name, ContentType=kind)
    return serialised(root)


_OF_DOCUMENT = (
    ("styles", "styles"),
    ("settings", "settings"),
    ("comments", "comments"),
    ("header", "header"),
    ("footer", "footer"),
)
"""The parts that the document refers to, and the kind of each."""


def package_relations() -> bytes:
    """Where a reader begins."""
    return _relations(
        (f"{R}/officeDocument", "word/document.xml"),
        ("http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", "docProps/core.xml"),
    )


def document_relations() -> bytes:
    """The parts that the document refers to; see `relation_id`."""
    return _relations(*((f"{R}/{kind}", f"{name}.xml") for name, kind in _OF_DOCUMENT))


def relation_id(name: str) -> str:
    """The id by which the document refers to one of its parts."""
    return f"rId{[part for part, _ in _OF_DOCUMENT].index(name) + 1}"


def _relations(*targets: tuple[str, str]) -> bytes:
    root = _root("Relationships", _RELATIONS)
    for number, (kind, target) in enumerate(targets, 1):
        etree.SubElement(root, f"{{{_RELATIONS}}}Relationship", Id=f"rId{number}", Type=kind, Target=target)
    return serialised(root)


def core_properties(title: str, *, author: str, date: str) -> bytes:
    """Title, author and date of the file."""
    root = etree.Element(f"{{{_CORE}}}coreProperties", nsmap={"cp": _CORE, **_TERMS, "xsi": _XSI})
    etree.SubElement(root, f"{{{_TERMS['dc']}}}title").text = title
    etree.SubElement(root, f"{{{_TERMS['dc']}}}creator").text = author
    etree.SubElement(root, f"{{{_CORE}}}lastModifiedBy").text = author
    for name in ("created", "modified"):
        made = etree.SubElement(root, f"{{{_TERMS['dcterms']}}}{name}", {f"{{{_XSI}}}type": "dcterms:W3CDTF"})
        made.text = date
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def settings() -> bytes:
    """The document's settings: written for today's Word, so that it opens in no compatibility mode."""
    mode = element("compatSetting", name="compatibilityMode", uri="http://schemas.microsoft.com/office/word", val="15")
    return serialised(element("settings", element("zoom", percent="100"), element("compat", mode)))


def styles(language: str) -> bytes:
    """Styles of a text in a language: fonts for Latin, Cyrillic and Chinese."""
    locale = LOCALES.get(language, "en-GB")
    latin, chinese = ("en-GB", locale) if language == "zh" else (locale, "zh-CN")
    fonts = element("rFonts", ascii="Times New Roman", hAnsi="Times New Roman", eastAsia="SimSun", cs="Times New Roman")
    plain = element(
        "rPr", fonts, element("sz", val="24"), element("szCs", val="24"), element("lang", val=latin, eastAsia=chinese)
    )
    spacing = element("pPr", element("spacing", after="160", line="360", lineRule="auto"))
    return serialised(
        element(
            "styles",
            element("docDefaults", element("rPrDefault", plain), element("pPrDefault", spacing)),
            _style("Normal", "Normal", default="1"),
            _style("Heading1", "heading 1", *_heading()),
            *(
                _style(
                    name, known, element("pPr", element("spacing", after="0", line="240", lineRule="auto")), _sized(18)
                )
                for name, known in (("Header", "header"), ("Footer", "footer"), ("CommentText", "annotation text"))
            ),
        )
    )


def _style(name: str, known_as: str, *properties: etree._Element, **attributes: str) -> etree._Element:
    based = [] if attributes else [element("basedOn", val="Normal")]
    made = element("style", element("name", val=known_as), *based, element("qFormat"), *properties, type="paragraph")
    for key, value in {**attributes, "styleId": name}.items():
        made.set(w(key), value)
    return made


def _heading() -> tuple[etree._Element, etree._Element]:
    laid = (element("keepNext"), element("spacing", before="240", after="240"), element("jc", val="center"))
    return element("pPr", *laid, element("outlineLvl", val="0")), element(
        "rPr", element("b"), element("bCs"), *_sized(30)
    )


def _sized(half_points: int) -> etree._Element:
    return element("rPr", element("sz", val=half_points), element("szCs", val=half_points))

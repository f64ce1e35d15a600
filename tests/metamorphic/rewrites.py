"""The rewritings: the same article in other bytes. Each is a row of REWRITINGS.

A rewriting takes a Document and gives a Case: the original to compare with, the rewritten text, and the bytes and the
charset in which its spans count.
"""
import dataclasses
import html
import json
import random
import re
import unicodedata

import charsets
import markdown
import pages


@dataclasses.dataclass
class Document:
    name: str  # with the extension that says how it is read
    text: str

    def body(self):
        """The text without front matter, for which HTML and feeds have no place."""
        return self.text[markdown.head_end(self.text):]

    def field(self, name):
        head = self.text[:markdown.head_end(self.text)]
        found = re.search(rf"^(?:\[#\]: )?{name}:[ \t]*(?:>-\n[ \t]+)?(.*)$", head, re.M)
        return found.group(1).strip().strip("\"'()") if found else ""

    def title(self):
        heading = re.search(r"^# (.*)$", self.body(), re.M) if markdown.is_markdown(self.name, self.text) else None
        return self.field("title") or self.field("subject") or (heading.group(1) if heading else "")

    def html(self, noise=None):
        """The body as HTML; `noise` names a kind of noise, the same at every call."""
        chance = random.Random(noise + self.name) if noise else None
        if not markdown.is_markdown(self.name, self.text):
            return pages.Writer(chance).plain(markdown.plain_blocks(self.body()))
        blocks, links = markdown.markdown_blocks(self.body())
        return pages.Writer(chance, links).blocks(blocks)


@dataclasses.dataclass
class Case:
    document: Document
    original: str  # what the rewritten text is compared with
    written: str   # what the rewritten file, or the field of its record, holds
    charset: str = "utf-8"

    @property
    def source(self):
        """The bytes that spans count in."""
        return charsets.encode(self.written, self.charset)


# One file a document

def same_name(document):
    return document.name


def html_name(document):
    return document.name.rsplit(".", 1)[0] + ".html"


def crlf(document):
    return Case(document, document.text, document.text.replace("\n", "\r\n"))


def bom(document):
    return Case(document, document.text, "\ufeff" + document.text)


def crlf_bom(document):
    return Case(document, document.text, "\ufeff" + document.text.replace("\n", "\r\n"))


def utf16(document):
    return Case(document, document.text, "\ufeff" + document.text, "utf-16-le")


def nfd(document):
    return Case(document, document.text, unicodedata.normalize("NFD", document.text))


# What digits are part of markup or an address: these are not written wide.
NO_DIGITS_OF_TEXT = re.compile(
    r"[a-z]+://[^\s<>\"）)\]]+|[\w.-]+\.(?:com|net|org|io|jp|dev|co)\b\S*|\]\([^)\s]*|^\[[^\]]*\]:.*$|<[a-zA-Z/!][^>]*>|"
    r"&#?\w+;|^ *\d+[.)](?= )|`[^`]*`|\]\[[^\]]*\]|^#{1,6}(?= )|/[\w./-]+\.\w{2,4}\b|[\w-]+\.(?:png|jpe?g|webp|gif|html?)\b",
    re.M)
WIDE = {ord("0") + k: ord("０") + k for k in range(10)}


def wide_digits(document):
    body, out, at = document.body(), [], 0
    for found in NO_DIGITS_OF_TEXT.finditer(body):
        out += [body[at:found.start()].translate(WIDE), found.group()]
        at = found.end()
    head = document.text[:len(document.text) - len(body)]
    return Case(document, document.text, head + "".join(out) + body[at:].translate(WIDE))


def has_kana(text):
    return re.search("[ぁ-んァ-ヶ]", text) is not None


def in_charset(charset, japanese=True):
    """Japanese text tells its charset; other text is read with --encoding."""
    def rewrite(document):
        if has_kana(document.text) != japanese:
            return None
        text = charsets.held(document.text, charset)
        return Case(document, text, text, charset)
    return rewrite


# HTML and feeds: the body alone is compared

def html_page(noise=None):
    def rewrite(document):
        page = pages.page(document.title(), document.field("date"), document.html(noise))
        return Case(document, document.body(), page)
    return rewrite


def html_cp932(document):
    text = charsets.held(document.body(), "cp932")
    body = Document(document.name, text).html("cp932")
    return Case(document, text, pages.page("", "", body).replace("utf-8", "Shift_JIS", 1), "cp932")


def html_body(noise=None):
    return lambda document: Case(document, document.body(), document.html(noise))


def whole(document):
    return Case(document, document.text, document.text)


def body(document):
    return Case(document, document.body(), document.body())


# How the rewritten texts become files. Gives {file name: bytes} and {id of the record: Case}.

def as_files(name_of):
    def pack(cases):
        return ({name_of(case.document): case.source for case in cases},
                {name_of(case.document): case for case in cases})
    return pack


def as_lines(ascii_only):
    def pack(cases):
        lines = [json.dumps({"id": case.document.name, "text": case.written}, ensure_ascii=ascii_only) for case in cases]
        return ({"news.jsonl": ("\n".join(lines) + "\n").encode()},
                {"news.jsonl#" + case.document.name: case for case in cases})
    return pack


def as_feed(item, frame):
    def pack(cases):
        items = "".join(item(case.document.name, case.document.title(), case.written) for case in cases)
        return {"news.xml": frame(items).encode()}, {"news.xml#" + case.document.name: case for case in cases}
    return pack


def rss(items):
    return ('<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0" xmlns:content='
            f'"http://purl.org/rss/1.0/modules/content/"><channel><title>Hitachi news</title>\n{items}</channel></rss>\n')


def rss_item(name, title, text):
    text = text.replace("]]>", "]]]]><![CDATA[>")
    return (f"<item><title>{html.escape(title)}</title><guid>{name}</guid><description>Short.</description>\n"
            f"<content:encoded><![CDATA[{text}]]></content:encoded></item>\n")


def atom(items):
    return f'<feed xmlns="http://www.w3.org/2005/Atom"><title>Hitachi news</title>\n{items}</feed>\n'


def atom_item(kind):
    return lambda name, title, text: (f"<entry><title>{html.escape(title)}</title><id>{name}</id>\n"
                                      f'<content type="{kind}">{html.escape(text)}</content></entry>\n')


@dataclasses.dataclass
class Rewriting:
    name: str
    about: str
    rewrite: object
    pack: object
    options: tuple = ()


REWRITINGS = [
    Rewriting("crlf", "lines end with CR LF", crlf, as_files(same_name)),
    Rewriting("bom", "a byte order mark in front", bom, as_files(same_name)),
    Rewriting("crlf-bom", "both", crlf_bom, as_files(same_name)),
    Rewriting("utf16", "UTF-16LE with its mark", utf16, as_files(same_name)),
    Rewriting("cp932", "Japanese text in CP932", in_charset("cp932"), as_files(same_name)),
    Rewriting("euc-jp", "Japanese text in EUC-JP", in_charset("euc-jp"), as_files(same_name)),
    Rewriting("cp932-named", "other text in CP932, told by --encoding", in_charset("cp932", False), as_files(same_name),
              ("--encoding", "cp932")),
    Rewriting("euc-jp-named", "other text in EUC-JP, told by --encoding", in_charset("euc-jp", False), as_files(same_name),
              ("--encoding", "euc-jp")),
    Rewriting("wide-digits", "full-width digits", wide_digits, as_files(same_name)),
    Rewriting("nfd", "decomposed characters", nfd, as_files(same_name)),
    Rewriting("jsonl", "a record of JSON Lines", whole, as_lines(False)),
    Rewriting("jsonl-ascii", "a record of JSON Lines, all but ASCII escaped", whole, as_lines(True)),
    Rewriting("jsonl-html", "a record whose text is HTML", html_body("jsonl"), as_lines(False)),
    Rewriting("html", "a page of plain markup", html_page(), as_files(html_name)),
    Rewriting("html-noisy", "a page as editors leave it", html_page("page"), as_files(html_name)),
    Rewriting("html-cp932", "such a page in Shift_JIS", html_cp932, as_files(html_name)),
    Rewriting("rss", "an item of RSS, HTML in CDATA", html_body(), as_feed(rss_item, rss)),
    Rewriting("atom-html", "an entry of Atom, HTML escaped", html_body("atom"), as_feed(atom_item("html"), atom)),
    Rewriting("atom-text", "an entry of Atom, the text itself", body, as_feed(atom_item("text"), atom)),
]

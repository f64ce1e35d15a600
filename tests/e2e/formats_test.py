"""Formats, charsets and the options that say how inputs are read."""
import json

from documents import jsonl_line
from harness import equal, extract, folder, holds, run, write

SENTENCE = "NVIDIAは、H100を1,200台で3億ドルと見積もる。"
FEED = f"""\
<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0"><channel><title>News</title>
<item><title>One</title><guid>n-1</guid><pubDate>Sat, 06 Dec 2025 09:30:00 +0900</pubDate>
<description>&lt;p&gt;{SENTENCE}&lt;/p&gt;</description></item>
<item><title>Two</title><link>https://example.com/2</link><description>AMD sold 300 MI355X.</description></item>
</channel></rss>
"""
PAGE = f"""\
<!DOCTYPE html><html><head><meta charset="utf-8"><title>Orders | Hokushin News</title></head><body>
<nav><a href="/a">TSMC</a> <a href="/b">Intel</a> <a href="/c">Samsung</a></nav>
<article><h1>Orders</h1><p>{SENTENCE}</p><p>The order is the largest so far, and it will be filled by June.</p></article>
<footer>Hokushin News is a service of Fujitsu.</footer></body></html>
"""


def words(record):
    return [(mention["type"], mention.get("plain", mention["text"])) for mention in record["mentions"]]


def test_formats_are_listed():
    result = run("formats")
    holds(result.out.decode(), ".html", ".rss", ".atom", ".rdf", ".xml", ".json", ".jsonl")


def test_a_feed_gives_a_document_an_item():
    with folder() as at:
        write(at / "news.rss", FEED)
        result = extract("news.rss", "--verify", cwd=at)
        equal((result.status, result.ids()), (0, ["news.rss#n-1", "news.rss#https://example.com/2"]), "ids")
        doc = result.records()[0]["doc"]
        equal((doc["title"], doc["published"]), ("One", "2025-12-06T09:30:00+09:00"), "what the item says of itself")
        equal(doc["source"], {"path": "news.rss", "encoding": "UTF-8", "record": "n-1", "field": "description"}, "source")
        equal(words(result.records()[0]), words(extract("-", stdin=SENTENCE.encode()).records()[0]), "as in plain text")
    equal(extract("-", stdin=FEED.encode()).ids(), ["n-1", "https://example.com/2"], "by its content")


def test_a_broken_feed_keeps_the_items_before_the_fault():
    broken = FEED.replace("<title>Two</title>", "<title>Two</tilte>")
    result = extract("-", stdin=broken.encode())
    equal((result.status, result.ids()), (3, ["n-1"]), "records")
    holds(result.err, "<stdin>:5:", "[read.xml]")


def test_a_web_page_is_its_article_unless_all_text_is_wanted():
    with folder() as at:
        write(at / "page.html", PAGE)
        names = {text for _, text in words(extract(at / "page.html", "--verify").records()[0])}
        equal("TSMC" in names or "Fujitsu" in names, False, "furniture")
        names = {text for _, text in words(extract(at / "page.html", "--verify", "--all-text").records()[0])}
        equal({"NVIDIA", "TSMC", "Fujitsu"} <= names, True, "all text")


def test_json_lists_and_joined_fields():
    records = [{"id": "a", "lead": "AMD sold 300 MI355X.", "more": {"body": SENTENCE}}, {"id": "b", "lead": "TSMC"}]
    text = json.dumps(records, ensure_ascii=False, indent=1)
    result = extract("-", "--text-field", "lead,more.body", "--verify", stdin=text.encode())
    equal((result.status, result.ids()), (0, ["a", "b"]), "ids")
    equal(result.records()[0]["doc"]["source"]["field"], "lead,more.body", "field")
    equal([text for _, text in words(result.records()[0])][:2], ["AMD", "300"], "first field first")


def test_charsets_give_the_same_facts_and_spans_of_their_own_bytes():
    utf8 = extract("-", stdin=SENTENCE.encode()).records()[0]
    with folder() as at:
        for charset, name in (("cp932", "Shift_JIS"), ("euc-jp", "EUC-JP"), ("iso-2022-jp", "ISO-2022-JP"),
                              ("utf-16-le", "UTF-16LE"), ("utf-8-sig", "UTF-8")):
            data = (SENTENCE + "\n").encode(charset)
            write(at / "a.txt", data)
            result = extract(at / "a.txt", "--verify")
            equal(result.status, 0, charset)
            record = result.records()[0]
            equal(record["doc"]["source"]["encoding"], name, charset)
            equal(words(record), words(utf8), charset)
            if charset == "iso-2022-jp":
                continue  # a part of it cannot be decoded alone
            for mention in record["mentions"]:
                begin, end = mention["span"]["byte"]
                equal(data[begin:end].decode(charset.removesuffix("-sig")), mention["text"], charset)


def test_encoding_overrides_and_faults_are_told():
    with folder() as at:
        path = write(at / "a.txt", "ｱｲｳ 10 GB".encode("cp932"))
        equal(extract(path, "--encoding", "cp932").records()[0]["doc"]["source"]["encoding"], "Shift_JIS", "forced")
        result = extract(path, "--encoding", "klingon")
        equal(result.status, 3, "status")
        holds(result.err, 'unknown charset "klingon"', "[read.charset]")
        lines = jsonl_line("a", SENTENCE).encode("euc-jp")
        equal(extract("-", "--encoding", "euc-jp", stdin=lines).ids(), ["a"], "records")


def test_characters_that_do_not_show_are_told():
    text = "NVI\u00ADDIA sold 1,\u200B200 H100."
    record = extract("-", "--verify", stdin=text.encode()).records()[0]
    equal(words(record)[0], ("company", "NVI\u00ADDIA"), "found")
    equal([warning["code"] for warning in record["warnings"]], ["text.invisible"], "told once")
    equal(extract("-", stdin=b"NVIDIA sold 1,200 H100.").records()[0]["warnings"], [], "not told of others")

"""The HTML report as a file: one page, nothing from outside, and in it the facts and spans of the records. What a
reader does with it is tested in tests/browser/."""
import html.parser
import json

from documents import ARTICLE, SPAN_DOCUMENTS, jsonl_line
from harness import equal, extract, folder, holds, run, write

HOSTILE = "</script><script>alert(1)</script> <!-- NVIDIA shipped 24,000 H100 GPUs for $3 billion. --> </SCRIPT >"


class Page(html.parser.HTMLParser):
    """The elements of a page, and the words of its scripts by class; those that run have none."""

    def __init__(self, text):
        super().__init__()
        self.tags, self.scripts, self.inside = [], [], False
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attributes):
        self.tags.append((tag, dict(attributes)))
        if tag == "script":
            self.scripts.append([dict(attributes).get("class"), ""])
            self.inside = True

    def handle_endtag(self, tag):
        self.inside = False if tag == "script" else self.inside

    def handle_data(self, data):
        if self.inside:
            self.scripts[-1][1] += data

    def pieces(self, name):
        return [json.loads(text) for kind, text in self.scripts if kind == name]


def articles(at):
    for name, text in SPAN_DOCUMENTS.items():
        write(at / "news" / name, text)
    write(at / "news/hostile.md", HOSTILE)
    write(at / "news/feed.jsonl", jsonl_line("a", ARTICLE) + jsonl_line("b", HOSTILE))


def report_of(at, *arguments):
    result = extract(at / "news", "-o", at / "r.html", "-o", at / "facts.jsonl", *arguments)
    equal(result.status, 0, "status")
    records = [json.loads(line) for line in (at / "facts.jsonl").read_text().splitlines()]
    return records, (at / "r.html").read_text()


def utf16(text, span):
    return text.encode("utf-16-le")[2 * span[0]:2 * span[1]].decode("utf-16-le")


def test_a_report_holds_the_facts_and_spans_of_the_records():
    with folder() as at:
        articles(at)
        records, text = report_of(at)
        page = Page(text)
        indexes, bodies = page.pieces("index"), page.pieces("body")
        equal([index["id"] for index in indexes], [record["doc"]["id"] for record in records], "documents, in order")
        checked = 0
        for record, index, body in zip(records, indexes, bodies):
            entities = index["entities"] + body["entities"]
            spans = [m["span"]["utf16"] for m in record["mentions"]]
            equal([[begin, end] for _, begin, end, _, _ in body["mentions"]], spans, "mentions")
            for mention, (kind, begin, end, entity, _) in zip(record["mentions"], body["mentions"]):
                equal(utf16(body["source"], (begin, end)), mention["text"], "a mention's words in the source")
                named = entities[entity][0] if entity >= 0 else None
                equal((kind, named), (mention["type"], mention.get("entity")), "what it is")
            for fact, short, rest in zip(record["facts"], index["facts"], body["facts"], strict=True):
                equal((short["id"], short["attribute"], short["modality"], short["confidence"], rest["rule"]),
                      (fact["id"], fact["attribute"], fact["modality"], fact["confidence"], fact["rule"]), "a fact")
                equal(short["value"].get("number"), fact["value"].get("number"), "its number")
                equal(rest["spans"], [span["utf16"] for span in fact["occurrences"]], "its places")
                equal(utf16(body["source"], rest["quote"]), fact["evidence"]["quote"], "its passage")
                subject = fact["subject"] and fact["subject"]["entity"]
                equal(entities[short["subject"]][0] if "subject" in short else None, subject, "its subject")
                checked += 1
        if checked < 10:
            raise AssertionError(f"only {checked} facts were looked at")


def test_a_report_runs_one_script_and_asks_for_nothing():
    with folder() as at:
        articles(at)
        _, text = report_of(at)
        page = Page(text)
        equal(sum(kind is None for kind, _ in page.scripts), 1, "scripts that run")
        for tag, attributes in page.tags:
            if "src" in attributes or attributes.get("href", "#")[:1] not in ("#", "d"):
                raise AssertionError(f"<{tag} {attributes}>")
        holds(text, "content=\"default-src 'none'; style-src 'sha256-")


def test_a_report_is_the_same_whenever_and_however_it_is_made():
    with folder() as at:
        articles(at)
        _, one = report_of(at)
        _, four = report_of(at, "-j", "4")
        equal(one == four, True, "with four threads")
        equal(run("convert", at / "facts.jsonl", "-o", at / "later.htm").status, 0, "status")
        equal((at / "later.htm").read_text() == one, True, "later, from the records")


def test_a_report_without_sources_holds_the_passages():
    with folder() as at:
        articles(at)
        records, _ = report_of(at)
        for path in (at / "news").iterdir():
            path.unlink()
        result = run("convert", at / "facts.jsonl", "-o", at / "r.html")
        holds(result.last, f"the source of {len(records)} was not found")
        for record, body in zip(records, Page((at / "r.html").read_text()).pieces("body")):
            equal(body["source"], None, "the source")
            quotes = [[fact["evidence"][part] for part in ("prefix", "quote", "suffix")] for fact in record["facts"]]
            equal([fact["words"] for fact in body["facts"]], quotes, "the passages")

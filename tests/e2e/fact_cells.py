"""What stands in the columns of a fact, made from the JSON record without the program; and documents to try it on."""
import json
import os
import pathlib
import re

from harness import ROOT

ROLES = "holder target counterparty investor buyer seller customer supplier location baseline".split()
QUALIFIERS = "metric segment market precision scope condition implied_rate".split()


def clean(text):
    text = re.sub("[\ufffe\uffff]", "\ufffd", text)
    return re.sub("[\0-\x08\x0b\x0c\x0e-\x1f]", lambda c: chr(0x2400 + ord(c[0])), text)


def escaped(text, marks):
    return re.sub("[" + re.escape(marks) + "]", lambda c: "\\" + c[0], clean(text))


def listed(items):
    return "; ".join(escaped(item, ";\\") for item in items)


def named(items):
    return "; ".join(escaped(name, ";\\=") + "=" + escaped(text, ";\\") for name, text in items)


def in_order(names):
    return dict(sorted(names.items(), key=lambda item: item[0].encode()))


def overlap(a, b):
    return a["byte"][0] < b["byte"][1] and b["byte"][0] < a["byte"][1]


def cells(record, fact, source=None):
    """The cells that are not empty. `source`: the text in which lines are counted; None: there is no line."""
    doc, value, base = record["doc"], fact["value"], fact["value"].get("base", {})
    plain = {m["id"]: m["plain"] for m in record["mentions"] if "plain" in m}
    qualifiers = in_order(fact["qualifiers"])
    period = qualifiers.pop("period", {})
    subject, who = fact["subject"] or {}, fact["attribution"] or {}
    place = (fact["occurrences"] or [fact["evidence"]["span"]])[0]
    roles = in_order(fact["roles"])
    near = [w for w in record["warnings"] if "span" in w and
            any(overlap(w["span"], s) for s in [fact["evidence"]["span"], *fact["occurrences"]])]
    out = {
        "document": doc["id"], "title": doc["title"], "date": doc["published"], "subject": subject.get("name"),
        "kind": fact["kind"], "attribute": fact["attribute"], "direction": fact.get("direction"),
        "relation": value["relation"], "value": base.get("number"), "value_min": base.get("min"),
        "value_max": base.get("max"), "value_unit": base.get("unit"),
        "written": plain.get(value["mention"], value["text"]), "number": value.get("number"), "min": value.get("min"),
        "max": value.get("max"), "unit": value["unit"], "per": value.get("per"),
        "points": "true" if value.get("points") else None, "date_start": value.get("date", {}).get("start"),
        "date_end": value.get("date", {}).get("end"), "period": period.get("text"),
        "period_start": period.get("start"), "period_end": period.get("end"), "modality": fact["modality"],
        "attribution": who.get("text"), "quote": fact["evidence"].get("plain", fact["evidence"]["quote"]),
        "confidence": str(fact["confidence"]), "rule": fact["rule"], "fact": fact["id"], "anchor": fact["anchor"],
        "restates": fact.get("restates"), "subject_id": subject.get("entity"), "attribution_id": who.get("entity"),
        "line": None if source is None else str(source[:place["char"][0]].count("\n") + 1),
        "byte_start": str(place["byte"][0]), "byte_end": str(place["byte"][1]),
        "occurrences": str(len(fact["occurrences"])), "language": doc["lang"], "path": doc["source"]["path"],
        "record": doc["source"]["record"],
    }
    out |= {name: text for name, text in qualifiers.items() if name in QUALIFIERS}
    out = {name: clean(text) for name, text in out.items() if text}
    out |= {role: listed(ref["name"] for ref in roles[role]) for role in ROLES if roles.get(role)}
    others = [(name, text) for name, text in qualifiers.items() if name not in QUALIFIERS]
    lists = {"qualifiers": others, "role_ids": [(role, ref["entity"]) for role, refs in roles.items() for ref in refs],
             "warnings": [(w["code"], w["message"]) for w in near]}
    return out | {name: named(items) for name, items in lists.items() if items}


def same_cells(got, expected):
    """Tells the cells that differ."""
    if got != expected:
        differing = {name: (got.get(name), expected.get(name)) for name in got | expected
                     if got.get(name) != expected.get(name)}
        raise AssertionError(f"fact {expected['fact']!r}: cells (got, expected): {differing!r}")


def corpus(most=150):
    """Files of news: the examples, and `most` of the shared corpus where it is at hand; HARDFACTS_WHOLE_CORPUS: all."""
    files = sorted((ROOT / "examples/news").iterdir())
    shared = pathlib.Path(os.environ.get("HARDFACTS_SHARED", ROOT / "../shared")) / "corpus"
    more = sorted(path for path in shared.rglob("*") if path.suffix in (".md", ".txt", ".html"))
    if not os.environ.get("HARDFACTS_WHOLE_CORPUS"):
        more = more[::max(1, len(more) // most)] if most else []
    return [*files, *more]



def source_of(record):
    """The text that the record's spans count in, or None where it is not a file of UTF-8 by itself."""
    source = record["doc"]["source"]
    if source["record"] is not None or source["encoding"] != "UTF-8":
        return None
    return pathlib.Path(source["path"]).read_bytes().decode()


HOSTILE = ["=cmd|' /C calc'!A0", "+1+2", "-1", "@SUM(A1)", "\t=1", "\r\n=1", "a;=1+1", "a\n-1\t+2", "'quoted'", "''", " =1",
           "\u3000＝1", "say \"hi\", then", "\"", "a\0b\x1b[31m", "</script><script>alert(1)</script>", "007",
           "20251206001234567", "1E5", "10-20", "_x000A_", "日本語；＝1", "q" * 50000, "\ufffe", " ", "a,b;c\td"]


def hostile_records():
    """Records in whose every text stands a hostile one."""
    out = []
    for text in HOSTILE:
        place = {"byte": [0, 3], "char": [0, 1], "utf16": [0, 1]}
        out.append({
            "schema": "hardfacts/1",
            "doc": {"id": text, "title": text, "published": text, "lang": "ja", "sha256": "0" * 64,
                    "source": {"path": None, "encoding": "UTF-8", "record": text, "field": None}},
            "mentions": [{"id": "m1", "type": "company", "text": text, "entity": text, "name": text, "known": True,
                          "span": place, "by": text}],
            "facts": [{"id": text, "anchor": text, "kind": text, "attribute": text,
                       "subject": {"entity": text, "name": text, "mention": "m1"},
                       "value": {"mention": "m2", "number": "-12345678901234567890.5", "unit": text, "relation": "eq",
                                 "per": text, "text": text, "base": {"number": "-3", "unit": text}},
                       "roles": {"holder": [{"entity": text, "name": text, "mention": "m1"}] * 2,
                                 text: [{"entity": text, "name": text, "mention": "m1"}]},
                       "qualifiers": {"metric": text, "x" + text: text, "period": {"text": text, "start": text}},
                       "restates": text, "modality": text, "attribution": {"text": text, "entity": text},
                       "evidence": {"quote": text, "prefix": "", "suffix": "", "span": place},
                       "occurrences": [place], "rule": text, "confidence": 0.5}],
            "relations": [], "warnings": [{"code": text, "message": text, "span": place}]})
    return out


def as_lines(records):
    return "".join(json.dumps(record) + "\n" for record in records).encode()

"""Documents written for the tests, and a check of spans that knows nothing of the program."""
import json

ARTICLE = """\
---
title: Vultr, 24,000 GPUs and a new site
date: 2025-12-06
tags: [AMD, Ohio]
---

# Vultrの新拠点

VultrはAMDと組み、**24,000**基のMI355Xを投入する。投資額は10億ドル以上。

The site in Ohio will draw 50 MW. AT&amp;T pays $3 billion.
"""

# What the counting of offsets meets in files: line ends, a BOM, characters of one to four bytes, markup.
SPAN_DOCUMENTS = {
    "plain.txt": "NVIDIA sold 1,200 H100 GPUs for $36 million in 2025.\n",
    "markdown.md": ARTICLE,
    "crlf.md": ARTICLE.replace("\n", "\r\n"),
    "bom.txt": "\ufeffNVIDIAは、H100を1,200台で3億ドルと見積もる。\n",
    "bom-crlf.md": "\ufeff" + ARTICLE.replace("\n", "\r\n"),
    "emoji.txt": "🚀🚀 NVIDIA は 😀 H100 を 5万台 出荷 👩‍💻 し、売上高は 20億ドル 🎉。\n",
    "wide.md": "ＮＶＩＤＩＡのＨ１００は８０ＧＢのＨＢＭ３を積む。価格は３万ドル。㍿ 𠮷野 と。\n",
    "combining.txt": "Cafe\u0301 Zürich buys 300 H100 from NVIDIA. キ\u3099カ bytes: 80 GB.\n",
    "entities.md": "AT&amp;T spends &#36;5 billion on *12,000* **NVIDIA** H100&nbsp;GPUs.\n",
    "table.md": "| Chip | Memory | Power |\n|---|---|---|\n| H100 | 80 GB | 700 W |\n| MI355X | 288 GB | 1,400 W |\n",
    "no-newline.txt": "TSMC は 3 nm で 1兆円",
    "cr-only.txt": "NVIDIA\rAMD\r10億ドル\r",
}


def jsonl_line(identity, text, **more):
    return json.dumps({"id": identity, "text": text, **more}, ensure_ascii=False) + "\n"


def span_faults(record, source):
    """Every span of the record whose offsets or words are not those of the source's bytes."""
    faults = []

    def check(place, span, words=None):
        begin, end = span["byte"]
        try:
            before, inside = source[:begin].decode(), source[begin:end].decode()
        except UnicodeDecodeError:
            faults.append(f"{place} cuts a character")
            return
        if not begin < end <= len(source):
            faults.append(f"{place} is no range of the source")
        units = [len(part.encode("utf-16-le")) // 2 for part in (before, before + inside)]
        if span["char"] != [len(before), len(before + inside)]:
            faults.append(f"{place} has wrong char offsets")
        if span["utf16"] != units:
            faults.append(f"{place} has wrong utf16 offsets")
        if words is not None and words != inside:
            faults.append(f"{place} holds {inside!r}, not {words!r}")

    texts = {mention["id"]: mention["text"] for mention in record["mentions"]}
    for mention in record["mentions"]:
        check(mention["id"], mention["span"], mention["text"])
    for fact in record["facts"] + record["relations"]:
        check(fact["id"], fact["evidence"]["span"], fact["evidence"]["quote"])
        for occurrence in fact["occurrences"]:
            check(fact["id"] + " occurrence", occurrence)
        if "cue" in fact:
            check(fact["id"] + " cue", fact["cue"])
        if "value" in fact and texts.get(fact["value"]["mention"]) != fact["value"]["text"]:
            faults.append(f"{fact['id']} shows another value than its mention")
    for warning in record["warnings"]:
        if "span" in warning:
            check(warning["code"], warning["span"])
    return faults

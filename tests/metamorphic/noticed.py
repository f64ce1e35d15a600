"""That the suite can fail: what it must notice, tried on a record that was changed on purpose."""
import copy

import compare
import rewrites
import spans

TEXT = "# 投資\n\nNVIDIAは、**24,000**基のH100を30億ドルで納める。😀 TSMC will pay $5 billion.\n"


def found(record, changed, measure):
    differences, _ = compare.differences("x", "x", (record, TEXT), (changed, TEXT))
    return [difference.side for difference in differences if difference.measure == measure]


def check(extract_one):
    """What was not noticed. `extract_one`: the record of a Markdown text."""
    record = extract_one(TEXT)
    faults = []

    def expect(what, got, wanted):
        if got != wanted:
            faults.append(f"{what}: {got}, not {wanted}")

    expect("the same record", found(record, record, "mentions") + found(record, record, "facts"), [])
    fewer = copy.deepcopy(record)
    del fewer["mentions"][0]
    expect("a mention less", found(record, fewer, "mentions"), ["lost"])
    expect("a mention more", found(fewer, record, "mentions"), ["new"])
    for change in ({"number": "24001"}, {"unit": "W"}, {"relation": "ge"}):
        other = copy.deepcopy(record)
        next(m for m in other["mentions"] if m["type"] == "quantity")["value"].update(change)
        expect(f"a value with {change}", found(record, other, "mentions"), ["lost", "new"])
    fact = {"kind": "money", "attribute": "revenue", "subject": {"entity": "company:a"},
            "value": {"number": "1", "unit": "USD", "relation": "eq"}, "modality": "asserted", "occurrences": [],
            "evidence": {"quote": "it pays 1", "span": record["mentions"][0]["span"]}}
    one = record | {"facts": [fact]}
    for change in ({"kind": "count"}, {"attribute": "profit"}, {"subject": None}, {"subject": {"entity": "company:b"}}):
        expect(f"a fact with {change}", found(one, record | {"facts": [fact | change]}, "facts"), ["lost", "new"])
    for change in ({"modality": "planned"}, {"occurrences": [record["mentions"][1]["span"]]},
                   {"roles": {"buyer": [{"entity": "company:b"}]}}, {"evidence": fact["evidence"] | {"plain": "it got 1"}}):
        expect(f"a fact with {change}", found(one, record | {"facts": [fact | change]}, "evidence"), ["lost", "new"])
    wide = fact["evidence"] | {"quote": "it <b>pays</b>\n１", "plain": "it pays\n１"}
    expect("the same evidence, written otherwise", found(one, record | {"facts": [fact | {"evidence": wide}]}, "evidence"), [])
    expect("a fact told twice", found(one, record | {"facts": [fact, fact]}, "facts"), ["new"])

    expect("right spans", spans.span_faults(record, TEXT.encode(), "utf-8")[1], [])
    for kind in ("byte", "char", "utf16"):
        for end in (0, 1):
            wrong = copy.deepcopy(record)
            wrong["mentions"][-1]["span"][kind][end] += 1
            expect(f"{kind} moved", len(spans.span_faults(wrong, TEXT.encode(), "utf-8")[1]), 1)
    wrong = copy.deepcopy(record)
    wrong["mentions"][-1]["text"] += "!"
    expect("another text", len(spans.span_faults(wrong, TEXT.encode(), "utf-8")[1]), 1)

    document = rewrites.Document("a.md", TEXT)
    expect("digits are made wide", "２４,０００" in rewrites.wide_digits(document).written, True)
    expect("the page's markup", "<strong>24,000</strong>" in document.html(), True)
    return faults

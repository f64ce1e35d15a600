"""What a reader does with the report. Each test gets a page; errors in it and requests it makes are looked at after."""
import collections
import contextlib
import functools
import json
import os
import pathlib
import shutil
import subprocess
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = os.environ["HARDFACTS"]
HOSTILE = """---
title: "</script><script>document.title='taken'</script>"
date: 2025-03-01
---

# <img src=x onerror="document.title='taken'"> & <b>NVIDIA</b>

NVIDIA</script><script>document.title='taken'</script> shipped 24,000 H100 GPUs for $3 billion in 2025.
<!-- <script> AMD's revenue rose to $5.8 billion. --> {{7*7}} ${7*7} \\u003c/script> 😀 富岳は442 PFLOPSだ。
"""


def run(*arguments):
    subprocess.run([PROGRAM, *map(str, arguments)], check=True, cwd=ROOT, capture_output=True)


@contextlib.contextmanager
def folder():
    path = pathlib.Path(tempfile.mkdtemp(prefix="hardfacts-report-"))
    try:
        yield path
    finally:
        shutil.rmtree(path)


@functools.cache
def news():
    """The records of examples/news, and a report of them. They stay until the program ends."""
    at = tempfile.TemporaryDirectory(prefix="hardfacts-report-")
    run("extract", "examples/news", "-o", f"{at.name}/news.jsonl", "-o", f"{at.name}/news.html")
    records = [json.loads(line) for line in open(f"{at.name}/news.jsonl", encoding="utf-8")]
    return at, records


def open_news(page, fragment=""):
    at, records = news()
    page.open(f"file://{at.name}/news.html{fragment}")
    return records


def equal(got, expected, what=""):
    if got != expected:
        raise AssertionError(f"{what}: got {got!r}, expected {expected!r}")


def utf16(text, span):
    return text.encode("utf-16-le")[2 * span[0]:2 * span[1]].decode("utf-16-le")


def facts_of(records):
    return [(record, fact) for record in records for fact in record["facts"]]


def counts(page):
    return page.text("#counts")


def in_text_order(record):
    def place(claim):
        return (claim["occurrences"] or [claim["evidence"]["span"]])[0]["utf16"][0]

    return sorted(record["facts"] + record["relations"], key=place)


def name_of(record):
    return record["doc"]["title"] or record["doc"]["id"]


def labels(page, chart):
    return page.run(f"[...document.querySelectorAll('[aria-label=\"{chart}\"] .press')].map(e => e.ariaLabel)")


def go_to(page, records, number):
    """Opens a document by its number; the first that has facts is open from the start."""
    page.click("#documents-list")
    page.press("Home")
    for _ in range(number):
        page.press("n")
    equal(page.text("#documents-list [aria-selected=true] .name"), name_of(records[number]))


def test_it_opens_from_disk_and_asks_for_nothing(page):
    records = open_news(page)
    facts = len(facts_of(records))
    relations = sum(len(record["relations"]) for record in records)
    equal(counts(page), f"{len(records)} documents, {facts} facts, {relations} relations")
    equal(page.requests, [page.run("location.href")], "requests")
    equal(page.run("document.title"), f"{records[0]['doc']['title']} · hardfacts report")


def test_texts_stand_as_they_are_with_every_span_in_its_place(page):
    records = open_news(page)
    checked = 0
    for number, record in enumerate(records):
        go_to(page, records, number)
        if record["doc"]["source"]["record"] is None:
            source = (ROOT / record["doc"]["source"]["path"]).read_text(encoding="utf-8")
            equal(page.run("document.getElementById('source').textContent"), source, record["doc"]["id"])
        source = page.run("document.getElementById('source').textContent")
        marked = page.run("""[...document.querySelectorAll('#source .held')].map(e => {
            const range = document.createRange();
            range.setStart(document.getElementById('source'), 0);
            range.setEndBefore(e);
            const at = range.toString().length; return [at, at + e.textContent.length]; })""")
        covered = {place for begin, end in marked for place in range(begin, end)}
        expected = set()
        for fact in record["facts"]:
            for span in fact["occurrences"]:
                equal(utf16(source, span["utf16"]) != "", True, "a span")
                expected |= set(range(*span["utf16"]))
        equal(covered, expected, record["doc"]["id"])
        names = page.run("[...document.querySelectorAll('#source .company')].map(e => e.textContent).join('')")
        equal(names, "".join(m["text"] for m in record["mentions"] if m["type"] == "company"), "companies")
        checked += len(marked)
    if checked < 200:
        raise AssertionError(f"only {checked} values were looked at")


def test_a_long_text_can_be_selected_and_copied_whole(page):
    with folder() as at:
        text = "".join(f"NVIDIAは{k}年に24,000基のH100を納めた。\n\n" for k in range(1000, 2000))
        (at / "long.txt").write_text(text, encoding="utf-8")
        run("extract", at / "long.txt", "-o", at / "r.html")
        page.open(f"file://{at}/r.html")
        equal(page.run("document.querySelectorAll('#source .block').length") > 3, True, "blocks")
        copied = page.run("""(() => { getSelection().selectAllChildren(document.getElementById('source'));
            return getSelection().toString(); })()""")
        equal(copied.rstrip(), text.rstrip(), "what is copied")


def test_a_click_on_either_side_is_answered_by_the_other(page):
    records = open_news(page)
    claims = in_text_order(records[0])
    page.click("#facts-list .row", 1)
    equal(page.text("#source .selected-value"), claims[1]["value"]["text"], "the value in the text")
    equal(page.text("#details blockquote"), claims[1]["evidence"]["quote"], "the passage")
    equal("".join(page.texts("#source .selected-quote")), claims[1]["evidence"]["quote"], "the passage in the text")
    equal(page.run("location.hash"), "#" + claims[1]["id"], "the address")
    page.click("#source .held", 0)
    equal(page.text("#facts-list [aria-selected=true] .written"), claims[0]["value"]["text"], "the fact of the value")
    page.click("#source .company", 0)
    first = next(m for m in records[0]["mentions"] if m["type"] == "company")
    equal(page.text("#details h3"), first["name"], "the name")


def test_the_pointer_on_either_side_is_answered_by_the_other(page):
    records = open_news(page)
    claims = in_text_order(records[0])
    page.hover("#facts-list .row", 2)
    equal(page.text("#source .hovered-value"), claims[2]["value"]["text"], "the value of the row")
    page.hover("#source .held", 0)
    equal(page.texts("#facts-list .lit .written"), [claims[0]["value"]["text"]], "the row of the value")


def choose(page, facet, name):
    """Ticks a choice of a facet, and closes it."""
    number = page.texts(".facet").index(facet)
    page.click(".facet", number)
    choices = page.texts(f"#facet-{facet.lower()} label span:first-of-type")
    page.click(f"#facet-{facet.lower()} label", choices.index(name))
    page.press("Escape")


def names_of(claim, kind):
    refs = [claim["subject"]] if claim["subject"] else []
    refs += [ref for role in claim["roles"].values() for ref in role]
    return {ref["name"] for ref in refs if ref["entity"].startswith(kind + ":")}


def test_filters_leave_the_facts_they_should(page):
    records = open_news(page)
    rows = [("Company", "NVIDIA", lambda f: "NVIDIA" in names_of(f, "company")),
            ("Chip", "NVIDIA H100", lambda f: "NVIDIA H100" in names_of(f, "chip")),
            ("Attribute", "memory bandwidth", lambda f: f["attribute"] == "memory_bandwidth"),
            ("Kind", "ratio", lambda f: f["kind"] == "ratio"),
            ("Modality", "planned", lambda f: f["modality"] == "planned")]
    all_facts = facts_of(records)
    for facet, name, wanted in rows:
        choose(page, facet, name)
        left = sum(wanted(fact) for _, fact in all_facts)
        if not 0 < left < len(all_facts):
            raise AssertionError(f"{facet}: {left} facts say nothing")
        equal(f", {left} of {len(all_facts)} facts" in counts(page), True, f"{facet} {name}: {left} in {counts(page)}")
        page.press("x")
        equal(" of " in counts(page), False, "after x")
    page.run("document.getElementById('confidence').value = 0.5")
    page.run("document.getElementById('confidence').dispatchEvent(new Event('input'))")
    left = sum(fact["confidence"] >= 0.5 for _, fact in all_facts)
    equal(f", {left} of {len(all_facts)} facts" in counts(page), True, f"confidence: {left} in {counts(page)}")
    choose(page, "Company", "AMD")
    left = sum(fact["confidence"] >= 0.5 and "AMD" in names_of(fact, "company") for _, fact in all_facts)
    equal(f", {left} of {len(all_facts)} facts" in counts(page), True, f"both: {left} in {counts(page)}")
    page.click("#chosen .pick", 0)
    equal(page.texts("#chosen .pick"), ["Clear all"], "what is left in force")


def test_search_finds_texts_and_facts(page):
    records = open_news(page)
    page.press("/")
    page.type("ＴＳＭＣ 投資")
    page.wait_for("document.getElementById('counts').textContent.includes(' of ')")
    titles = page.texts("#documents-list .name")
    sources = {r["doc"]["title"] or r["doc"]["id"]: "".join(open(ROOT / r["doc"]["source"]["path"], encoding="utf-8"))
               for r in records if r["doc"]["source"]["record"] is None}
    for title in titles:
        if title in sources and not ("TSMC" in sources[title] and "投資" in sources[title]):
            raise AssertionError(f"{title} does not say it")
    equal("半導体ヘッドライン　2025年1月第3週" in titles, True, "the digest is found")
    page.press("Escape")
    page.press("x")
    page.press("/")
    page.type("no article says this")
    page.wait_for("document.getElementById('counts').textContent.startsWith('0 of ')")


def test_keys(page):
    records = open_news(page)
    claims = in_text_order(records[0])
    for key, at in (("j", 0), ("j", 1), ("j", 2), ("k", 1)):
        page.press(key)
        equal(page.run("location.hash"), "#" + claims[at]["id"], key)
    page.press("Escape")
    equal(page.run("document.getElementById('details').hidden"), True, "Escape lets go")
    page.press("n")
    equal(page.text("#title"), records[1]["doc"]["title"], "n")
    page.press("p")
    equal(page.text("#title"), records[0]["doc"]["title"], "p")
    page.press("a")
    equal(page.run("document.getElementById('scope-all').getAttribute('aria-pressed')"), "true", "a")
    page.press("a")
    page.press("?")
    equal(page.run("document.getElementById('help').open"), True, "?")
    page.press("Escape")
    equal(page.run("document.getElementById('help').open"), False, "Escape closes")
    page.press("o")
    equal(page.run("document.getElementById('overview').hidden"), False, "o")
    page.press("o")
    page.press("t")
    equal(page.run("getComputedStyle(document.documentElement).colorScheme"), "light", "t")
    page.press("t")
    equal(page.run("getComputedStyle(document.documentElement).colorScheme"), "dark", "t t")
    page.press("t")
    page.press("/")
    page.type("jk")
    equal(page.run("document.getElementById('search').value"), "jk", "letters in the search field are letters")
    page.run("document.getElementById('facts-list').focus()")
    page.press("x")
    page.press("End")
    equal(page.run("location.hash"), "#" + claims[-1]["id"], "End")
    active = page.run("document.getElementById('facts-list').getAttribute('aria-activedescendant')")
    equal(active, f"facts-list-{len(claims) - 1}", "the row that is active")


def in_sight(page, selector):
    return page.run(f"""(() => {{ const r = document.querySelector({json.dumps(selector)}).getBoundingClientRect();
        return r.top > 40 && r.bottom < innerHeight && r.left >= 0; }})()""")


def test_a_link_leads_to_its_fact(page):
    _, records = news()
    record, fact = facts_of(records)[-1]
    open_news(page, "#" + fact["id"])
    equal(page.text("#title"), record["doc"]["title"] or record["doc"]["id"], "its document")
    if fact["value"]["text"] not in page.text("#source .selected-value"):
        raise AssertionError(page.text("#source .selected-value"))
    equal(in_sight(page, "#source .selected-value"), True, "the value is in sight")
    equal(page.text("#facts-list [aria-selected=true] .written"), fact["value"]["text"], "its row")
    other = facts_of(records)[0][1]
    page.run(f"void (location.hash = '#{other['id']}')")
    page.wait_for(f"document.querySelector('#details a').textContent === '{other['id']}'")
    relation = next(r for record in records for r in record["relations"])
    open_news(page, "#" + relation["id"])
    equal(page.text("#details h3"), "Relation", "a relation")
    open_news(page, "#f_000000000000")
    equal(counts(page), "f_000000000000 is not in this report.")


def test_a_hostile_article_is_text(page):
    with folder() as at:
        (at / "a.md").write_text(HOSTILE, encoding="utf-8")
        (at / "<b>&\"'.md").write_text(HOSTILE, encoding="utf-8")
        run("extract", at / "a.md", at / "<b>&\"'.md", "-o", at / "r.html")
        page.open(f"file://{at}/r.html")
        for name in ("<b>&\"'.md", "a.md"):
            equal(page.run("document.getElementById('source').textContent"), HOSTILE, name)
            for key in "jjjjn":
                page.press(key)
        equal(page.run("document.title").startswith("</script><script>"), True, "the title is as it was")
        made = page.run("document.querySelectorAll('#source img, #source b, #source script, #title *').length")
        equal(made, 0, "elements made of the article's markup")
        equal(page.run("[...document.scripts].filter(s => s.type !== 'application/json').length"), 1, "scripts")
        equal(sorted(page.texts("#documents-list .name")), ["</script><script>document.title='taken'</script>"] * 2)


def test_without_the_sources_the_passages_are_shown(page):
    at, records = news()
    with folder() as away:
        shutil.copy(f"{at.name}/news.jsonl", away)
        run("convert", away / "news.jsonl", "--sources", away, "-o", away / "r.htm")
        page.open(f"file://{away}/r.htm")
        claims = in_text_order(records[0])
        page.press("j")
        equal(page.text("#source .selected-value"), claims[0]["value"]["text"], "the value in the passage")
        equal(page.text("#details blockquote"), claims[0]["evidence"]["quote"], "the passage")
        equal("not in this report" in page.text("#source .note"), True, "and it is said")


def test_a_report_of_nothing(page):
    with folder() as at:
        (at / "none.jsonl").write_text("")
        run("convert", at / "none.jsonl", "-o", at / "r.html")
        page.open(f"file://{at}/r.html")
        equal(page.text("#source"), "There are no documents in this report.")
        equal(counts(page), "0 documents, 0 facts, 0 relations")
        for key in "jknpaoox":
            page.press(key)


def test_the_charts_count_right_and_filter(page):
    records = open_news(page)
    page.press("o")
    of_company = collections.Counter(name for _, fact in facts_of(records) for name in names_of(fact, "company"))
    name, count = of_company.most_common(1)[0]
    equal(labels(page, "Facts by company")[0], f"{name}: {count} facts")
    of_attribute = collections.Counter(fact["attribute"].replace("_", " ") for _, fact in facts_of(records))
    most = sorted(of_attribute.items(), key=lambda row: (-row[1], row[0].replace(" ", "_")))[:15]
    equal(labels(page, "Facts by attribute"), [f"{name}: {count} facts" for name, count in most])
    of_month = collections.Counter(r["doc"]["published"][:7] for r, _ in facts_of(records) if r["doc"]["published"])
    months = [f"{month}: {n} fact{'s' * (n != 1)}" for month, n in sorted(of_month.items())]
    equal(labels(page, "Facts by date of publication"), months)
    page.click("[aria-label='Facts by company'] .press text")
    equal(f", {count} of " in counts(page), True, counts(page))
    page.run("document.querySelector('[aria-label=\"Facts by date of publication\"] .press').focus()")
    page.press("Enter")
    equal(len(page.texts("#chosen .pick")), 3, "a company, a month, and the button that clears")


def test_many_documents_make_few_rows(page):
    with folder() as at:
        _, records = news()
        with open(at / "many.jsonl", "w", encoding="utf-8") as out:
            for number in range(3000):
                record = json.loads(json.dumps(records[number % len(records)]))
                record["doc"]["id"] = f"d{number}"
                for fact in record["facts"]:
                    fact["id"] += f"_{number}"
                out.write(json.dumps(record, ensure_ascii=False) + "\n")
        run("convert", at / "many.jsonl", "--sources", at, "-o", at / "r.html")
        page.open(f"file://{at}/r.html")
        equal(counts(page).startswith("3,000 documents"), True, counts(page))
        page.press("a")
        rows = page.run("document.querySelectorAll('.row').length")
        if not 10 < rows < 80:
            raise AssertionError(f"{rows} rows exist")
        page.run("document.getElementById('documents-list').focus()")
        page.press("End")
        last = records[2999 % len(records)]["doc"]["title"] or "d2999"
        equal(page.text("#documents-list [aria-selected=true] .name"), last, "the last document")
        page.run("document.getElementById('facts-list').focus()")
        page.press("End")
        last = max(number for number in range(3000) if records[number % len(records)]["facts"])
        equal(page.run("location.hash").split("_")[-1], str(last), "the last fact of all")


def test_it_prints_the_document_and_its_facts(page):
    records = open_news(page)
    page.run("dispatchEvent(new Event('beforeprint'))")
    claims = len(records[0]["facts"]) + len(records[0]["relations"])
    equal(page.run("document.querySelectorAll('#print tbody tr').length"), claims, "rows")
    equal(page.text("#print h1"), records[0]["doc"]["title"], "the heading")
    numbers = {int(n) for text in page.texts("#print sup") for n in text.split(", ")}
    equal(len(numbers) >= len(records[0]["facts"]), True, "numbers in the text")
    page.run("dispatchEvent(new Event('afterprint'))")
    equal(page.run("document.getElementById('print').childNodes.length"), 0, "nothing stays")
    paper = page.pdf()
    equal(paper.startswith(b"%PDF-"), True, "a PDF")
    if paper.count(b"/Type /Page\n") > 8:
        raise AssertionError("the lists were printed too")


# The contrast of the text with the nearest ground that is painted, as WCAG 2 counts it.
CONTRAST = """selector => {
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const rgb = (colour) => { canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data]; };
  const linear = c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  const light = ([r, g, b]) => [r, g, b].reduce((sum, c, at) => sum + linear(c / 255) * [0.2126, 0.7152, 0.0722][at], 0);
  const ground = e => {
    for (; e; e = e.parentElement) {
      const colour = rgb(getComputedStyle(e).backgroundColor);
      if (colour[3] > 200) return colour;
    }
    return rgb(getComputedStyle(document.documentElement).backgroundColor); };
  return [...document.querySelectorAll(selector)].slice(0, 30).map(e => {
    const style = getComputedStyle(e);
    const pair = [light(rgb(style.fill && e instanceof SVGElement ? style.fill : style.color)), light(ground(e))];
    return (Math.max(...pair) + 0.05) / (Math.min(...pair) + 0.05); }); }"""


def test_both_themes_can_be_read(page):
    for theme in ("light", "dark"):
        page.theme(theme)
        open_news(page)
        page.press("j")
        dark = page.run("getComputedStyle(document.documentElement).backgroundColor") != "rgb(255, 255, 255)"
        equal(dark, theme == "dark", theme)
        for selector in ("#counts", "button", "#documents-list .name", "#documents-list .meta", "#title", "#about",
                         "#types label", "#source .s", "#facts-list .subject", "#facts-list .attribute",
                         "#facts-list .written", "#facts-list .sure", "#facts-list .modality", "#facts-list .reading",
                         "#details dt", "#details dd", "#details blockquote"):
            ratios = page.run(f"({CONTRAST})({json.dumps(selector)})")
            if not ratios or min(ratios) < 4.5:
                raise AssertionError(f"{theme}: {selector} {ratios and min(ratios)}")
        page.press("o")
        ratios = page.run(f"({CONTRAST})('#overview svg text')")
        if not ratios or min(ratios) < 4.5:
            raise AssertionError(f"{theme}: charts {min(ratios)}")


def test_names_roles_and_languages(page):
    records = open_news(page)
    nameless = page.run("""[...document.querySelectorAll('button, input, select, [role=button]')]
        .filter(e => !(e.ariaLabel || e.textContent.trim() || (e.labels && e.labels.length))).map(e => e.outerHTML)""")
    equal(nameless, [], "without a name")
    equal(page.run("document.documentElement.lang"), "en")
    japanese = next(n for n, record in enumerate(records) if record["doc"]["lang"] == "ja")
    go_to(page, records, japanese)
    equal(page.run("[document.getElementById('source').lang, document.getElementById('title').lang]"), ["ja", "ja"])
    for landmark in ("header", "nav", "main", "aside", "h1", "[role=status]"):
        equal(page.run(f"document.querySelectorAll('{landmark}').length"), 1, landmark)
    page.press("j")
    row = page.run("(e => [e.ariaPosInSet, e.ariaSetSize])(document.querySelector('#facts-list [aria-selected=true]'))")
    equal(row, ["1", str(len(in_text_order(records[japanese])))], "the row")


def test_narrow_windows_lose_nothing(page):
    for width in (360, 820):
        page.size(width, 780)
        open_news(page)
        for pane in ("documents", "facts", "text"):
            if page.run(f"getComputedStyle(document.querySelector('.panes [data-pane={pane}]')).display") != "none":
                page.click(f".panes [data-pane={pane}]")
            shown = {"documents": "#documents-list .row", "facts": "#facts-list .row", "text": "#source .held"}[pane]
            boxes = page.run(f"document.querySelector({json.dumps(shown)}).getClientRects().length")
            equal(boxes > 0, True, f"{width} {pane}")
            equal(page.run("document.documentElement.scrollWidth <= innerWidth"), True, f"{width} {pane} fits")


def test_a_narrow_window_leads_from_list_to_text_and_back(page):
    page.size(390, 800)
    records = open_news(page)
    page.click(".panes [data-pane=documents]")
    page.click("#documents-list .row", 1)
    equal(page.run("document.body.dataset.pane"), "text", "a document's text is shown")
    equal(page.text("#title"), records[1]["doc"]["title"])
    page.click(".panes [data-pane=facts]")
    page.click("#facts-list .row", 6)
    page.click(".panes [data-pane=text]")
    equal(in_sight(page, "#source .selected-value"), True, "the value is in sight")
    equal(page.run("document.getElementById('details').getClientRects().length"), 1, "what is known of it, too")

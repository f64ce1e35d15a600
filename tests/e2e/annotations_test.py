"""What annotation tools are given: Web Annotations, brat standoff, Label Studio tasks. Shapes, spans, the same facts."""
import functools
import json
import re
import tarfile
import urllib.parse
import xml.etree.ElementTree as ElementTree

import fact_cells
from documents import ARTICLE, SPAN_DOCUMENTS, jsonl_line
from harness import ROOT, Skip, equal, extract, folder, holds, run, write

WRITTEN = ("a.jsonl", "a.jsonld", "a.brat.tar", "a.ls.json")


def corpus(at):
    """Documents of every charset and line end, with articles of every kind; the same records in every format."""
    for name, text in SPAN_DOCUMENTS.items():
        write(at / "news" / name, text)
    write(at / "news/sjis.txt", "富岳について。\r\nNVIDIAは、H100を1,200台で3億ドルと見積もる。\r\n".encode("cp932"))
    write(at / "news/utf16.txt", ("\ufeff" + SPAN_DOCUMENTS["emoji.txt"]).encode("utf-16-le"))
    write(at / "news/broken-name.md", "NVIDIA\nCorporation paid\n$3\nbillion for AMD\u2028MI355X.\n")
    write(at / "news/feed.jsonl", jsonl_line("a", "\ufeff" + ARTICLE) + jsonl_line("é/ 1", ARTICLE + "\r\n富岳"))
    hostile = [text for text in fact_cells.HOSTILE if text.strip()]
    write(at / "news/hostile.jsonl", "".join(jsonl_line(text, f"{text}\nNVIDIA: 80 GB {text}") for text in hostile))
    outputs = [word for name in WRITTEN for word in ("-o", name)]
    result = extract("news", *fact_cells.corpus(40), "-q", *outputs, cwd=at)
    if result.status not in (0, 3):  # of the shared corpus some files cannot be read, and are told elsewhere
        raise AssertionError(result.err)
    records = {}
    for line in (at / "a.jsonl").read_text().splitlines():
        record = json.loads(line)
        records[record["doc"]["id"]] = record
    return records


@functools.lru_cache(maxsize=None)
def data_of(path):
    return path.read_bytes()


def decoded(data, encoding):
    encoding = {"Shift_JIS": "cp932"}.get(encoding, encoding)
    return data.decode("utf-16-le" if encoding.upper().startswith("UTF-16") else encoding)


@functools.lru_cache(maxsize=None)
def text_of(path, encoding, identity):
    if identity is None:
        return decoded(data_of(path), encoding)
    lines = [json.loads(line) for line in data_of(path).decode().split("\n") if line]
    return next(line["text"] for line in lines if line["id"] == identity)


def source(at, record):
    """The text that a record's spans count in, read and decoded here."""
    told = record["doc"]["source"]
    return text_of(at / told["path"], told["encoding"], told["record"])


def plain(text):
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def statement(claim):
    """A fact or relation without its places, as annotation formats hold it."""
    out = {key: value for key, value in claim.items() if key not in ("evidence", "occurrences", "cue")}
    if out["attribution"]:
        out["attribution"] = {key: out["attribution"][key] for key in ("text", "entity")}
    return out


def statements(records, what):
    return sorted(json.dumps(statement(one), sort_keys=True) for record in records for one in record[what])


def dumps(found):
    return sorted(json.dumps(one, sort_keys=True) for one in found)


# Web Annotations


def check_target(at, record, target):
    """The members that the standard demands, and every selector against the source."""
    equal(set(target), {"type", "source", "selector"}, "members of a target")
    equal((target["type"], target["source"]["format"]), ("SpecificResource", "text/plain"), "target")
    told = record["doc"]["source"]
    path, _, fragment = target["source"]["id"].partition("#")
    equal(urllib.parse.unquote(path), told["path"], "source")
    equal(urllib.parse.unquote(fragment), told["record"] or "", "record")
    full = source(at, record)
    text = full.removeprefix("\ufeff")
    found = {}
    for selector in target["selector"]:
        kind = selector["type"]
        if kind == "TextPositionSelector":
            equal(set(selector), {"type", "start", "end"}, kind)
            found[kind] = text[selector["start"]:selector["end"]]
            around = (text[max(selector["start"] - 32, 0):selector["start"]], text[selector["end"]:selector["end"] + 32])
        elif kind == "TextQuoteSelector":
            equal(set(selector), {"type", "exact", "prefix", "suffix"}, kind)
            found[kind] = selector["exact"]
            for side, expected in (("prefix", around[0]), ("suffix", around[1])):
                if selector[side].removeprefix("\ufeff") != expected:
                    raise AssertionError(f"{side} {selector[side]!r}, not {expected!r}")
        elif kind == "DataPositionSelector":
            equal(told["record"], None, "bytes of a file")
            data = data_of(at / told["path"])[selector["start"]:selector["end"]]
            found[kind] = decoded(data, told["encoding"])
        else:
            raise AssertionError(f"a selector of type {kind}")
    equal(len(set(found.values())), 1, f"what the selectors select: {found}")
    equal(len(found), 3 if told["record"] is None else 2, "selectors")
    return found["TextQuoteSelector"]


def test_web_annotations_have_the_shape_of_the_standard_and_point_at_their_words():
    with folder() as at:
        records = corpus(at)
        annotations = json.loads((at / "a.jsonld").read_text())
        ids = set()
        facts, relations, mentions = [], [], 0
        for annotation in annotations:
            equal(annotation["@context"], "http://www.w3.org/ns/anno.jsonld", "context")
            equal(annotation["type"], "Annotation", "type")
            equal(annotation["motivation"] in ("identifying", "describing"), True, "motivation")
            ids.add(annotation["id"])
            document, _, item = annotation["id"].removeprefix("urn:hardfacts:").rpartition(":")
            equal(re.fullmatch(r"[A-Za-z0-9._~/%:-]+", annotation["id"]) is not None, True, annotation["id"])
            record = records[urllib.parse.unquote(document)]
            words = [check_target(at, record, target) for target in annotation["target"]]
            for body in annotation["body"]:
                equal(body["type"], "TextualBody", "body")
                equal(body["purpose"] in ("tagging", "identifying", "describing"), True, "purpose")
                equal(isinstance(body["value"], str), True, "value")
            said = [json.loads(b["value"]) for b in annotation["body"] if b["format"] == "application/json"]
            if item.startswith("m"):
                mention = next(m for m in record["mentions"] if m["id"] == item)
                equal((words[0], annotation["body"][0]["value"]), (mention["text"], mention["type"]), item)
                if "value" in mention:
                    equal(said, [mention["value"]], "value")
                else:
                    equal([b["value"] for b in annotation["body"][1:]], [mention["entity"], mention["name"]], item)
                mentions += 1
            else:
                (facts if item.startswith("f") else relations).append(said[0])
        equal(len(ids), len(annotations), "ids")
        equal(dumps(facts), statements(records.values(), "facts"), "facts")
        equal(dumps(relations), statements(records.values(), "relations"), "relations")
        equal(mentions, sum(len(record["mentions"]) for record in records.values()), "mentions")


def test_web_annotations_hold_hostile_records():
    records = fact_cells.hostile_records()
    with folder() as at:
        lines = fact_cells.as_lines(records)
        equal(run("convert", "-", "-q", "-o", at / "a.jsonld", stdin=lines).status, 0, "status")
        annotations = json.loads((at / "a.jsonld").read_text())
        equal(len(annotations), 2 * len(records), "annotations")
        said = [json.loads(body["value"]) for annotation in annotations for body in annotation["body"]
                if body["format"] == "application/json"]
        equal([one["id"] for one in said], [record["facts"][0]["id"] for record in records], "facts")
        for annotation in annotations:
            equal(re.fullmatch(r"[A-Za-z0-9._~/%:-]+", annotation["id"]) is not None, True, annotation["id"])


# brat


TYPE = r"[A-Za-z0-9_-]+"
LINES = {
    "T": re.compile(rf"(T[1-9]\d*)\t({TYPE}) (\d+ \d+(?:;\d+ \d+)*)\t(.+)"),
    "E": re.compile(rf"(E[1-9]\d*)\t({TYPE}):(T\d+)((?: [A-Za-z_]+\d*:[TE]\d+)*)"),
    "R": re.compile(rf"(R[1-9]\d*)\t({TYPE}) Arg1:([TE]\d+) Arg2:([TE]\d+)"),
    "A": re.compile(rf"(A[1-9]\d*)\t({TYPE}) ([TER]\d+)(?: ({TYPE}))?"),
    "#": re.compile(rf"(#[1-9]\d*)\t(AnnotatorNotes) ([TERA]\d+)\t(.+)"),
}


def parsed(annotations, text):
    """The lines of an .ann, by their ids. Strict: whatever the documentation of the format does not allow is a fault."""
    equal(annotations == "" or annotations.endswith("\n"), True, "the last line ends")
    equal(annotations.splitlines(), annotations.split("\n")[:-1], "lines end where every reader ends them")
    found = {}
    for line in annotations.split("\n")[:-1]:
        match = LINES[line[0]].fullmatch(line)
        if match is None:
            raise AssertionError(f"no line of brat: {line!r}")
        equal(match[1] in found, False, f"{match[1]} stands twice")
        found[match[1]] = match
        if line[0] != "T":
            continue
        parts = [tuple(map(int, part.split())) for part in match[3].split(";")]
        equal(" ".join(text[begin:end] for begin, end in parts), match[4], line)
        for begin, end in parts:
            equal(begin < end <= len(text) and text[begin:end] == text[begin:end].strip(), True, line)
        equal(all(a[1] < b[0] for a, b in zip(parts, parts[1:])), True, "parts in order")
    for match in found.values():
        targets = re.findall(r"[ :]([TERA]\d+)", match[0].split("\t")[1]) if match[0][0] in "ERA#" else []
        for target in targets:
            equal(target in found, True, f"{target} of {match[0]}")
    return found


def archive(path):
    with tarfile.open(path) as tar:
        names = tar.getnames()
        equal(len(set(names)), len(names), "names")
        for member in tar.getmembers():
            equal((member.isfile(), member.name.startswith("/"), ".." in member.name.split("/")), (True, False, False),
                  member.name)
        return {name: tar.extractfile(name).read().decode() for name in names}


def pieces(words):
    """What brat may show of words: parted where a line or a column ends."""
    return " ".join(piece.strip() for piece in re.split(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+", words) if piece.strip())


def test_brat_files_are_well_formed_and_point_at_their_words():
    with folder() as at:
        records = corpus(at)
        files = archive(at / "a.brat.tar")
        documents = [json.loads(line) for line in files.pop("documents.jsonl").splitlines()]
        configuration = files.pop("annotation.conf")
        equal([document["id"] for document in documents], list(records), "documents")
        equal(sorted(files), sorted(d["path"] + end for d in documents for end in (".ann", ".txt")), "files")
        facts, relations = [], []
        for document in documents:
            record, text = records[document["id"]], files[document["path"] + ".txt"]
            equal(text, plain(source(at, record)), "text")
            found = parsed(files[document["path"] + ".ann"], text)
            notes = {match[3]: match[4] for key, match in found.items() if key[0] == "#"}
            for number, mention in enumerate(record["mentions"], 1):
                line = found[f"T{number}"]
                equal((line[2], line[4]), (mention["type"], pieces(mention["text"])), mention["id"])
                note = notes[f"T{number}"]
                equal(note if "entity" in mention else json.loads(note), mention.get("entity", mention.get("value")), "note")
            for key, match in found.items():
                if key[0] == "E":
                    fact = json.loads(notes[key])
                    facts.append(fact)
                    equal(match[2], fact["attribute"], key)
                    equal(found[match[3]][4], pieces(fact["value"]["text"]), "trigger")
                    arguments = dict(part.split(":") for part in match[4].split())
                    if fact["subject"] and fact["subject"]["mention"]:
                        equal(notes[arguments["subject"]], fact["subject"]["entity"], "subject")
                    for role, entities in fact["roles"].items():
                        equal(notes[arguments[role]], entities[0]["entity"], role)
                elif key[0] == "R":
                    relations.append(json.loads(notes[key]))
                if key[0] in "TER" and not re.search(rf"^{re.escape(match[2])}\b", configuration, re.M):
                    raise AssertionError(f"{match[2]} is not in annotation.conf")
        equal(dumps(facts), statements(records.values(), "facts"), "facts")
        equal(dumps(relations), statements(records.values(), "relations"), "relations")


def test_brat_archives_are_the_same_bytes_and_may_be_compressed():
    with folder() as at:
        corpus(at)
        first = (at / "a.brat.tar").read_bytes()
        equal(run("convert", "a.jsonl", "--sources", ".", "-q", "-o", "b.brat.tar", "-o", "c.brat.tgz", "-o",
                  "d.BRAT.TAR.GZ", cwd=at).status, 0, "status")
        equal((at / "b.brat.tar").read_bytes(), first, "again, from records")
        equal(archive(at / "c.brat.tgz"), archive(at / "a.brat.tar"), "compressed")
        equal((at / "c.brat.tgz").read_bytes(), (at / "d.BRAT.TAR.GZ").read_bytes(), "the same compressed bytes")


def test_brat_paths_are_safe_and_stand_once():
    ids = ["../../etc/passwd", "/abs/x", "a", "A", "a.txt", "con:\\x?", "-o", "..", "😀/富岳.md", "x" * 400, "x" * 400 + "y"]
    with folder() as at:
        lines = "".join(jsonl_line(identity, "AMD: 80 GB") for identity in ids)
        write(at / "feed.jsonl", lines)
        facts = extract("feed.jsonl", "-q", cwd=at).out
        records = [json.loads(line) for line in facts.splitlines()]
        for record, identity in zip(records, ids):
            record["doc"]["id"] = identity
        stream = "".join(json.dumps(record) + "\n" for record in records)
        equal(run("convert", "-", "-q", "-o", "a.brat.tar", stdin=stream.encode(), cwd=at).status, 0, "status")
        files = archive(at / "a.brat.tar")
        documents = [json.loads(line) for line in files["documents.jsonl"].splitlines()]
        equal([document["id"] for document in documents], ids, "ids")
        paths = [document["path"] for document in documents]
        equal(len({path.lower() for path in paths}), len(ids), "paths, also where capitals do not count")
        for path in paths:
            equal(files[path + ".txt"], "AMD: 80 GB", path)
            equal(all(part and part not in (".", "..") and len(part.encode()) < 200 for part in path.split("/")), True, path)


# Label Studio


def interface():
    """The control tags of docs/label-studio.xml: name → (type, what may be chosen)."""
    root = ElementTree.parse(ROOT / "docs/label-studio.xml").getroot()
    tags = {"Labels": ("labels", "Label"), "Choices": ("choices", "Choice")}
    controls = {}
    for tag, (kind, option) in tags.items():
        for control in root.iter(tag):
            equal(control.get("toName"), "text", control.get("name"))
            controls[control.get("name")] = (kind, {one.get("value") for one in control.iter(option)})
    equal([text.get("value") for text in root.iter("Text")], ["$text"], "the text tag")
    return controls, {relation.get("value") for relation in root.iter("Relation")}


def test_label_studio_tasks_fit_the_interface_and_point_at_their_words():
    controls, relation_labels = interface()
    with folder() as at:
        records = corpus(at)
        tasks = json.loads((at / "a.ls.json").read_text())
        equal([task["data"]["document"] for task in tasks], list(records), "documents")
        for task in tasks:
            equal(set(task), {"data", "predictions"}, "members of a task")
            data, record = task["data"], records[task["data"]["document"]]
            text = data["text"]
            equal(text, plain(source(at, record)), "text")
            prediction = task["predictions"][0]
            equal(set(prediction), {"model_version", "result"}, "members of a prediction")
            regions = {}
            chosen = {}
            for result in prediction["result"]:
                if result["type"] == "relation":
                    equal(set(result), {"type", "from_id", "to_id", "direction", "labels"}, "members of a relation")
                    equal((result["from_id"] in regions, result["to_id"] in regions), (True, True), "ends")
                    equal(set(result["labels"]) <= relation_labels, True, result["labels"])
                    continue
                kind, options = controls[result["from_name"]]
                value = result["value"]
                equal((result["type"], result["to_name"]), (kind, "text"), "control")
                equal(set(value), {"start", "end", "text", kind}, "members of a value")
                equal(set(value[kind]) <= options, True, value[kind])
                equal(text[value["start"]:value["end"]], value["text"], "words, by code points")
                if kind == "labels":
                    regions[result["id"]] = value
                else:
                    chosen.setdefault(result["from_name"], {})[result["id"]] = value[kind]
            for mention in record["mentions"]:
                region = regions.pop(mention["id"])
                equal((region["labels"], region["text"]), ([mention["type"]], plain(mention["text"])), mention["id"])
            equal(regions, {}, "regions that are no mentions")
            for fact in record["facts"]:
                equal(fact["attribute"] in chosen["attribute"][fact["value"]["mention"]], True, fact["id"])
                equal(fact["modality"] in chosen["modality"][fact["value"]["mention"]], True, fact["id"])
            for what in ("facts", "relations"):
                equal(data[what], [statement(one) for one in record[what]], what)


def test_label_studio_interface_knows_every_word_that_a_fact_can_have():
    controls, relations = interface()
    schema = json.loads((ROOT / "docs/record.schema.json").read_text())
    equal(controls["modality"][1], set(schema["definitions"]["modality"]["enum"]), "modalities")
    attributes = (ROOT / "src/knowledge/claim_terms.cpp").read_text()
    words = {word for text in re.findall(r'"([a-z_ ]+)"', attributes) for word in text.split()}
    unknown = (controls["attribute"][1] | relations - {"subject"}) - words
    equal(unknown, set(), "words that no rule can give")
    kinds = {"money", "count", "spec", "ratio", "share", "time"}
    equal(words - controls["attribute"][1] - relations - kinds, set(), "words that the interface lacks")


def test_label_studio_reads_the_tasks():
    try:
        from label_studio_sdk.label_interface import LabelInterface
    except ImportError:
        raise Skip("label-studio-sdk is not installed")
    reader = LabelInterface((ROOT / "docs/label-studio.xml").read_text())
    reader.validate()
    with folder() as at:
        corpus(at)
        for task in json.loads((at / "a.ls.json").read_text()):
            for prediction in task["predictions"]:
                fault = reader.validate_prediction(prediction, return_errors=True)
                equal(fault, [], task["data"]["document"])


# Without sources


def test_annotations_without_sources():
    with folder() as at:
        records = corpus(at)
        (at / "news").rename(at / "moved")
        (at / "examples").mkdir()
        some = "".join(json.dumps(r) + "\n" for r in records.values() if r["doc"]["source"]["path"].startswith("news"))
        result = run("convert", "-", "-o", "b.jsonld", "-o", "b.db", cwd=at, stdin=some.encode())
        equal(result.status, 0, "status where the text is not needed")
        for annotation in json.loads((at / "b.jsonld").read_text()):
            for target in annotation["target"]:
                kinds = [selector["type"] for selector in target["selector"]]
                equal(kinds[:2], ["TextPositionSelector", "TextQuoteSelector"], "selectors")
        result = run("convert", "-", "-o", "b.ls.json", "-o", "b.brat.tar", cwd=at, stdin=some.encode())
        equal(result.status, 3, "status where it is")
        holds(result.err, "b.ls.json, b.brat.tar: lacks ", "name their folder by --sources")
        equal(json.loads((at / "b.ls.json").read_text()), [], "no task")
        equal(sorted(archive(at / "b.brat.tar")), ["annotation.conf", "documents.jsonl"], "no document")


def test_annotations_of_nothing():
    with folder() as at:
        write(at / "none.jsonl", "")
        write(at / "plain.txt", "Nothing here that counts.\n")
        equal(extract("plain.txt", "-q", "-o", "one.jsonl", cwd=at).status, 0, "status")
        for given, tasks in (("none.jsonl", 0), ("one.jsonl", 1)):
            outputs = [word for name in ("a.jsonld", "a.ls.json", "a.brat.tar") for word in ("-o", name)]
            equal(run("convert", given, "-q", *outputs, cwd=at).status, 0, given)
            equal(json.loads((at / "a.jsonld").read_text()), [], "annotations")
            equal(len(json.loads((at / "a.ls.json").read_text())), tasks, "tasks")
            equal(len(archive(at / "a.brat.tar")), 2 + 2 * tasks, "files")

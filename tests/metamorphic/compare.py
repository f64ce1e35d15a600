"""What two records say, compared as multisets without places: facts, mentions, and facts with their evidence."""
import collections
import csv
import dataclasses
import fnmatch
import re
import unicodedata


def value_key(value):
    number = value.get("number") or f"{value.get('min')}..{value.get('max')}"
    return f"{number} {value['unit']} {value['relation']}"


def fact_keys(record):
    """kind, attribute, subject's entity, value; and relations by their type and entities."""
    for fact in record["facts"]:
        subject = fact["subject"]["entity"] if fact["subject"] else "-"
        yield f"{fact['kind']}.{fact['attribute']} {subject} {value_key(fact['value'])}", fact
    for relation in record["relations"]:
        yield f"{relation['type']} " + " ".join(part["entity"] for part in relation["args"]), relation


def mention_keys(record):
    """type, entity, value."""
    for mention in record["mentions"]:
        value = mention.get("value")
        yield f"{mention['type']} " + (value_key(value) if value else mention.get("entity", "-")), mention


def reading(evidence):
    """The words of a quotation without markup, white space, width and composition."""
    words = unicodedata.normalize("NFKC", evidence.get("plain", evidence["quote"]))
    return re.sub(r"\s+", "", words).replace("〜", "~")


def evidence_keys(record):
    """A fact with who has which role, its modality, how often it is said, and the sentence that says it."""
    for key, fact in fact_keys(record):
        roles = {role: sorted(part["entity"] for part in parts) for role, parts in fact.get("roles", {}).items()}
        yield f"{key} {roles} {fact['modality']} x{len(fact['occurrences'])} {reading(fact['evidence'])}", fact


MEASURES = {"facts": fact_keys, "mentions": mention_keys, "evidence": evidence_keys}


@dataclasses.dataclass
class Difference:
    rewriting: str
    document: str
    measure: str
    side: str  # "lost" by the rewriting or "new" in it
    key: str
    around: str  # the text it stands in

    def __str__(self):
        sign = "-" if self.side == "lost" else "+"
        return f"{sign} {self.rewriting}: {self.document}: {self.measure}: {self.key}  «{self.around}»"


def span_of(item):
    return item["span"] if "span" in item else item["occurrences"][0] if item.get("occurrences") else item["evidence"]["span"]


def around(item, text):
    begin, end = span_of(item)["char"]
    return re.sub(r"\s+", " ", text[max(0, begin - 40):begin] + "⟦" + text[begin:end] + "⟧" + text[end:end + 40])


def differences(rewriting, document, original, rewritten):
    """Of two (record, text of its source): what only one of them has; and how much was compared, by measure."""
    found, compared = [], {}
    for measure, keys_of in MEASURES.items():
        sides = []
        for record, text in (original, rewritten):
            items = collections.defaultdict(list)
            for key, item in keys_of(record):
                items[key].append((item, text))
            sides.append(items)
        compared[measure] = sum(map(len, sides[0].values()))
        for side, these, others in (("lost", *sides), ("new", sides[1], sides[0])):
            for key, items in these.items():
                for item, text in items[len(others.get(key, ())):]:
                    found.append(Difference(rewriting, document, measure, side, key, around(item, text)))
    return found, compared


class Exceptions:
    """The rows of exceptions.csv: which differences are meant to be, and why.

    A row names the rewriting (with * and ?), the measure or *, and as regular expressions what the difference's key
    holds and what stands around it in the text that has it, the item itself between ⟦ and ⟧. Where it can, a row says
    the cause (a link cuts the name: `⟦[^⟧]*</a>`), not one document's fact, which other rules may find or not.
    """

    def __init__(self, path):
        with open(path, newline="", encoding="utf-8") as file:
            self.rows = list(csv.DictReader(file))
        self.used = collections.Counter()

    def covers(self, difference):
        for number, row in enumerate(self.rows):
            if (fnmatch.fnmatchcase(difference.rewriting, row["rewriting"]) and row["measure"] in ("*", difference.measure)
                    and re.search(row["key"], difference.key) and re.search(row["around"], difference.around)):
                self.used[number, difference.measure] += 1
                return True
        return False

    def unused(self):
        return [row for number, row in enumerate(self.rows)
                if not any(self.used[number, measure] for measure in MEASURES)]

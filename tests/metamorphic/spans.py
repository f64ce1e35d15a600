"""A check of spans that knows nothing of the program, for a source in any charset that has no state."""
import charsets


class Places:
    """Where each character of a source begins: in bytes of its charset, and in UTF-16 code units."""

    def __init__(self, source, charset):
        self.source = source
        self.charset = charset
        self.character = {}  # at the byte offset of a character: its number and its UTF-16 offset
        byte = unit = 0
        text = charsets.decode(source, charset)
        for number, c in enumerate(text):
            self.character[byte] = (number, unit)
            byte += len(charsets.encode(c, charset))
            unit += 2 if ord(c) > 0xFFFF else 1
        self.character[byte] = (len(text), unit)
        if byte != len(source):
            raise ValueError(f"{charset} writes a character of this source in several ways: its places cannot be told")

    def fault(self, span, words):
        """What is wrong with the span, or None. `words`: the text that it must hold, None where none is told."""
        begin, end = span["byte"]
        if not 0 <= begin < end <= len(self.source):
            return f"{span['byte']} is no range of the source"
        if begin not in self.character or end not in self.character:
            return f"{span['byte']} cuts a character"
        inside = charsets.decode(self.source[begin:end], self.charset)
        if words is not None and words != inside:
            return f"{span['byte']} holds {inside!r}, not {words!r}"
        (first, first_unit), (last, last_unit) = self.character[begin], self.character[end]
        if span["char"] != [first, last] or span["utf16"] != [first_unit, last_unit]:
            return f"char {span['char']} and utf16 {span['utf16']} are not those of byte {span['byte']}"
        return None


def spans_of(record):
    """Every span of a record with the words it must hold."""
    for mention in record["mentions"]:
        yield mention["span"], mention["text"]
    for fact in record["facts"] + record["relations"]:
        yield fact["evidence"]["span"], fact["evidence"]["quote"]
        for occurrence in fact["occurrences"]:
            yield occurrence, None
        for part in (fact.get("cue"), (fact.get("attribution") or {}).get("span")):
            if part:
                yield part, None
    for warning in record["warnings"]:
        if "span" in warning:
            yield warning["span"], None


def span_faults(record, source, charset):
    """The number of spans looked at, and what is wrong with any of them."""
    places = Places(source, charset)
    checked, faults = 0, []
    for span, words in spans_of(record):
        checked += 1
        fault = places.fault(span, words)
        if fault:
            faults.append(f"{record['doc']['id']}: {fault}")
    return checked, faults

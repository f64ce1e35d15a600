// Search in texts and facts. Texts are read piece by piece, with the page free in between.

/// Letter case and width do not count.
const folded = (text) => text.normalize('NFKC').toLowerCase();

const keptTexts = new Map();  // doc -> folded title and text, as far as the room goes
let keptRoom = 48e6;          // characters

/// All that is at hand of a text whose source is not.
const wordsOf = (body) => [...body.facts, ...body.relations].flatMap((claim) => claim.words || []).join('\n');

function foldedText(doc) {
  const kept = keptTexts.get(doc);
  if (kept !== undefined) return kept;
  const body = JSON.parse(doc.body.textContent);
  const text = folded([doc.title || '', doc.id, body.source ?? wordsOf(body)].join('\n'));
  if (keptRoom > text.length) {
    keptRoom -= text.length;
    keptTexts.set(doc, text);
  }
  return text;
}

function foldedClaim(claim) {
  if (claim.words === undefined) {
    const names = [claim.subject, ...claim.others].filter(Boolean).map((entity) => entity.name);
    claim.words = folded([...names, spaced(claim.attribute), claim.text, claim.id].join('\n'));
  }
  return claim.words;
}

/// The passage that the claim rests on.
function quoteOf(body, part) {
  return part.words ? part.words[1] : (body.source || '').slice(part.quote[0], part.quote[1]);
}

function searchDocument(doc, words, into) {
  const inText = words.every((word) => foldedText(doc).includes(word));
  if (inText) into.documents.add(doc);
  let body = null;
  doc.claims.forEach((claim, at) => {
    const own = foldedClaim(claim);
    const missing = words.filter((word) => !own.includes(word));
    if (missing.length > 0) {
      if (!missing.every((word) => foldedText(doc).includes(word))) return;
      body = body || bodyOf(doc);
      const quote = folded(quoteOf(body, body.claims[at]));
      if (!missing.every((word) => quote.includes(word))) return;
    }
    into.claims.add(claim);
    into.documents.add(doc);
  });
}

let searches = 0;

/// Takes the words over and, when all documents are looked through, applies them.
async function setSearch(text) {
  wantedText = folded(text).trim();
  const mine = ++searches;
  if (wantedText === '') {
    found = null;
    return filtersChanged();
  }
  const words = wantedText.split(/\s+/);
  const into = { documents: new Set(), claims: new Set() };
  let pause = performance.now() + 12;
  for (const doc of documents) {
    searchDocument(doc, words, into);
    if (performance.now() < pause) continue;
    byId('counts').textContent = 'Searching …';
    await new Promise((resolve) => setTimeout(resolve));
    if (mine !== searches) return;
    pause = performance.now() + 12;
  }
  found = into;
  filtersChanged();
}

/// Marks the words in the text that is shown, where the browser can.
function markSearch() {
  if (!('highlights' in CSS)) return;
  CSS.highlights.delete('search');
  const words = wantedText.split(/\s+/).filter(Boolean);
  if (words.length === 0) return;
  const ranges = [];
  const walker = document.createTreeWalker(byId('source'), NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node && ranges.length < 2000; node = walker.nextNode()) {
    const text = node.data.toLowerCase();
    if (text.length !== node.data.length) continue;
    for (const word of words) {
      for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
        const range = new Range();
        range.setStart(node, at);
        range.setEnd(node, at + word.length);
        ranges.push(range);
      }
    }
  }
  CSS.highlights.set('search', new Highlight(...ranges));
}

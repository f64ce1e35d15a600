// Search in texts and facts. Texts are read piece by piece, with the page free in between.

/// What may have another width; most texts in English hold none of it.
const mayFold = /[^\0-\x9f\u3001-\u30ff\u4e00-\u9fff\u2010-\u2027]/;

/// Letter case and width do not count.
const folded = (text) => (mayFold.test(text) ? text.normalize('NFKC') : text).toLowerCase();

const keptTexts = new Map();  // doc -> folded title and text, as far as the room goes
let keptRoom = 64e6;          // characters

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
  const text = foldedText(doc);
  const missing = words.filter((word) => !text.includes(word));
  if (missing.length === 0) into.documents.add(doc);
  let body = null;
  for (const claim of doc.claims) {
    const own = foldedClaim(claim);
    const wanting = words.filter((word) => !own.includes(word));
    if (wanting.length > 0) {
      if (wanting.some((word) => missing.includes(word))) continue;  // then they are in no passage either
      body = body || bodyOf(doc);
      const quote = folded(quoteOf(body, body.claims[claim.place]));
      if (!wanting.every((word) => quote.includes(word))) continue;
    }
    into.claims.add(claim);
    into.documents.add(doc);
  }
}

let searches = 0;
const atOnce = 40;  // milliseconds between pauses

/// Lets the page answer whoever waits; a timer would be held back for longer.
function pause() {
  return new Promise((resolve) => {
    const channel = new MessageChannel();
    channel.port1.onmessage = resolve;
    channel.port2.postMessage(0);
  });
}

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
  let until = performance.now() + atOnce;
  for (const doc of documents) {
    searchDocument(doc, words, into);
    if (performance.now() < until) continue;
    byId('counts').textContent = 'Searching …';
    await pause();
    if (mine !== searches) return;
    until = performance.now() + atOnce;
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

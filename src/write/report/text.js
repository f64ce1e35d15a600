// The text of a document, cut where a mention, a value or a passage begins or ends; each part knows what covers it.

/// What is shown now: of each part its element and its span, and the claims whose value it belongs to.
let parts = [];
let partsOf = null;  // the document

const typeNames = ['company', 'chip', 'system', 'product', 'place', 'person'];
const shownTypes = new Set([...typeNames, 'value']);

/// The stretches of the source that are at hand, as [begin, text]: all of it, or what is quoted of it.
function stretches(body) {
  if (body.source !== null) return [[0, body.source]];
  const quoted = body.claims.filter((claim) => claim.words)
    .map(({ words, quote }) => [quote[0] - words[0].length, words.join('')])
    .sort((a, b) => a[0] - b[0]);
  const joined = [];
  for (const [begin, text] of quoted) {
    const last = joined[joined.length - 1];
    const end = last ? last[0] + last[1].length : -1;
    if (begin > end) joined.push([begin, text]);
    else last[1] += text.slice(end - begin);
  }
  return joined;
}

/// Blocks of some thousand characters that end at a line break: those out of sight cost no layout. Only a line that is
/// longer than any man writes is cut.
function blocksOf([begin, text]) {
  const size = 4000;
  const blocks = [];
  for (let at = 0; at < text.length;) {
    let end = Math.min(text.length, at + size);
    if (end < text.length) {
      const stop = text.indexOf('\n', end);
      end = stop < 0 || stop > end + 64 * size ? end : stop + 1;
      if (/[\uDC00-\uDFFF]/.test(text[end] || '')) ++end;  // no character is cut in two
    }
    blocks.push([begin + at, text.slice(at, end)]);
    at = end;
  }
  return blocks;
}

/// What is written for machines: tags, scripts, and where links lead to.
const markup = /<(script|style)\b[^]*?<\/\1|<[/!a-z][^<>]*>|\]\([^()\s]*\)|https?:\/\/[^\s<>()"']+/gi;

/// Everything that covers a stretch of text, the longer first at one place.
function coversOf(body) {
  const covers = [];
  const add = (span, cover) => {
    if (span && span[1] > span[0]) covers.push({ begin: span[0], end: span[1], ...cover });
  };
  body.mentions.forEach(([type, begin, end], mention) => add([begin, end], { mention, type }));
  body.claims.forEach((claim, at) => {
    if (at < body.facts.length) claim.spans.forEach((span) => add(span, { claim: at }));
    else add(claim.quote, {});
    add(claim.quote, {});
    add(claim.cue, {});
    add(claim.attribution && claim.attribution.span, {});
  });
  for (const { 0: words, index } of (body.source || '').matchAll(markup)) {
    add([index, index + words.length], { markup: true });
  }
  return covers.sort((a, b) => a.begin - b.begin || b.end - a.end);
}

/// The block as elements and text. `covers` are those that begin before its end, from `state.next` on.
function renderBlock([begin, text], covers, state, doc, body) {
  const end = begin + text.length;
  const cuts = new Set([begin, end]);
  const here = state.open.filter((cover) => cover.end > begin);
  while (state.next < covers.length && covers[state.next].begin < end) here.push(covers[state.next++]);
  state.open = here;
  for (const cover of here) {
    if (cover.begin > begin) cuts.add(cover.begin);
    if (cover.end < end && cover.end > begin) cuts.add(cover.end);
  }
  const places = [...cuts].sort((a, b) => a - b);
  const block = make('div', { className: 'block' });
  let from = 0;  // in `here`, none before it reaches this far
  for (let k = 0; k + 1 < places.length; ++k) {
    const [left, right] = [places[k], places[k + 1]];
    const over = [];
    for (let c = from; c < here.length && here[c].begin <= left; ++c) if (here[c].end >= right) over.push(here[c]);
    while (from < here.length && here[from].end <= left) ++from;
    // A carriage return alone is a line break too; of \r\n the \n is.
    const words = text.slice(left - begin, right - begin).replace(/\r(?!\n)/g, '\n');
    block.append(over.length === 0 ? words : partOf(words, left, right, over, doc, body));
  }
  return block;
}

function partOf(words, begin, end, over, doc, body) {
  const part = { begin, end, entity: null, claims: [], node: make('span', { className: 's' }, words) };
  for (const cover of over) {  // the inner ones come later and prevail
    if (cover.markup) part.node.classList.add('markup');
    if (cover.claim !== undefined) part.claims.push(doc.claims[cover.claim]);
    if (cover.mention === undefined) continue;
    const [type, , , entity, known] = body.mentions[cover.mention];
    if (entity < 0) {
      part.node.classList.add('value');
    } else {
      if (part.entity) part.node.classList.remove(part.entity.type);
      part.entity = body.entities[entity];
      part.mention = cover.mention;
      part.node.classList.add('name', type);
      part.node.classList.toggle('unknown', known === 0);
    }
  }
  if (part.claims.length > 0) part.node.classList.add('value', 'held');
  part.node.dataset.part = parts.length;
  parts.push(part);
  return part.node;
}

function renderText(doc, into) {
  const body = bodyOf(doc);
  const pieces = stretches(body);
  parts = [];
  partsOf = doc;
  const covers = coversOf(body);
  into.lang = langOf(doc) || '';
  into.className = body.source === null ? 'quotes' : '';
  const state = { next: 0, open: [] };
  const nodes = [];
  if (body.source === null) {
    nodes.push(make('p', { className: 'note', lang: 'en' }, pieces.length > 0
      ? 'The article is not in this report. These are the passages its facts rest on.'
      : 'The article is not in this report, and no fact quotes it.'));
  }
  for (const piece of pieces) {
    const blocks = blocksOf(piece).map((block) => renderBlock(block, covers, state, doc, body));
    nodes.push(body.source === null ? make('blockquote', {}, ...blocks) : make('div', {}, ...blocks));
  }
  into.replaceChildren(...nodes);
  dimText();
}

/// Values whose facts are filtered out stand back.
function dimText() {
  for (const part of parts) {
    if (part.claims.length > 0) part.node.classList.toggle('dim', !part.claims.some((claim) => left.has.has(claim)));
  }
}

const within = (part, span) => Boolean(span) && part.begin >= span[0] && part.end <= span[1];

/// The parts of a span; they stand in the order of the text.
function partsIn(span) {
  let [low, high] = [0, span ? parts.length : 0];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (parts[middle].begin < span[0]) low = middle + 1;
    else high = middle;
  }
  const inside = [];
  for (; span && low < parts.length && parts[low].begin < span[1]; ++low) {
    if (within(parts[low], span)) inside.push(parts[low]);
  }
  return inside;
}

/// What a claim points at: its values, its passage, its cue, and the mentions it names.
function marksOf(claim) {
  const body = bodyOf(claim.doc);
  const own = body.claims[claim.place];
  const at = (mention) => (mention >= 0 && body.mentions[mention] ? body.mentions[mention].slice(1, 3) : null);
  const others = Object.values(own.roles || {}).flat().map(([, mention]) => mention);
  const mentions = claim.relation ? own.args : [own.subject ?? -1, ...others];
  return {
    values: claim.relation ? [] : own.spans,
    quotes: claim.relation && own.spans.length > 0 ? own.spans : [own.quote],
    cue: own.cue,
    source: own.attribution && own.attribution.span,
    subject: at(mentions[0]),
    others: mentions.slice(1).map(at).filter(Boolean),
  };
}

const marked = { selected: [], hovered: [] };

/// Shows in the text what the claim points at, as `selected` or, under the pointer, as `hovered`.
function markClaim(claim, kind) {
  for (const [part, name] of marked[kind]) part.node.classList.remove(name);
  marked[kind] = [];
  if (!claim || claim.doc !== partsOf) return;
  const marks = marksOf(claim);
  const mark = (name, spans) => {
    for (const part of spans.flatMap(partsIn)) {
      part.node.classList.add(`${kind}-${name}`);
      marked[kind].push([part, `${kind}-${name}`]);
    }
  };
  mark('value', marks.values);
  mark('quote', marks.quotes);
  mark('party', [marks.subject, ...marks.others]);
  mark('cue', [marks.cue, marks.source]);
}

/// Where one begins to read: a page's source opens with what no reader wants to see.
function firstSpan(doc) {
  const { source, mentions } = bodyOf(doc);
  return /^\s*<(!doctype|html|head|\?xml)/i.test(source || '') && mentions.length > 0 ? mentions[0].slice(1, 3) : null;
}

/// Brings a span into sight.
function scrollToSpan(span) {
  const part = partsIn(span)[0] || parts.find((each) => each.end > span[0]);
  if (part) part.node.scrollIntoView({ block: 'center' });
}

const placeOf = (claim, at = 0) => {
  const own = rest(claim);
  return own.spans[at] || own.quote;
};

function makeTypes() {
  byId('types').append(...[...typeNames, 'value'].map((type) => {
    const box = make('input', { type: 'checkbox', checked: true });
    box.addEventListener('change', () => {
      box.checked ? shownTypes.delete(type) : shownTypes.add(type);
      byId('source').classList.toggle(`without-${type}`, !box.checked);
    });
    return make('label', {}, box, make('span', { className: `s ${type === 'value' ? 'value held' : `name ${type}`}` },
      type === 'value' ? 'fact values' : type));
  }));
}

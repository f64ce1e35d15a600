// The panel below the facts: all that is known of one fact, relation or name.

const button = (words, act, properties = {}) => {
  const element = make('button', { type: 'button', className: 'link', ...properties }, words);
  element.addEventListener('click', act);
  return element;
};

function rows(pairs) {
  const list = make('dl');
  for (const [name, ...content] of pairs) {
    const kept = content.filter((each) => each !== undefined && each !== null && each !== '');
    if (kept.length > 0) list.append(make('dt', {}, name), make('dd', {}, ...kept));
  }
  return list;
}

/// Nodes with something between them.
const listed = (nodes, between = ', ') => nodes.flatMap((node, at) => (at === 0 ? [node] : [between, node]));

const entityLink = (entity, lang) => button(entity.name, () => showEntity(entity), { lang });

/// The passage with the value marked in it.
function quotation(claim, own, body, lang) {
  const node = make('blockquote', { lang });
  if (own.plain) {  // where markup stood in it, the value is looked for
    const at = claim.relation ? -1 : own.plain.indexOf(claim.text);
    if (at < 0) node.append(own.plain);
    else node.append(own.plain.slice(0, at), make('mark', {}, claim.text), own.plain.slice(at + claim.text.length));
    return node;
  }
  const quote = quoteOf(body, own);
  const span = claim.relation ? null : own.spans.find(([b, e]) => b >= own.quote[0] && e <= own.quote[1]);
  if (!span) {
    node.append(quote);
    return node;
  }
  const [begin, end] = span.map((offset) => offset - own.quote[0]);
  node.append(quote.slice(0, begin), make('mark', {}, quote.slice(begin, end)), quote.slice(end));
  return node;
}

function occurrences(claim, own) {
  if (own.spans.length < 2) return [];
  return listed(own.spans.map((span, at) => button(String(at + 1), () => scrollToSpan(span), {
    ariaLabel: `Show place ${at + 1} of ${own.spans.length}`,
  })));
}

function valueRows(claim, own, lang) {
  const { value } = claim;
  const base = own.base && readValue({ ...own.base, relation: value.relation }, grouped);
  const direction = { up: 'higher', down: 'lower' }[claim.direction];
  return [
    ['as written', make('span', { lang }, claim.text)],
    ['as read', readValue(value, grouped), relationWords[value.relation] && ` (${relationWords[value.relation]})`,
      direction && ` ${direction}`],
    ['in base units', base],
  ];
}

function period(own) {
  if (!own.period) return '';
  const { text, start, end } = own.period;
  return start || end ? `${text} (${start || '…'} – ${end || '…'})` : text;
}

function claimRows(claim, own, body, lang) {
  const roles = Object.entries(own.roles || {}).map(([role, refs]) =>
    [spaced(role), ...listed(refs.map(([entity]) => entityLink(body.entities[entity], lang)))]);
  const qualifiers = Object.entries(own.qualifiers || {}).map(([name, words]) =>
    [spaced(name), name === 'scope' ? spaced(words) : make('span', { lang }, words)]);
  const said = own.attribution;
  const restated = own.restates && claimById.get(own.restates);
  const restating = claim.relation ? undefined
    : claim.doc.claims.find((each) => !each.relation && rest(each).restates === claim.id);
  const other = restated || restating;
  return [
    ['subject', claim.subject ? entityLink(claim.subject, lang) : 'open: the text does not make plain who is meant'],
    [claim.relation ? spaced(claim.attribute) : 'kind',
      claim.relation ? entityLink(claim.others[0], lang) : `${claim.kind} · ${spaced(claim.attribute)}`],
    ...(claim.relation ? [] : valueRows(claim, own, lang)),
    ...roles, ...qualifiers, ['period', own.period ? make('span', { lang }, period(own)) : ''],
    ['modality', claim.modality],
    ['said by', ...(said ? [make('span', { lang }, said.text),
      ...(said.entity !== undefined ? [' (', entityLink(body.entities[said.entity], lang), ')'] : [])] : [])],
    ['said also as', other && button(other.text, () => selectClaim(other), { lang })],
    ['places', ...occurrences(claim, own)],
    ['confidence', String(claim.confidence)],
    ['rule', make('code', {}, own.rule)],
    ['id', make('a', { href: `#${claim.id}` }, claim.id)],
  ];
}

function showDetails(heading, ...content) {
  const close = button('×', () => letGo(), { className: 'close', ariaLabel: 'Close the details' });
  byId('details').replaceChildren(make('div', { className: 'head' }, heading, close), ...content);
  byId('details').hidden = false;
  byId('details').scrollTop = 0;
}

function showClaim(claim) {
  const body = bodyOf(claim.doc);
  const own = body.claims[claim.place];
  const lang = langOf(claim.doc);
  showDetails(make('h3', {}, claim.relation ? 'Relation' : 'Fact'),
    quotation(claim, own, body, lang), rows(claimRows(claim, own, body, lang)));
}

function showEntity(entity) {
  const doc = partsOf;
  const body = bodyOf(doc);
  const mentions = body.mentions.filter(([, , , at]) => at >= 0 && body.entities[at] === entity);
  const facts = claims.filter((claim) => claim.subject === entity || claim.others.includes(entity));
  const known = mentions.every(([, , , , flag]) => flag === 1);
  const lang = langOf(doc);
  const act = wanted.entity.has(entity.id) ? 'Show all facts again' : `Only facts that name ${entity.name}`;
  showDetails(make('h3', { lang }, entity.name), rows([
    ['type', entity.type],
    ['named here', counted(mentions.length, 'time')],
    ['found by', mentions.length === 0 ? '' : known ? 'the gazetteer' : 'the words beside it; it is in no gazetteer'],
    ['facts', `${facts.filter((claim) => claim.doc === doc).length} here, ${facts.length.toLocaleString('en')} in all`],
    ['id', make('code', {}, entity.id)],
  ]), make('p', {}, button(act, () => toggleKey('entity', entity.id), { className: 'act' })));
}

function showValue(part) {
  const words = parts.filter((each) => each.node.classList.contains('value') && each.begin === part.begin);
  showDetails(make('h3', { lang: langOf(partsOf) }, words.map((each) => each.node.textContent).join('')),
    make('p', {}, 'A value that gave no fact: what it says, or of what, was not certain enough.'));
}

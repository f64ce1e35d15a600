// Puts the page together: which document and fact are shown, and what keys and pointer do.

let shownDocument = null;
let selected = null;
let ofAll = false;  // the list shows the facts of all documents

const documentRow = (row, doc) => {
  const title = make('div', { className: 'name', lang: langOf(doc), dir: 'auto' }, doc.title || doc.id);
  const [facts, all] = [passingIn(doc), doc.facts.length];
  const some = facts === 0 && passing.has(doc) ? 'relations only' : `${facts} of ${counted(all, 'fact')}`;
  const shown = facts === all ? counted(all, 'fact') : some;
  const meta = [doc.published ? doc.published.slice(0, 10) : '', doc.lang, shown];
  row.append(title, make('div', { className: 'meta' }, meta.filter(Boolean).join(' · ')));
  row.title = doc.id;
};

const claimRow = (row, claim) => {
  const lang = langOf(claim.doc);
  const arrow = { up: ' ↑', down: ' ↓' }[claim.direction] || '';
  const modality = claim.modality === 'asserted' ? ''
    : make('span', { className: `modality ${claim.modality}` }, claim.modality);
  const subject = claim.subject ? make('span', { className: 'subject', lang }, claim.subject.name)
    : make('span', { className: 'open' }, 'subject open');
  const reading = claim.relation ? '' : readValue(claim.value, short);
  row.classList.toggle('relation', Boolean(claim.relation));
  row.append(
    make('div', { className: 'line' }, subject,
      make('span', { className: 'attribute' }, spaced(claim.attribute) + arrow), modality),
    make('div', { className: 'line' }, make('span', { className: 'written', lang }, claim.text),
      reading && reading !== claim.text ? make('span', { className: 'reading' }, reading) : '',
      make('span', { className: 'sure', title: 'confidence' }, String(claim.confidence))));
  if (ofAll) row.append(make('div', { className: 'meta', lang, dir: 'auto' }, claim.doc.title || claim.doc.id));
};

const documentList = new List(byId('documents-list'), {
  height: 64,
  fill: documentRow,
  choose: (doc) => {
    openDocument(doc);
    if (document.body.dataset.pane === 'documents') showPane('text');  // narrow windows show one or the other
  },
});
const factList = new List(byId('facts-list'), {
  height: 54, fill: claimRow, choose: (claim) => selectClaim(claim), point: (claim) => markClaim(claim, 'hovered'),
});

/// A document's claims as they stand in its text.
function inTextOrder(doc) {
  const body = bodyOf(doc);
  const place = (claim) => (body.claims[claim.place].spans[0] || body.claims[claim.place].quote)[0];
  return [...doc.claims].sort((a, b) => place(a) - place(b) || a.place - b.place);
}

function listFacts(stay = false) {
  const here = () => (shownDocument ? inTextOrder(shownDocument).filter((claim) => left.has.has(claim)) : []);
  const items = ofAll ? left.claims : here();
  factList.show(items, { height: ofAll ? 72 : 54, stay });
  if (!stay) factList.select(selected);
  const hidden = shownDocument && !ofAll ? shownDocument.facts.length : 0;
  byId('no-facts').hidden = items.length > 0;
  byId('no-facts').textContent = hidden > 0
    ? `${counted(hidden, 'fact')} here, none of which passes the filters.` : 'No facts.';
  byId('scope-document').setAttribute('aria-pressed', !ofAll);
  byId('scope-all').setAttribute('aria-pressed', ofAll);
  showScopeCounts();
}

function showScopeCounts() {
  byId('scope-document').textContent = `This document (${shownDocument ? passingIn(shownDocument) : 0})`;
  byId('scope-all').textContent = `All documents (${left.facts.toLocaleString('en')})`;
}

function showHead(doc) {
  const body = bodyOf(doc);
  byId('title').textContent = doc.title || doc.id;
  byId('title').lang = langOf(doc) || '';
  document.title = `${doc.title || doc.id} · hardfacts report`;
  const path = body.path && !body.path.endsWith(doc.id) ? body.path : '';
  const encoding = body.encoding === 'UTF-8' ? '' : body.encoding;
  const about = [doc.title ? doc.id : '', doc.published, doc.lang, path, encoding, (body.tags || []).join(', ')];
  byId('about').textContent = about.filter(Boolean).join(' · ');
  const warnings = byId('warnings');
  warnings.hidden = body.warnings.length === 0;
  warnings.querySelector('summary').textContent = counted(body.warnings.length, 'note');
  warnings.querySelector('ul').replaceChildren(...body.warnings.map((warning) => make('li', {},
    warning.span ? button(warning.message, () => scrollToSpan(warning.span)) : warning.message, ` [${warning.code}]`)));
}

function openDocument(doc) {
  if (doc === shownDocument) return;
  shownDocument = doc;
  selected = null;
  byId('details').hidden = true;
  showHead(doc);
  renderText(doc, byId('source'));
  markSearch();
  byId('text').scrollTop = 0;
  if (firstSpan(doc)) scrollToSpan(firstSpan(doc));
  documentList.select(doc);
  if (!ofAll) listFacts();
  else showScopeCounts();
}

function writeFragment(id) {
  try {
    history.replaceState(null, '', id ? `#${id}` : location.pathname + location.search);
  } catch {
    // Some browsers forbid it to pages from disk: the link in the details still works.
  }
}

function selectClaim(claim, at = 0) {
  if (claim.doc !== shownDocument) openDocument(claim.doc);
  selected = claim;
  factList.select(claim);
  markClaim(claim, 'selected');
  scrollToSpan(placeOf(claim, at));
  showClaim(claim);
  factList.select(claim);
  writeFragment(claim.id);
}

function letGo() {
  selected = null;
  byId('details').hidden = true;
  markClaim(null, 'selected');
  factList.select(null);
  writeFragment('');
}

/// The id of a fact or relation that the page's address names, or an empty string.
function addressed() {
  const id = location.hash.slice(1);
  return /^[fr]_[\w-]+$/.test(id) ? id : '';
}

/// Selects the fact that the page's address names. False where there is none.
function followAddress() {
  const claim = claimById.get(addressed());
  if (!claim) {
    if (addressed()) byId('counts').textContent = `${addressed()} is not in this report.`;
    return false;
  }
  if (!left.has.has(claim)) clearFilters();
  showOverview(false);
  selectClaim(claim);
  return true;
}

function showCounts() {
  const all = claims.reduce((count, claim) => count + (claim.relation ? 0 : 1), 0);
  const of = (some, total, what) => (filtersInForce() ? `${some.toLocaleString('en')} of ` : '') + counted(total, what);
  const facts = of(left.facts, all, 'fact');
  const docs = of(left.documents.length, documents.length, 'document');
  const faults = unreadable > 0 ? `; ${counted(unreadable, 'document')} could not be read` : '';
  const more = complete ? '' : ' … reading on';
  byId('counts').textContent = `${docs}, ${facts}, ${counted(left.relations, 'relation')}${faults}${more}`;
}

/// Brings the page in line with the filters.
function filtersChanged() {
  applyFilters();
  showChosen();
  showCounts();
  documentList.show(left.documents);
  documentList.select(shownDocument);
  listFacts();
  dimText();
  markSearch();
  drawOverview();
  const gone = shownDocument && left.documents.length > 0 && !left.documents.includes(shownDocument);
  if (gone) openDocument(left.documents[0]);
}

function showOverview(on) {
  byId('overview').hidden = !on;
  byId('reader').hidden = on;
  byId('show-overview').setAttribute('aria-pressed', on);
  document.body.classList.toggle('overview', on);
  if (on) drawOverview();
  else {
    documentList.draw();
    factList.draw();
  }
}

function showScope(all) {
  ofAll = all;
  listFacts();
}

const themes = ['auto', 'light', 'dark'];
function showTheme(theme) {
  document.documentElement.style.colorScheme = theme === 'auto' ? 'light dark' : theme;
  document.documentElement.dataset.theme = theme;
  byId('theme').textContent = `Theme: ${theme}`;
}
function nextTheme() {
  const theme = themes[(themes.indexOf(document.documentElement.dataset.theme) + 1) % themes.length];
  showTheme(theme);
  try {
    localStorage.setItem('hardfacts-theme', theme);
  } catch {
    // Kept for this sitting only.
  }
}
function rememberedTheme() {
  try {
    const theme = localStorage.getItem('hardfacts-theme');
    return themes.includes(theme) ? theme : 'auto';
  } catch {
    return 'auto';
  }
}

const partAt = (event) => {
  const node = event.target.closest && event.target.closest('[data-part]');
  return node ? parts[Number(node.dataset.part)] : null;
};

function textClicked(event) {
  const part = partAt(event);
  if (!part || !getSelection().isCollapsed) return;
  const here = part.claims.filter((claim) => left.has.has(claim));
  const all = here.length > 0 ? here : part.claims;
  if (all.length > 0) {  // several facts of one value: the next one
    const claim = all[(all.indexOf(selected) + 1) % all.length];
    if (ofAll || !left.has.has(claim)) showScope(false);
    selectClaim(claim, rest(claim).spans.findIndex((span) => within(part, span)));
  } else if (part.entity) {
    showEntity(part.entity);
  } else if (part.node.classList.contains('value')) {
    showValue(part);
  }
}

const names = (claim, entity) => claim.subject === entity || claim.others.includes(entity);

/// Lights up the facts that the thing under the pointer belongs to.
function textPointed(event) {
  const part = partAt(event);
  if (!part) return factList.lightUp([]);
  const naming = () => (part.entity ? shownDocument.claims.filter((claim) => names(claim, part.entity)) : []);
  factList.lightUp(part.claims.length > 0 ? part.claims : naming());
  markClaim(part.claims[0] || null, 'hovered');
}

/// Steps in a list, and goes there, so that what is chosen is read out.
function stepIn(list, by) {
  list.element.focus({ preventScroll: true });
  list.step(by);
}

const keys = {
  j: () => stepIn(factList, 1),
  k: () => stepIn(factList, -1),
  n: () => stepIn(documentList, 1),
  p: () => stepIn(documentList, -1),
  '/': () => byId('search').focus(),
  a: () => showScope(!ofAll),
  o: () => showOverview(byId('overview').hidden),
  x: clearFilters,
  t: nextTheme,
  '?': () => byId('help').showModal(),
  Escape: letGo,
};

function keyPressed(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || byId('help').open) return;
  const field = event.target.closest('input, select, textarea');
  if (field) {
    if (event.key === 'Escape' && field.id === 'search') field.blur();
    return;
  }
  if (document.querySelector(':popover-open') || !(event.key in keys)) return;
  event.preventDefault();
  keys[event.key]();
}

function showPane(name) {
  document.body.dataset.pane = name;
  for (const each of document.querySelectorAll('.panes button')) {
    each.setAttribute('aria-pressed', each.dataset.pane === name);
  }
  documentList.draw();
  factList.draw();
  if (name === 'text' && selected) scrollToSpan(placeOf(selected));
}

function listen() {
  let waiting = 0;
  byId('search').addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => setSearch(byId('search').value), 150);
  });
  byId('confidence').addEventListener('input', () => {
    wantedConfidence = Number(byId('confidence').value);
    filtersChanged();
  });
  byId('order').addEventListener('change', () => filtersChanged());
  byId('source').addEventListener('click', textClicked);
  byId('source').addEventListener('mouseover', textPointed);
  byId('source').addEventListener('mouseleave', () => {
    factList.lightUp([]);
    markClaim(null, 'hovered');
  });
  byId('scope-document').addEventListener('click', () => showScope(false));
  byId('scope-all').addEventListener('click', () => showScope(true));
  byId('show-overview').addEventListener('click', keys.o);
  byId('show-help').addEventListener('click', keys['?']);
  byId('theme').addEventListener('click', nextTheme);
  for (const each of document.querySelectorAll('.panes button')) {
    each.addEventListener('click', () => showPane(each.dataset.pane));
  }
  document.addEventListener('keydown', keyPressed);
  addEventListener('hashchange', followAddress);
  addEventListener('resize', drawOverview);
  addEventListener('beforeprint', preparePrint);
  addEventListener('afterprint', () => byId('print').replaceChildren());
}

let complete = false;  // all documents have come

/// Opens what is to be seen first, as soon as it has come.
function openFirst() {
  if (shownDocument || documents.length === 0) return;
  if (addressed() && (complete || claimById.has(addressed())) && followAddress()) return;
  if (addressed() && !complete) return;
  const first = documents.find((doc) => doc.facts.length > 0);
  if (first || complete) openDocument(first || documents[0]);
}

/// Takes in the documents that have come: of thousands the first can be read while the others are still on their way.
function takeIn() {
  if (complete) return;
  const began = performance.now();
  const before = documents.length;
  complete = document.readyState !== 'loading';
  readDocuments(complete);
  if (documents.length > before || complete) showDocuments();
  const took = performance.now() - began;  // most of the time is for the browser's reading
  if (!complete) setTimeout(takeIn, Math.max(documents.length < 100 ? 50 : 400, 10 * took));
}

/// Brings the page in line with the documents that have come.
function showDocuments() {
  document.body.classList.remove('loading');
  applyFilters();
  showCounts();
  documentList.show(left.documents, { stay: true });
  if (ofAll) listFacts(true);
  else showScopeCounts();
  drawOverview();
  openFirst();
  if (!complete) return;
  if (wantedText) setSearch(byId('search').value);
  if (documents.length > 0) return;
  byId('source').replaceChildren(make('p', { className: 'note' }, 'There are no documents in this report.'));
  listFacts();
}

function start() {
  showTheme(rememberedTheme());
  makeFacets();
  makeTypes();
  listen();
  showPane('text');
  document.addEventListener('DOMContentLoaded', takeIn);
  takeIn();
}

start();

// What is wanted of the facts, and which facts that leaves.

const ofType = (type) => (claim) => {
  const found = claim.others.filter((entity) => entity.type === type);
  if (claim.subject && claim.subject.type === type) found.push(claim.subject);
  return found.map((entity) => entity.id);
};
const nameOf = (id) => (entityById.has(id) ? entityById.get(id).name : id);

/// Of each facet: what it is called, the keys of a fact, and how a key is shown. One without a button is set elsewhere.
const facets = {
  company: { title: 'Company', keys: ofType('company'), shown: nameOf },
  chip: { title: 'Chip', keys: ofType('chip'), shown: nameOf },
  attribute: { title: 'Attribute', keys: (claim) => [claim.attribute], shown: spaced },
  kind: { title: 'Kind', keys: (claim) => [claim.kind], shown: spaced },
  modality: { title: 'Modality', keys: (claim) => [claim.modality], shown: spaced },
  entity: {
    title: 'Named', hidden: true, shown: nameOf,
    keys: (claim) => [...(claim.subject ? [claim.subject.id] : []), ...claim.others.map((entity) => entity.id)],
  },
  period: {
    title: 'Published', hidden: true, shown: (key) => key,
    keys: (claim) => [4, 7, 10].map((length) => (claim.doc.published || '').slice(0, length)),
  },
};

const wanted = Object.fromEntries(Object.keys(facets).map((name) => [name, new Set()]));
let wantedText = '';
let wantedConfidence = 0;
let found = null;  // what the search found: {documents: Set, claims: Set}; null: nothing is searched for

/// True if the fact passes every facet but `except`, the confidence and the search.
function passes(claim, except = '') {
  if (claim.confidence < wantedConfidence) return false;
  if (found && !found.claims.has(claim)) return false;
  return passesFacets(claim, except);
}

function passesFacets(claim, except = '') {
  for (const name in facets) {
    const keys = wanted[name];
    if (keys.size === 0 || name === except) continue;
    if (!facets[name].keys(claim).some((key) => keys.has(key))) return false;
  }
  return true;
}

const facetsInForce = () => wantedConfidence > 0 || Object.values(wanted).some((keys) => keys.size > 0);
const filtersInForce = () => facetsInForce() || wantedText !== '';

const left = { documents: [], claims: [], has: new Set(), facts: 0, relations: 0 };

/// Of a document that has any that pass, how many of its facts do; counted by applyFilters().
const passing = new Map();
const passingIn = (doc) => passing.get(doc) || 0;

function applyFilters() {
  left.claims = filtersInForce() ? claims.filter((claim) => passes(claim)) : claims;
  left.has = filtersInForce() ? new Set(left.claims) : { has: () => true };
  left.relations = left.claims.reduce((count, claim) => count + (claim.relation ? 1 : 0), 0);
  left.facts = left.claims.length - left.relations;
  passing.clear();
  for (const claim of left.claims) passing.set(claim.doc, passingIn(claim.doc) + (claim.relation ? 0 : 1));
  let held = null;  // documents with a fact that passes the facets, whatever the search says of the fact
  if (facetsInForce()) {
    held = new Set();
    for (const claim of claims) {
      if (claim.confidence >= wantedConfidence && passesFacets(claim)) held.add(claim.doc);
    }
  }
  left.documents = documents.filter((doc) =>
    (!held || held.has(doc)) && (!found || found.documents.has(doc) || passing.has(doc)));
  orderDocuments();
}

function orderDocuments() {
  const order = byId('order').value;
  const newest = (a, b) => (b.published || '').localeCompare(a.published || '');
  const fullest = (a, b) => passingIn(b) - passingIn(a);
  if (order !== 'input') left.documents.sort(order === 'newest' ? newest : fullest);
}

/// [key, how many of the facts have it], most first.
function countKeys(name, of) {
  const counts = new Map();
  for (const claim of of) {
    const keys = facets[name].keys(claim);
    for (const key of keys.length > 1 ? new Set(keys) : keys) counts.set(key, (counts.get(key) || 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}

/// The same of the facts that pass the other filters; what is chosen is among it.
function facetCounts(name) {
  const counts = countKeys(name, claims.filter((claim) => passes(claim, name)));
  const present = new Set(counts.map(([key]) => key));
  for (const key of wanted[name]) if (!present.has(key)) counts.push([key, 0]);
  return counts;
}

function toggleKey(name, key) {
  if (!wanted[name].delete(key)) wanted[name].add(key);
  filtersChanged();
}

function clearFilters() {
  for (const keys of Object.values(wanted)) keys.clear();
  wantedConfidence = 0;
  byId('confidence').value = 0;
  byId('search').value = '';
  setSearch('');
}

const mostShown = 200;

/// The choices of a facet, opened below its button.
function fillFacet(name, popover) {
  const counts = facetCounts(name);
  const list = make('ul');
  const filter = make('input', { type: 'search', placeholder: `Find in ${counts.length.toLocaleString('en')}` });
  filter.setAttribute('aria-label', `Find a ${facets[name].title.toLowerCase()}`);
  const draw = () => {
    const words = folded(filter.value);
    const shown = counts.filter(([key]) => folded(facets[name].shown(key)).includes(words));
    list.replaceChildren(...shown.slice(0, mostShown).map(([key, count]) => {
      const box = make('input', { type: 'checkbox', checked: wanted[name].has(key) });
      box.addEventListener('change', () => toggleKey(name, key));
      return make('li', {}, make('label', {}, box, make('span', {}, facets[name].shown(key)),
        make('span', { className: 'count' }, count.toLocaleString('en'))));
    }));
    const further = shown.length === 0 ? 'none' : shown.length > mostShown ? `and ${shown.length - mostShown} more` : '';
    if (further) list.append(make('li', { className: 'note' }, further));
  };
  filter.addEventListener('input', draw);
  draw();
  popover.replaceChildren(...(counts.length > 8 ? [filter] : []), list);
}

function makeFacets() {
  for (const [name, facet] of Object.entries(facets)) {
    if (facet.hidden) continue;
    const popover = make('div', { id: `facet-${name}`, className: 'choices', popover: 'auto', role: 'group' });
    popover.setAttribute('aria-label', facet.title);
    const button = make('button', { type: 'button', className: 'facet' }, facet.title);
    button.setAttribute('popovertarget', popover.id);
    button.setAttribute('aria-haspopup', 'true');
    popover.addEventListener('beforetoggle', (event) => {
      if (event.newState !== 'open') return;
      fillFacet(name, popover);
      const place = button.getBoundingClientRect();
      popover.style.top = `${place.bottom + 4}px`;
      popover.style.left = `${Math.max(8, Math.min(place.left, innerWidth - 312))}px`;
    });
    facet.button = button;
    byId('facets').append(button, popover);
  }
}

/// What is in force, each with a button that takes it away.
function showChosen() {
  const chips = [];
  for (const [name, keys] of Object.entries(wanted)) {
    if (facets[name].button) facets[name].button.classList.toggle('set', keys.size > 0);
    for (const key of keys) {
      const chip = make('button', { type: 'button', className: 'pick' }, `${facets[name].shown(key)} `,
        make('span', { 'aria-hidden': 'true' }, '×'));
      chip.setAttribute('aria-label', `Take away ${facets[name].title} ${facets[name].shown(key)}`);
      chip.addEventListener('click', () => toggleKey(name, key));
      chips.push(chip);
    }
  }
  if (filtersInForce()) {
    const clear = make('button', { type: 'button', className: 'pick clear' }, 'Clear all');
    clear.addEventListener('click', clearFilters);
    chips.push(clear);
  }
  byId('chosen').replaceChildren(...chips);
  byId('confidence-shown').value = wantedConfidence > 0 ? `≥ ${wantedConfidence}` : 'any';
}

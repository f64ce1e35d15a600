// The documents, as write/report.h lays them down: an index is read as soon as it has come, a body when it is wanted.

const byId = (id) => document.getElementById(id);

/// An element with properties and children. Children are nodes or strings, and strings become text, never markup.
function make(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined || value === null) continue;
    if (name in element && name !== 'role') element[name] = value;
    else element.setAttribute(name, value);
  }
  element.append(...children);
  return element;
}

const spaced = (name) => name.replaceAll('_', ' ');
const counted = (count, what) => `${count.toLocaleString('en')} ${what}${count === 1 ? '' : 's'}`;
/// The language for a lang attribute; of mixed text the Japanese part needs its glyphs.
const langOf = (doc) => (doc.lang === 'en' ? 'en' : doc.lang === 'other' ? undefined : 'ja');

const documents = [];  // {number, id, title, published, lang, mentions, entities, facts, relations, claims}
const claims = [];     // every fact, then every relation, document by document; relations look like facts
const claimById = new Map();
const entityById = new Map();  // id -> {id, name, type}
let unreadable = 0;

function entityOf([id, name]) {
  let entity = entityById.get(id);
  if (!entity) {
    entity = { id, name, type: id.slice(0, id.indexOf(':')) };
    entityById.set(id, entity);
  }
  return entity;
}

function addClaim(doc, claim) {
  claim.number = claims.length;
  claim.doc = doc;
  claim.place = doc.claims.length;
  claims.push(claim);
  doc.claims.push(claim);
  if (!claimById.has(claim.id)) claimById.set(claim.id, claim);
}

function addDocument(doc, body) {
  doc.number = documents.length;
  doc.body = body;
  doc.claims = [];
  doc.entities = doc.entities.map(entityOf);
  documents.push(doc);
  for (const fact of doc.facts) {
    fact.subject = fact.subject === undefined ? null : doc.entities[fact.subject];
    fact.others = (fact.others || []).map((each) => doc.entities[each]);
    addClaim(doc, fact);
  }
  for (const relation of doc.relations) {
    relation.relation = true;
    relation.kind = 'relation';
    relation.attribute = relation.type;
    relation.subject = doc.entities[relation.from];
    relation.others = [doc.entities[relation.to]];
    relation.text = relation.others[0].name;
    addClaim(doc, relation);
  }
}

let lastBody = null;  // up to here the pieces are read

/// Reads the indexes that have come since the last call. `all`: no more come; else a piece may not have ended yet.
function readDocuments(all) {
  const place = byId('documents');
  let index = lastBody ? lastBody.nextElementSibling : place && place.firstElementChild;
  while (index) {
    const body = index.nextElementSibling;
    if (!body || !(all || body.nextElementSibling)) return;
    try {
      addDocument(JSON.parse(index.textContent), body);
    } catch {
      ++unreadable;
    }
    index.remove();
    lastBody = body;
    index = body.nextElementSibling;
  }
}

/// What was read last: stepping to and fro between two documents reads each once.
const bodiesRead = new Map();

/// The document's text, mentions and the rest of its claims. body.claims stands in the order of doc.claims.
function bodyOf(doc) {
  let body = bodiesRead.get(doc);
  if (body) return body;
  body = JSON.parse(doc.body.textContent);
  body.entities = doc.entities.concat(body.entities.map(entityOf));
  body.claims = body.facts.concat(body.relations);
  if (bodiesRead.size >= 8) bodiesRead.delete(bodiesRead.keys().next().value);
  bodiesRead.set(doc, body);
  return body;
}

/// The claim's part of its document's body.
const rest = (claim) => bodyOf(claim.doc).claims[claim.place];

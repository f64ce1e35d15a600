// On paper: the document that is shown, its values numbered, and the table of its facts; or the overview.

function printedRow(claim, number) {
  const lang = langOf(claim.doc);
  const value = claim.relation ? claim.text : `${claim.text} (${readValue(claim.value, grouped)})`;
  const arrow = { up: ' ↑', down: ' ↓' }[claim.direction] || '';
  const cells = [String(number), claim.subject ? claim.subject.name : '–', spaced(claim.attribute) + arrow, value,
    claim.modality, String(claim.confidence)];
  const fromText = (at) => at === 1 || at === 3;
  return make('tr', {}, ...cells.map((cell, at) => make('td', { lang: fromText(at) ? lang : undefined }, cell)));
}

function preparePrint() {
  const doc = partsOf;
  if (!doc || !byId('overview').hidden) return;
  const shown = inTextOrder(doc).filter((claim) => left.has.has(claim));
  const text = byId('source').cloneNode(true);
  text.removeAttribute('id');
  text.querySelectorAll('[data-part]').forEach((node) => {
    const part = parts[Number(node.dataset.part)];
    const ends = part.claims.filter((claim) => rest(claim).spans.some((span) => span[1] === part.end));
    const numbers = ends.map((claim) => shown.indexOf(claim) + 1).filter((number) => number > 0);
    if (numbers.length > 0) node.after(make('sup', {}, numbers.join(', ')));
    if (part.claims.length > 0 && !part.claims.some((claim) => left.has.has(claim))) node.classList.remove('held');
  });
  const columns = ['', 'subject', 'attribute', 'value', 'modality', 'confidence'];
  const head = make('tr', {}, ...columns.map((name) => make('th', {}, name)));
  const body = shown.map((claim, at) => printedRow(claim, at + 1));
  byId('print').replaceChildren(
    make('h1', { lang: langOf(doc) }, doc.title || doc.id), make('p', {}, byId('about').textContent), text,
    make('h2', {}, counted(shown.length, 'claim')),
    make('table', {}, make('thead', {}, head), make('tbody', {}, ...body)));
}

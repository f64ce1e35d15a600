// The overview: how many facts there are by company, by attribute and over time, of those that pass the filters.

const svg = (tag, properties = {}, ...children) => {
  const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
  for (const [name, value] of Object.entries(properties)) element.setAttribute(name, value);
  element.append(...children);
  return element;
};

/// Makes a part of a chart a button that sets a filter.
function pressable(element, label, pressed, act) {
  element.setAttribute('role', 'button');
  element.setAttribute('tabindex', '0');
  element.setAttribute('aria-label', label);
  element.setAttribute('aria-pressed', pressed);
  element.addEventListener('click', act);
  element.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    act();
  });
  return element;
}

/// As much of a name as fits, measured roughly: characters of full width take two places.
function cut(text, room) {
  let taken = 0;
  for (let at = 0; at < text.length; ++at) {
    taken += text.charCodeAt(at) > 0x2e7f ? 2 : 1;
    if (taken > room) return `${text.slice(0, Math.max(1, at - 1))}…`;
  }
  return text;
}

const barRows = 15;

function bars(name, width) {
  const counts = countKeys(name, left.claims.filter((claim) => !claim.relation));
  const shown = counts.slice(0, barRows);
  const [label, tail, height] = [Math.min(190, width * 0.38), 56, 24];
  const most = Math.max(1, ...shown.map(([, count]) => count));
  const chart = svg('svg', { viewBox: `0 0 ${width} ${Math.max(1, shown.length) * height}`, width, role: 'group',
    height: Math.max(1, shown.length) * height, 'aria-label': `Facts by ${name}` });
  shown.forEach(([key, count], at) => {
    const long = (count / most) * (width - label - tail);
    const shownName = facets[name].shown(key);
    const row = svg('g', { class: wanted[name].has(key) ? 'press set' : 'press' },
      svg('title', {}, `${shownName}: ${counted(count, 'fact')}`),
      svg('rect', { class: 'hit', x: 0, y: at * height, width, height }),
      svg('text', { x: label - 8, y: at * height + 16, 'text-anchor': 'end' }, cut(shownName, label / 7)),
      svg('rect', { class: 'mark', x: label, y: at * height + 5, width: Math.max(1, long), height: height - 10 }),
      svg('text', { class: 'count', x: label + long + 6, y: at * height + 16 }, count.toLocaleString('en')));
    chart.append(pressable(row, `${shownName}: ${counted(count, 'fact')}`, wanted[name].has(key),
      () => toggleKey(name, key)));
  });
  const further = counts.length - shown.length;
  const note = shown.length === 0 ? 'None.' : further > 0 ? `and ${further.toLocaleString('en')} more` : '';
  return make('figure', {}, make('figcaption', {}, `Facts by ${name}`), chart, make('p', { className: 'note' }, note));
}

const year = 365.25 * 864e5;
const between = (first, last) => Date.parse(last) - Date.parse(first);

/// Without the few that are much older than the rest: a chart of the last months says more than one of ten years.
function mainDates(dates) {
  const last = dates[dates.length - 1][0];
  if (between(dates[0][0], last) <= 6 * year) return dates;
  const total = dates.reduce((sum, [, count]) => sum + count, 0);
  let older = 0;
  const start = dates.findIndex(([, count]) => (older += count) > 0.05 * total);
  return between(dates[start][0], last) <= 6 * year ? dates.slice(start) : dates;
}

/// The days, months or years from the first date to the last, and how many facts each has. `dates`: sorted, counted.
function periods(dates) {
  const [first, last] = [dates[0][0], dates[dates.length - 1][0]];
  const length = between(first, last) <= year / 6 ? 10 : between(first, last) <= 6 * year ? 7 : 4;
  const counts = new Map();
  const day = new Date(`${first.slice(0, length).padEnd(10, '-01')}T00:00:00Z`);
  while (counts.size < 400) {
    const key = day.toISOString().slice(0, length);
    counts.set(key, 0);
    if (key >= last.slice(0, length)) break;
    if (length === 10) day.setUTCDate(day.getUTCDate() + 1);
    else if (length === 7) day.setUTCMonth(day.getUTCMonth() + 1);
    else day.setUTCFullYear(day.getUTCFullYear() + 1);
  }
  for (const [date, count] of dates) {
    const key = date.slice(0, length);
    if (counts.has(key)) counts.set(key, counts.get(key) + count);
  }
  return [...counts];
}

/// [date of publication, facts that pass] of each document that has both, sorted.
function datedFacts() {
  return [...passing].filter(([, count]) => count > 0)
    .map(([doc, count]) => [(doc.published || '').slice(0, 10), count])
    .filter(([date]) => /^\d{4}-\d\d-\d\d$/.test(date) && !Number.isNaN(Date.parse(date)))
    .sort((a, b) => (a[0] < b[0] ? -1 : 1));
}

/// A round number at or above `most` that is easily halved.
function ceiling(most) {
  const scale = 10 ** Math.floor(Math.log10(Math.max(1, most)));
  return [1, 2, 4, 6, 8, 10].map((step) => step * scale).find((top) => top >= most);
}

function timeline(width) {
  const all = datedFacts();
  const dates = all.length > 0 ? mainDates(all) : all;
  const figure = make('figure', { className: 'wide' }, make('figcaption', {}, 'Facts by date of publication'));
  const facts = (some) => some.reduce((sum, [, count]) => sum + count, 0);
  const [undated, older] = [left.facts - facts(all), facts(all) - facts(dates)];
  const notes = [older > 0 ? `${counted(older, 'fact')} in older documents` : '',
    undated > 0 ? `${counted(undated, 'fact')} in documents without a date` : ''];
  const note = make('p', { className: 'note' }, notes.filter(Boolean).join('; '));
  if (dates.length === 0) {
    figure.append(note);
    return figure;
  }
  const columns = periods(dates);
  const [height, foot, side] = [200, 22, 48];
  const top = ceiling(Math.max(...columns.map(([, count]) => count)));
  const step = (width - side) / columns.length;
  const chart = svg('svg', { viewBox: `0 0 ${width} ${height + foot}`, width, height: height + foot, role: 'group',
    'aria-label': 'Facts by date of publication' });
  for (const share of [0, 0.5, 1]) {
    const y = height - share * (height - 12);
    chart.append(svg('line', { class: 'grid', x1: side, x2: width, y1: y, y2: y }),
      svg('text', { class: 'count', x: side - 8, y: y + 4, 'text-anchor': 'end' }, (top * share).toLocaleString('en')));
  }
  const every = Math.ceil(columns.length / Math.max(1, Math.floor((width - side) / 80)));
  columns.forEach(([key, count], at) => {
    const tall = (count / top) * (height - 12);
    const x = side + at * step;
    const wide = Math.min(40, Math.max(1, step * 0.8));
    if (at % every === 0) {
      chart.append(svg('text', { class: 'count', x: x + step / 2, y: height + 16, 'text-anchor': 'middle' }, key));
    }
    if (count === 0) return;
    const column = svg('g', { class: wanted.period.has(key) ? 'press set' : 'press' },
      svg('title', {}, `${key}: ${counted(count, 'fact')}`),
      svg('rect', { class: 'hit', x, y: 0, width: step, height }),
      svg('rect', { class: 'mark', x: x + (step - wide) / 2, y: height - tall, width: wide, height: tall }));
    chart.append(pressable(column, `${key}: ${counted(count, 'fact')}`, wanted.period.has(key),
      () => toggleKey('period', key)));
  });
  figure.append(chart, note);
  return figure;
}

function figures() {
  const facts = left.claims.filter((claim) => !claim.relation);
  const companies = countKeys('company', left.claims).length;
  const open = facts.filter((claim) => !claim.subject).length;
  const share = facts.length === 0 ? '–' : `${Math.round((100 * (facts.length - open)) / facts.length)}%`;
  const pairs = [[facts.length, 'facts'], [left.relations, 'relations'], [left.documents.length, 'documents'],
    [companies, 'companies'], [share, 'of facts have a subject']];
  return make('ul', { className: 'figures' }, ...pairs.map(([number, what]) =>
    make('li', {}, make('b', {}, number.toLocaleString('en')), ` ${what}`)));
}

function drawOverview() {
  const place = byId('overview');
  if (place.hidden) return;
  const focus = place.contains(document.activeElement) && document.activeElement.getAttribute('aria-label');
  const room = Math.min(1180, place.clientWidth - 48);
  const half = room > 760 ? (room - 40) / 2 : room;
  place.replaceChildren(figures(), make('div', { className: 'charts' }, bars('company', half), bars('attribute', half),
    timeline(room)));
  if (!focus) return;
  [...place.querySelectorAll('[role=button]')].find((each) => each.getAttribute('aria-label') === focus)?.focus();
}

// A list of any length, of which the rows in sight exist. Rows are of one height.

class List {
  /// `fill(row, item)` writes a row, `choose(item)` is told of a choice, `point(item or null)` of the pointer.
  constructor(element, { height, fill, choose, point = () => {} }) {
    Object.assign(this, { element, height, fill, choose, point, items: [], at: -1, rows: new Map() });
    this.inner = make('div', { className: 'rows', role: 'presentation' });
    element.append(this.inner);
    element.addEventListener('scroll', () => this.draw(), { passive: true });
    element.addEventListener('keydown', (event) => this.key(event));
    this.inner.addEventListener('click', (event) => this.chooseAt(this.numberOf(event.target)));
    this.inner.addEventListener('mouseover', (event) => this.point(this.items[this.numberOf(event.target)] || null));
    this.inner.addEventListener('mouseleave', () => this.point(null));
    new ResizeObserver(() => this.draw()).observe(element);
  }

  numberOf(node) {
    const row = node.closest('.row');
    return row ? Number(row.dataset.number) : -1;
  }

  /// `stay`: what is in sight remains so, for the items are as before and some more.
  show(items, { height = this.height, stay = false } = {}) {
    const selected = this.items[this.at];
    this.items = items;
    this.height = height;
    this.at = stay ? items.indexOf(selected) : -1;
    this.inner.replaceChildren();
    this.rows.clear();
    this.inner.style.height = `${items.length * height}px`;
    if (!stay) this.element.scrollTop = 0;
    this.draw();
  }

  draw() {
    const { scrollTop, clientHeight } = this.element;
    const spare = 6;
    const first = Math.max(0, Math.floor(scrollTop / this.height) - spare);
    const last = Math.min(this.items.length, Math.ceil((scrollTop + clientHeight) / this.height) + spare);
    for (const [number, row] of this.rows) {
      if (number >= first && number < last) continue;
      row.remove();
      this.rows.delete(number);
    }
    for (let number = first; number < last; ++number) if (!this.rows.has(number)) this.add(number);
    this.mark();
  }

  add(number) {
    const row = make('div', { className: 'row', role: 'option', id: `${this.element.id}-${number}` });
    row.dataset.number = number;
    row.style.transform = `translateY(${number * this.height}px)`;
    row.style.height = `${this.height}px`;
    row.setAttribute('aria-posinset', number + 1);
    row.setAttribute('aria-setsize', this.items.length);
    this.fill(row, this.items[number]);
    this.rows.set(number, row);
    this.inner.append(row);
  }

  mark() {
    for (const [number, row] of this.rows) row.setAttribute('aria-selected', number === this.at);
    const row = this.rows.get(this.at);
    if (row) this.element.setAttribute('aria-activedescendant', row.id);
    else this.element.removeAttribute('aria-activedescendant');
  }

  /// Selects without telling, and brings into sight.
  select(item) {
    this.at = this.items.indexOf(item);
    if (this.at >= 0) {
      const top = this.at * this.height;
      const { scrollTop, clientHeight } = this.element;
      if (top < scrollTop || top + this.height > scrollTop + clientHeight) {
        this.element.scrollTop = top - (clientHeight - this.height) / 2;
      }
    }
    this.draw();
  }

  chooseAt(number) {
    const item = this.items[number];
    if (item) this.choose(item);
  }

  /// Chooses the item so many rows further.
  step(by) {
    if (this.items.length === 0) return;
    this.chooseAt(this.at < 0 ? 0 : Math.min(this.items.length - 1, Math.max(0, this.at + by)));
  }

  key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const page = Math.max(1, Math.floor(this.element.clientHeight / this.height) - 1);
    const steps = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page };
    const ends = { Home: 0, End: this.items.length - 1 };
    if (event.key in steps) this.step(steps[event.key]);
    else if (event.key in ends) this.chooseAt(ends[event.key]);
    else return;
    event.preventDefault();
  }

  /// Gives the rows of these items a class, and takes it from the others.
  lightUp(items) {
    for (const [number, row] of this.rows) row.classList.toggle('lit', items.includes(this.items[number]));
  }
}

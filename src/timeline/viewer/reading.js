// What people read: the event panel and the list, equal to the other views.

export class Reading {
  // panels: promise of the HTML of each event's panel by id.
  constructor(root, scene, state, panels) {
    Object.assign(this, { root, scene, state, panels: {} });
    panels.then(texts => {
      this.panels = texts;
      if (state.get('event')) this.read(state.get('event'));
    }, () => {}); // the viewer says that it cannot start
    this.panel = root.querySelector('.cc-panel');
    this.intro = this.panel.innerHTML;
    this.list = root.querySelector('.cc-list');
    this.rows = new Map([...this.list.querySelectorAll('[data-event-id]')]
      .map(row => [row.dataset.eventId, row]));
    this.list.addEventListener('click', e => {
      const row = e.target.closest('[data-event-id]');
      if (row) state.set({ event: row.dataset.eventId }, 'list');
    });
    for (const [type, leave] of [['pointerover', false], ['pointerout', true]]) {
      this.list.addEventListener(type, e => {
        const row = e.target.closest('[data-event-id]');
        state.set({ hover: row && !leave ? row.dataset.eventId : null });
      });
    }
    this.list.addEventListener('keydown', e => this.keys(e));
    this.panel.addEventListener('click', e => this.clicks(e));
    this.peek = root.querySelector('.cc-peek');
    this.peek.addEventListener('click', () => this.panel.scrollIntoView({ block: 'start' }));
    const expand = root.querySelector('[data-expand]');
    expand.addEventListener('click', () => {
      const open = root.classList.toggle('cc-listing');
      expand.setAttribute('aria-expanded', open);
      expand.textContent = open ? 'Short list' : 'Full list';
    });
  }

  shownRows() { return [...this.rows.values()].filter(row => !row.parentElement.hidden); }

  keys(e) {
    const rows = this.shownRows(), at = rows.indexOf(e.target.closest('[data-event-id]'));
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[e.key];
    if (to === undefined || !rows[to]) return;
    e.preventDefault();
    e.stopPropagation();
    this.tabStop(rows[to]);
    rows[to].focus();
  }

  tabStop(row) {
    for (const other of this.rows.values()) other.tabIndex = other === row ? 0 : -1;
  }

  clicks(e) {
    const to = e.target.closest('[data-select],[data-claim],[data-note],[data-copy]');
    if (!to) return;
    const { select, claim, note, copy, citation } = to.dataset;
    if (e.ctrlKey || e.metaKey || e.shiftKey) return;
    e.preventDefault();
    if (select) this.state.set({ event: select }, 'panel');
    else if (claim || note) {
      const target = this.panel.querySelector(claim ? `#claim-${CSS.escape(claim)}`
        : to.getAttribute('href').replace(/^#(.*)$/, (m, id) => `#${CSS.escape(id)}`));
      if (!target) return;
      target.scrollIntoView({ block: 'nearest' });
      target.classList.add('cc-flash');
      setTimeout(() => target.classList.remove('cc-flash'), 1200);
    } else if (copy) {
      const text = copy === 'link' ? this.link() : `${citation}, ${this.link()}`;
      navigator.clipboard.writeText(text).then(
        () => { to.textContent = 'Copied'; }, () => { prompt('Copy this:', text); });
      setTimeout(() => { to.textContent = copy === 'link' ? 'Copy link' : 'Copy citation'; }, 1500);
    }
  }

  link() {
    const link = new URL(location.href);
    link.searchParams.set('event', this.state.get('event'));
    return link.href;
  }

  follow(changed) {
    if (changed.has('visible')) {
      const visible = this.state.get('visible');
      for (const [id, row] of this.rows) row.parentElement.hidden = !!visible && !visible.has(id);
      const count = visible ? visible.size : this.rows.size;
      this.root.querySelector('.cc-empty').hidden = count > 0;
      this.root.querySelector('[data-result]').textContent = count === this.rows.size
        ? `${count} events` : `${count} of ${this.rows.size} events`;
      const first = this.shownRows()[0];
      if (first && !this.shownRows().some(r => r.tabIndex === 0)) this.tabStop(first);
    }
    if (changed.has('event')) this.select(this.state.get('event'));
    if (changed.has('hover')) {
      if (this.hovered) this.hovered.classList.remove('cc-hover');
      this.hovered = this.rows.get(this.state.get('hover'));
      if (this.hovered) this.hovered.classList.add('cc-hover');
    }
  }

  select(id) {
    this.root.classList.toggle('cc-chosen', !!id); // the list is shorter from here on
    if (this.row) this.row.removeAttribute('aria-current');
    this.row = this.rows.get(id);
    if (this.row) {
      this.row.setAttribute('aria-current', 'true');
      this.tabStop(this.row);
      requestAnimationFrame(() => this.reveal()); // the page is laid out once, for all views
    }
    this.panel.scrollTop = 0; // before the text changes: the page is laid out only once
    this.read(id);
    const item = id && this.scene.items.find(i => i.id === id);
    this.peek.hidden = !item;
    if (item) this.peek.querySelector('span').textContent = `${item.when}: ${item.title}`;
    for (const mark of this.root.querySelectorAll('[data-landmark]')) {
      mark.setAttribute('aria-pressed', mark.dataset.select === id);
    }
  }

  read(id) {
    this.panel.innerHTML = !id ? this.intro
      : this.panels[id] || '<p class="cc-quiet" aria-busy="true">…</p>';
  }

  // Scrolls the list, and only the list, to the chosen row.
  reveal() {
    if (!this.row) return;
    const list = this.list, top = this.row.offsetTop;
    if (top < list.scrollTop + 24 || top > list.scrollTop + list.clientHeight - 50) {
      list.scrollTop = top - list.clientHeight / 2.5;
    }
  }

  neighbour(id, by) {
    const rows = this.shownRows().map(r => r.dataset.eventId), at = rows.indexOf(id);
    if (at < 0) return by > 0 ? rows[0] : rows[rows.length - 1];
    return rows[Math.max(0, Math.min(rows.length - 1, at + by))];
  }
}

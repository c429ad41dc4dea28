// Search and filters: the form says what is wanted, the server selects, all views follow.

const FIELDS = ['theme', 'actor', 'place'];

export class FilterForm {
  constructor(root, state, selectUrl) {
    Object.assign(this, { root, state, selectUrl });
    this.form = root.querySelector('.cc-form');
    this.search = root.querySelector('.cc-search');
    this.error = this.form.querySelector('.cc-form-error');
    let timer = 0;
    const soon = wait => { clearTimeout(timer); timer = setTimeout(() => this.read(), wait); };
    this.search.addEventListener('input', () => soon(120));
    this.form.addEventListener('input', e => soon(e.target.type === 'checkbox' ? 0 : 500));
    this.form.addEventListener('submit', e => { e.preventDefault(); soon(0); });
    this.form.addEventListener('reset', () => { this.search.value = ''; soon(10); });
    root.querySelector('[data-clear]').addEventListener('click', () => this.form.reset());
    const box = root.querySelector('.cc-filters');
    document.addEventListener('pointerdown', e => {
      if (box.open && !box.contains(e.target)) box.open = false;
    });
    box.addEventListener('keydown', e => {
      if (e.key === 'Escape' && box.open) {
        e.stopPropagation();
        box.open = false;
        box.querySelector('summary').focus();
      }
    });
  }

  // Sets the form from an address's parameters and asks at once.
  write(params) {
    for (const field of FIELDS) {
      const ids = new Set((params[field] || '').split('.'));
      for (const box of this.form.querySelectorAll(`[name=${field}]`)) box.checked = ids.has(box.value);
    }
    for (const field of ['since', 'until']) this.form.elements[field].value = params[field] || '';
    this.search.value = params.q || '';
    return this.read();
  }

  wanted() {
    const out = {};
    for (const field of FIELDS) {
      const ids = [...this.form.querySelectorAll(`[name=${field}]:checked`)].map(b => b.value);
      if (ids.length) out[field] = ids.join('.');
    }
    for (const field of ['since', 'until']) {
      const words = this.form.elements[field].value.trim();
      if (words) out[field] = words;
    }
    if (this.search.value.trim()) out.q = this.search.value.trim();
    return out;
  }

  async read() {
    const wanted = this.wanted(), turn = this.turn = (this.turn || 0) + 1;
    let answer;
    try {
      const got = await fetch(`${this.selectUrl}?${new URLSearchParams(wanted)}`);
      answer = await got.json();
    } catch {
      answer = { error: 'The server does not answer; the filters are as before.' };
    }
    if (turn !== this.turn) return; // a later question was asked meanwhile
    this.error.hidden = !answer.error;
    this.error.textContent = answer.error || '';
    if (!answer.visible) return;
    const n = Object.keys(answer.filters).filter(k => k !== 'q').length;
    const badge = this.root.querySelector('.cc-filter-count');
    badge.hidden = !n;
    badge.textContent = n;
    for (const small of this.form.querySelectorAll('[data-count]')) {
      const [field, id] = small.dataset.count.split(':');
      const count = answer.counts[field][id] || 0;
      small.textContent = count;
      small.closest('label').classList.toggle('cc-none', !count);
    }
    const some = Object.keys(answer.filters).length;
    this.state.set({ visible: some ? new Set(answer.visible) : null, filters: answer.filters });
  }
}

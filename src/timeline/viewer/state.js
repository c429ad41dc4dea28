// The one state all views follow. Views never talk to one another: they set it and hear of it.

export class State extends EventTarget {
  constructor(start) {
    super();
    this.derive = () => ({});
    this.value = { event: null, hover: null, from: null, to: null, asof: null, camera: null,
      step: 0, visible: null, filters: {}, theme: 'light', fold: true, ...start };
  }

  get(name) { return this.value[name]; }

  // Sets what differs, and what follows from it (`derive`), and tells which names changed, once.
  set(patch, by = '') {
    const changed = new Set();
    for (const [name, value] of Object.entries({ ...this.derive(patch), ...patch })) {
      if (!same(this.value[name], value)) { this.value[name] = value; changed.add(name); }
    }
    if (changed.size) this.dispatchEvent(new CustomEvent('change', { detail: { changed, by } }));
  }

  on(listener) {
    const heard = e => listener(e.detail.changed, e.detail.by);
    this.addEventListener('change', heard);
    return () => this.removeEventListener('change', heard);
  }
}

function same(a, b) {
  return a === b || (a && b && typeof a === 'object' && !(a instanceof Set)
    && JSON.stringify(a) === JSON.stringify(b));
}

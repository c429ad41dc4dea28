// The strip below the timeline: all events at true scale, and the window as a brush.

import { DAY, isoDay, time } from './timescale.js';

export class Overview {
  constructor(root, scene, state) {
    Object.assign(this, { scene, state });
    this.box = root.querySelector('.cc-overview');
    this.canvas = this.box.querySelector('canvas');
    this.brush = this.box.querySelector('i');
    this.span = [time(scene.defaults.from), time(scene.defaults.to) + DAY];
    this.drag();
    this.keys();
    new ResizeObserver(() => this.follow()).observe(this.box);
  }

  x(t) { return (t - this.span[0]) / (this.span[1] - this.span[0]) * this.box.clientWidth; }

  t(x) { return this.span[0] + x / this.box.clientWidth * (this.span[1] - this.span[0]); }

  follow() {
    const w = this.box.clientWidth, h = this.box.clientHeight, d = devicePixelRatio || 1;
    if (!w) return;
    Object.assign(this.canvas, { width: w * d, height: h * d });
    const c = this.canvas.getContext('2d');
    c.scale(d, d);
    const theme = this.scene.themes[this.state.get('theme')], visible = this.state.get('visible');
    c.font = '11px "Source Sans", sans-serif';
    c.textBaseline = 'bottom';
    for (let year = 1920; year < 2026; year += 10) {
      const x = this.x(time(`${year}-01-01`));
      c.fillStyle = theme.line;
      c.fillRect(Math.round(x), 0, 1, h);
      c.fillStyle = theme.quiet;
      if (w > 500 || year % 20 === 0) c.fillText(year, x + 3, h);
    }
    for (const item of this.scene.items) {
      if (visible && !visible.has(item.id)) continue;
      c.fillStyle = theme.lanes[item.lane];
      c.globalAlpha = item.weight === 1 ? 1 : 0.5;
      const tall = [0, 14, 11, 8][item.weight];
      c.fillRect(this.x(time(item.first)) - 0.75, 1, 1.5, tall);
    }
    c.globalAlpha = 1;
    const a = this.x(time(this.state.get('from'))), b = this.x(time(this.state.get('to')) + DAY);
    this.brush.style.left = `${a}px`;
    this.brush.style.width = `${Math.max(6, b - a)}px`;
    this.box.setAttribute('aria-valuetext', `${this.state.get('from')} to ${this.state.get('to')}`);
  }

  window(a, b) {
    const [lo, hi] = this.span, length = Math.min(hi - lo, Math.max(20 * DAY, b - a));
    const from = Math.max(lo, Math.min(hi - length, a));
    this.state.set({ from: isoDay(from), to: isoDay(from + length - DAY) });
  }

  drag() {
    this.box.addEventListener('pointerdown', e => {
      const box = this.box.getBoundingClientRect(), x = e.clientX - box.left;
      const a = this.x(time(this.state.get('from'))), b = this.x(time(this.state.get('to')) + DAY);
      const edge = Math.abs(x - a) < 7 ? 'from' : Math.abs(x - b) < 7 ? 'to' : null;
      const inside = x > a && x < b && b - a < this.box.clientWidth - 2;
      const start = x;
      this.box.setPointerCapture(e.pointerId);
      const move = m => {
        const at = m.clientX - box.left;
        if (edge === 'from') this.window(this.t(Math.min(at, b - 4)), this.t(b));
        else if (edge === 'to') this.window(this.t(a), this.t(Math.max(at, a + 4)));
        else if (inside) this.window(this.t(a + at - start), this.t(b + at - start));
        else if (Math.abs(at - start) > 3) {
          this.window(this.t(Math.min(at, start)), this.t(Math.max(at, start)));
        }
      };
      this.box.addEventListener('pointermove', move);
      this.box.addEventListener('pointerup', () =>
        this.box.removeEventListener('pointermove', move), { once: true });
    });
    this.box.addEventListener('dblclick', () => this.window(...this.span));
  }

  keys() {
    this.box.addEventListener('keydown', e => {
      const a = time(this.state.get('from')), b = time(this.state.get('to')) + DAY;
      const by = { ArrowLeft: -0.25, ArrowRight: 0.25 }[e.key];
      if (!by) return;
      e.preventDefault();
      e.stopPropagation();
      this.window(a + by * (b - a), b + by * (b - a));
    });
  }
}

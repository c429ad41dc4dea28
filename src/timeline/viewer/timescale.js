// Days ↔ pixels with folded stretches taken out, as Plotly's range breaks draw them.

export const DAY = 864e5;
export const time = iso => Date.parse(iso.length > 10 ? iso.replace(' ', 'T') + 'Z' : iso + 'T00:00Z');
export const isoDay = ms => new Date(ms).toISOString().slice(0, 10);

export class TimeScale {
  // folds: [[from ms, to ms]] in order, apart from one another
  constructor(folds) { this.folds = folds; this.range = [0, 1]; this.left = 0; this.width = 1; }

  flat(t) {
    let gone = 0;
    for (const [a, b] of this.folds) {
      if (t <= a) break;
      gone += Math.min(t, b) - a;
    }
    return t - gone;
  }

  unflat(f) {
    let t = f;
    for (const [a, b] of this.folds) { if (t <= a) break; t += b - a; }
    return t;
  }

  x(t) {
    const [a, b] = this.range.map(r => this.flat(r));
    return this.left + (this.flat(t) - a) / (b - a || 1) * this.width;
  }

  // The window of a factor of its length around a time, in folded time.
  zoomed(factor, about) {
    const [a, b] = this.range.map(r => this.flat(r));
    const m = Math.min(b, Math.max(a, about === undefined ? (a + b) / 2 : this.flat(about)));
    return [this.unflat(m - (m - a) / factor), this.unflat(m + (b - m) / factor)];
  }
}

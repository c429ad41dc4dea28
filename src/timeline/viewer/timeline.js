// The timeline: Plotly draws marks, spans and axis; labels, ring and as-of line lie over it.

import { settle } from './dodge.js';
import { listen } from './hit.js';
import { draw, place, Taken, textWidth } from './labels.js';
import { ticks } from './ticks.js';
import { DAY, isoDay, time, TimeScale } from './timescale.js';

const SVG = 'http://www.w3.org/2000/svg';

export class Timeline {
  constructor(root, scene, state) {
    Object.assign(this, { root, scene, state });
    this.plot = root.querySelector('.cc-plot');
    this.items = new Map(scene.items.map(i => [i.id, i]));
    this.at = new Map();
    for (const trace of scene.timeline.light.data) {
      (trace.mode === 'markers' ? trace.customdata : []).forEach((id, i) =>
        this.at.set(id, { t: time(trace.x[i]), lane: trace.y[i] }));
    }
    this.breaks = scene.timeline.light.layout.xaxis.rangebreaks || [];
    this.scale = new TimeScale([]);
  }

  async mount(Plotly) {
    this.Plotly = Plotly;
    const [data, layout] = this.figure();
    await Plotly.newPlot(this.plot, data, layout,
      { displayModeBar: false, scrollZoom: true, doubleClick: false, responsive: true });
    this.over = document.createElementNS(SVG, 'svg');
    this.over.setAttribute('class', 'cc-over');
    this.over.setAttribute('aria-hidden', 'true');
    this.over.innerHTML = '<g class="folds"></g><g class="axis"></g><line class="asof"/><g class="text"></g>'
      + '<circle class="ring hover" r="0"/><circle class="ring" r="0"/>';
    this.plot.append(this.over);
    listen(this.plot, () => this.marks || [], {
      click: id => this.state.set({ event: id }, 'timeline'),
      hover: id => this.state.set({ hover: id }, 'timeline'),
    });
    this.plot.on('plotly_relayouting', e => this.moved(e));
    this.plot.on('plotly_relayout', e => { this.moved(e); this.told(); });
    this.plot.on('plotly_doubleclick', () => this.state.set(this.whole()));
    this.plot.on('plotly_afterplot', () => this.place());
    new ResizeObserver(() => this.settle()).observe(this.plot);
    this.settle();
  }

  whole() { return { from: this.scene.defaults.from, to: this.scene.defaults.to }; }

  figure() {
    const { data, layout } = this.scene.timeline[this.state.get('theme')];
    const visible = this.state.get('visible');
    const selected = this.state.get('event');
    const shows = id => !visible || visible.has(id) || id === selected;
    const kept = data.map(trace => {
      const index = trace.customdata.map((id, i) => i).filter(i => shows(trace.customdata[i]));
      const cut = values => index.map(i => values[i]);
      const y = trace.y.map((v, i) => v === null ? v : this.height(trace.customdata[i]));
      const out = { ...trace, x: cut(trace.x), y: cut(y), customdata: cut(trace.customdata) };
      if (trace.mode === 'markers') {
        out.marker = { ...trace.marker, size: out.customdata.map(id => 2 * this.radius(id)) };
      }
      return out;
    });
    const range = [this.state.get('from'), isoDay(time(this.state.get('to')) + DAY)];
    const fold = this.state.get('fold');
    return [kept, { ...layout, autosize: true,
      xaxis: { ...layout.xaxis, range, rangebreaks: fold ? this.breaks : [] } }];
  }

  // Plotly's range while or after the reader moves it.
  moved(change) {
    const range = change['xaxis.range'] || (change['xaxis.range[0]'] !== undefined
      ? [change['xaxis.range[0]'], change['xaxis.range[1]']] : null);
    if (!range) return;
    this.live = range.map(r => time(String(r)));
    this.place();
  }

  told() {
    if (!this.live) return;
    const [a, b] = this.live;
    this.live = null;
    this.state.set({ from: isoDay(a), to: isoDay(b - DAY > a ? b - DAY : b) }, 'timeline');
    this.settle();
  }

  // After the window or the size has changed: marks that now lie on one another move apart.
  settle() {
    if (this.dodge()) this.later();
    this.place();
  }

  // One redraw a frame, however often the state changes meanwhile.
  later() {
    if (this.waiting) return;
    this.waiting = requestAnimationFrame(() => {
      this.waiting = 0;
      this.Plotly.react(this.plot, ...this.figure());
    });
  }

  // Scale and lane heights as drawn now; false before there is a drawing.
  geometry() {
    const full = this.plot._fullLayout;
    if (!full || !full._size || !this.over) return false;
    const { l, t, w, h } = full._size;
    this.scale.range = this.live || [time(this.state.get('from')), time(this.state.get('to')) + DAY];
    const folds = this.state.get('fold') ? this.breaks.map(b => b.bounds.map(time)) : [];
    Object.assign(this.scale, { left: l, width: w, folds });
    const lanes = this.scene.lanes.length, [y0, y1] = [-0.55, lanes - 0.45];
    this.laneHeight = h / (y1 - y0);
    this.y = lane => t + h * (1 - (lane - y0) / (y1 - y0));
    return full._size;
  }

  // Where the lane's middle is left; true if that changed.
  dodge() {
    if (!this.geometry()) return false;
    const lanes = new Map(), visible = this.state.get('visible'), selected = this.state.get('event');
    for (const item of this.scene.items) {
      const at = this.at.get(item.id);
      if (!at || (visible && !visible.has(item.id) && item.id !== selected)) continue;
      const lane = Math.round(at.lane);
      if (!lanes.has(lane)) lanes.set(lane, []);
      lanes.get(lane).push({ id: item.id, x: this.scale.x(at.t), r: this.scene.marks[item.weight] / 2,
        weight: item.weight });
    }
    const before = this.away, sizes = this.sizes;
    this.away = new Map();
    this.sizes = new Map();
    for (const [lane, marks] of lanes) {
      marks.sort((a, b) => a.weight - b.weight || a.x - b.x);
      const { away, size } = settle(marks, this.laneHeight * 0.36);
      for (const [id, dy] of away) this.away.set(id, dy);
      this.sizes.set(lane, size);
    }
    return !before || [...this.sizes].some(([lane, size]) => sizes.get(lane) !== size)
      || [...this.away].some(([id, dy]) => Math.abs((before.get(id) || 0) - dy) > 0.5);
  }

  // Of a mark, in pixels: smaller in a crowded lane.
  radius(id) {
    const { weight } = this.items.get(id), size = this.sizes && weight > 1
      ? this.sizes.get(Math.round(this.at.get(id).lane)) || 1 : 1;
    return size * this.scene.marks[weight] / 2;
  }

  // Height of an event's mark in lanes from below.
  height(id) {
    const lane = Math.round(this.at.get(id).lane), away = this.away && this.away.get(id);
    return away ? lane - away / this.laneHeight : lane;
  }

  // Follows the state; `changed` says which names.
  follow(changed, by) {
    if (!this.over) return;
    const moved = changed.has('from') || changed.has('to');
    if (['theme', 'visible', 'fold'].some(n => changed.has(n)) || (moved && by !== 'timeline')) {
      this.dodge();
      this.later();
    }
    this.place();
  }

  place() {
    const size = this.geometry();
    if (!size) return;
    const { l, t, w, h } = size, scale = this.scale;
    const visible = this.state.get('visible'), selected = this.state.get('event');
    const theme = this.scene.themes[this.state.get('theme')];
    const hover = this.state.get('hover');
    const shown = [];
    for (const item of this.scene.items) {
      const at = this.at.get(item.id);
      if (!at || (visible && !visible.has(item.id) && item.id !== selected)) continue;
      const x = scale.x(at.t);
      if (x < l - 1 || x > l + w + 1) continue;
      shown.push({ item, x, y: this.y(this.height(item.id)),
        first: item.id === selected ? -2 : item.id === hover ? -1 : item.weight });
    }
    shown.sort((a, b) => a.first - b.first);
    this.marks = shown.map(({ item, x, y }) => ({ id: item.id, x, y, front: item.id === selected,
      r: this.radius(item.id) }));
    const taken = new Taken(), bounds = [l, t - 4, l + w, t + h + 2];
    const label = ({ item, x, y }) => {
      const bold = item.weight === 1 || item.id === selected, up = y - this.y(this.at.get(item.id).lane);
      const r = this.radius(item.id) + 8;
      return { text: item.label, height: 13, class: (bold ? 'bold ' : '')
          + (item.id === selected ? 'chosen' : ''),
        font: `${bold ? 700 : 400} 12px ${FONT}`,
        places: [[x, y - r, 'middle'], [x, y + r, 'middle'],
          [x - 4, y - r, 'start'], [x + 4, y - r, 'end'],
          [x - 4, y + r, 'start'], [x + 4, y + r, 'end'],
          [x + r, y, 'start'], [x - r, y, 'end'], [x, y - up - 21, 'middle'], [x, y - up + 21, 'middle']] };
    };
    const obstacles = few => {
      for (const s of shown) {
        const r = this.radius(s.item.id) - 1, heavy = s.first < 2;
        if (heavy === few) taken.add([s.x - r, s.y - r, s.x + r, s.y + r]);
      }
    };
    // Landmarks and the chosen event are named in any case, over small marks if need be.
    obstacles(true);
    const heavy = place(shown.filter(s => s.first < 2).map(label), taken, bounds);
    obstacles(false);
    const labels = [...heavy, ...place(shown.filter(s => s.first >= 2).map(label), taken, bounds)];
    draw(this.over.querySelector('.text'), labels);
    this.axis(l, t, w, h);
    this.ring('.ring:not(.hover)', selected, theme.ink, 5);
    this.ring('.ring.hover', hover, theme.quiet, 4);
    const line = this.over.querySelector('.asof'), x = scale.x(time(this.state.get('asof')));
    const inside = x >= l && x <= l + w;
    line.style.display = inside ? '' : 'none';
    for (const [k, v] of [['x1', x], ['x2', x], ['y1', t], ['y2', t + h]]) line.setAttribute(k, v);
    const marks = scale.folds.map(([a, b]) => [scale.x(a), a, b])
      .filter(([fx]) => fx > l + 2 && fx < l + w - 2);
    this.over.querySelector('.folds').innerHTML = marks.map(([fx, a, b]) =>
      `<path d="M${fx - 2.5},${t} v${h} M${fx + 2.5},${t} v${h}"/><title>`
      + `${isoDay(a).slice(0, 4)}–${isoDay(b).slice(0, 4)} without events, folded</title>`).join('');
  }

  axis(l, t, w, h) {
    let reach = -1e9;
    const marks = ticks(this.scale).map(([x, label]) => {
      const half = textWidth(label, `12px ${FONT}`) / 2 + 4;
      const room = x - half > reach && x - half > l - 14 && x + half < l + w + 14;
      if (room) reach = x + half;
      return `<path d="M${x.toFixed(1)},${t} v${h + 4}"/>`
        + (room ? `<text x="${x.toFixed(1)}" y="${t + h + 11}">${label}</text>` : '');
    });
    this.over.querySelector('.axis').innerHTML = marks.join('');
  }

  ring(which, id, colour, more) {
    const ring = this.over.querySelector(which), at = id && this.pixel(id);
    ring.setAttribute('r', at ? this.radius(id) + more : 0);
    if (!at) return;
    ring.setAttribute('cx', at.x);
    ring.setAttribute('cy', at.y);
    ring.style.stroke = colour;
  }

  // Place of a mark inside the plot, or null if it is outside the window.
  pixel(id) {
    const at = this.at.get(id), full = this.plot._fullLayout;
    if (!at || !full || !this.y) return null;
    const visible = this.state.get('visible');
    if (visible && !visible.has(id) && id !== this.state.get('event')) return null;
    const x = this.scale.x(at.t);
    if (x < full._size.l - 1 || x > full._size.l + full._size.w + 1) return null;
    return { x, y: this.y(this.height(id)) };
  }

  position(id) {
    const p = this.pixel(id);
    if (!p) return null;
    const box = this.plot.getBoundingClientRect();
    return { x: box.left + p.x + scrollX, y: box.top + p.y + scrollY };
  }

  zoom(factor) {
    const chosen = this.at.get(this.state.get('event'));
    this.scale.range = [time(this.state.get('from')), time(this.state.get('to')) + DAY];
    const inside = chosen && chosen.t >= this.scale.range[0] && chosen.t <= this.scale.range[1];
    const [a, b] = this.scale.zoomed(factor, inside ? chosen.t : undefined);
    const { from, to } = this.whole();
    if (b - a < 20 * DAY) return;
    this.state.set({ from: isoDay(Math.max(a, time(from))),
      to: isoDay(Math.min(b - DAY, time(to))) });
  }

  // The window that holds a time, as long as the one shown.
  reach(t) {
    const a = time(this.state.get('from')), b = time(this.state.get('to'));
    if (t >= a && t <= b) return {};
    const span = this.scale.flat(b) - this.scale.flat(a), m = this.scale.flat(t);
    const { from, to } = this.whole();
    return { from: isoDay(Math.max(time(from), this.scale.unflat(m - span / 2))),
      to: isoDay(Math.min(time(to), this.scale.unflat(m + span / 2))) };
  }
}

export const FONT = '"Source Sans", "Source Sans 3", "Noto Sans", "DejaVu Sans", sans-serif';

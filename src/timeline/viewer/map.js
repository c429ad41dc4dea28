// The map: deck.gl draws areas, lines and marks; names, ring and key lie over it.

import { draw, place, Taken } from './labels.js';
import { FONT } from './timeline.js';

const FAN = 8.5; // pixels between marks that share a place
const WINDOW = [34, 32, 62, 50]; // where the map has detail: west, south, east, north
const ICON = 64;

export class MapView {
  constructor(root, scene, state) {
    Object.assign(this, { root, scene, state });
    this.box = root.querySelector('.cc-map');
    this.over = root.querySelector('.cc-labels');
    this.over.innerHTML = '<g class="dots"></g><g class="text"></g>'
      + '<circle class="ring hover" r="0"/><circle class="ring" r="0"/>';
    this.items = new Map(scene.items.map(i => [i.id, i]));
    this.status = { recognised: true, 'de-facto': true, claimed: false };
    this.shown = [];
    this.fan();
  }

  mount(createDeck, lib, geometry) {
    this.lib = lib;
    this.geometry = geometry;
    const spec = JSON.parse(JSON.stringify(this.scene.deck[this.state.get('theme')]),
      (k, v) => v === 'geo:relief' ? this.scene.relief
        : typeof v === 'string' && v.startsWith('geo:') ? [] : v);
    const [longitude, latitude, zoom] = this.state.get('camera');
    spec.initialViewState = { ...spec.initialViewState, longitude, latitude, zoom };
    this.view = { ...spec.initialViewState };
    this.deck = createDeck({ container: this.box.querySelector('.cc-deck'), jsonInput: spec,
      tooltip: null });
    this.deck.setProps({
      pickingRadius: 6,
      onViewStateChange: ({ viewState }) => { this.view = viewState; this.later(); return viewState; },
      onAfterRender: () => this.later(),
      onClick: info => {
        const id = info.object && info.layer && info.layer.id === 'marks' ? info.object.id : null;
        this.state.set({ event: id }, 'map');
      },
      onHover: info => {
        const id = info.object && info.layer && info.layer.id === 'marks' ? info.object.id : null;
        this.state.set({ hover: id });
      },
      getCursor: ({ isDragging, isHovering }) =>
        isDragging ? 'grabbing' : isHovering ? 'pointer' : 'grab',
    });
    this.paint();
    new ResizeObserver(() => this.later()).observe(this.box);
  }

  // --- what is on the map on the day shown

  regions(day) {
    return this.scene.borders.filter(b => (!b.from || b.from <= day) && (!b.to || day <= b.to));
  }

  paint() {
    const { lib, geometry, scene, state } = this;
    const name = state.get('theme'), theme = scene.themes[name], day = state.get('asof');
    const now = this.now = this.regions(day);
    const dark = name === 'dark';
    const feature = (geo, properties) => ({ type: 'Feature', geometry: geo, properties });
    const shape = b => geometry.regions[b.shape];
    const on = b => this.status[b.status];
    const bySize = [...now].sort((a, b) => b.area - a.area);
    const fills = bySize.filter(b => on(b) && b.status === 'recognised' && b.fill);
    const outlines = bySize.filter(b => on(b) && !b.focus && b.status === 'recognised');
    const held = bySize.filter(b => on(b) && b.status !== 'recognised');
    const ink = hex(theme.quiet);
    const data = {
      world: [feature(geometry.world, {})], land: [feature(geometry.land, {})],
      lakes: geometry.lakes.filter(l => (!l.from || l.from <= day) && (!l.to || day <= l.to))
        .map(l => feature(l.geometry, {})),
      rivers: geometry.rivers.map(r => feature(r, {})),
      regions: fills.map(b => feature(shape(b), { fill: hex(theme.groups[b.group]) })),
      hatch: held.filter(b => geometry.hatch[b.id]).map(b => feature(geometry.hatch[b.id],
        { line: [...mix(theme.groups[b.group], dark ? '#ffffff' : '#5a3a20', 0.42),
          b.status === 'claimed' ? 110 : 190] })),
      borders: [
        ...outlines.map(b => feature(shape(b), { line: [...ink, b.state ? 200 : 90],
          width: b.state ? 1.3 : 0.7 })),
        ...held.map(b => feature(shape(b), { line:
          [...mix(theme.groups[b.group], dark ? '#ffffff' : '#5a3a20', 0.6), 220],
          width: b.status === 'claimed' ? 1 : 1.5 })),
      ],
      focus: now.filter(b => b.focus && on(b)).map(b => feature(shape(b),
        { line: hex(theme.focus[b.focus]), width: 2 })),
    };
    const spec = scene.deck[name];
    const colours = new Map(spec.layers.map(l => [l.id, l]));
    this.layers = this.deck.props.layers.map(layer => {
      const flat = colours.get(layer.id), more = {};
      for (const key of ['getFillColor', 'getLineColor']) {
        if (Array.isArray(flat[key])) more[key] = flat[key];
      }
      return data[layer.id] ? layer.clone({ data: data[layer.id], ...more }) : layer;
    });
    this.deck.setProps({ layers: this.layers,
      parameters: { clearColor: [...hex(theme.water).map(c => c / 255), 1] } });
    this.box.style.background = theme.water;
    this.key(now, theme);
    this.marks();
  }

  // Marks that share a place stand apart in a sunflower, landmarks in its middle.
  fan() {
    const visible = this.state.get('visible'), selected = this.state.get('event');
    const from = this.state.get('from'), to = this.state.get('to');
    const places = new Map();
    for (const item of this.scene.items) {
      const shows = (!visible || visible.has(item.id)) && item.first <= to && item.last >= from;
      if (!shows && item.id !== selected) continue;
      if (!places.has(item.place)) places.set(item.place, []);
      places.get(item.place).push(item);
    }
    this.shown = [];
    for (const here of places.values()) {
      here.sort((a, b) => a.weight - b.weight || (a.first < b.first ? -1 : 1));
      here.forEach((item, i) => {
        const r = FAN * Math.sqrt(i) * (here.length > 1 ? 1.15 : 1), angle = i * 2.39996;
        this.shown.push({ item, offset: [r * Math.cos(angle), r * Math.sin(angle)] });
      });
    }
    this.offsets = new Map(this.shown.map(s => [s.item.id, s.offset]));
  }

  marks() {
    this.fan();
    if (!this.deck) return;
    const theme = this.scene.themes[this.state.get('theme')];
    const selected = this.state.get('event');
    const icons = lane => icon(this.scene.symbols[lane], theme.lanes[lane], theme.paper);
    const marks = this.shown.map(({ item, offset }) => ({ id: item.id, at: item.at, offset,
      icon: icons(item.lane), size: this.scene.marks[item.weight] + 5 })).reverse();
    const chosen = this.items.get(selected);
    const paths = [];
    for (const { item } of this.shown) {
      if (!item.path.length) continue;
      const near = item.id === selected;
      if (near || item.weight < 2) {
        paths.push({ path: item.path, width: near ? 4 : 1.5,
          colour: [...hex(theme.lanes[item.lane]), near ? 235 : 120] });
      }
    }
    if (chosen) {
      for (const spot of chosen.spots) {
        marks.unshift({ id: chosen.id, at: spot, offset: [0, 0], icon: icons(chosen.lane), size: 11 });
      }
    }
    this.layers = this.layers.map(l => l.id === 'marks' ? l.clone({ data: marks })
      : l.id === 'paths' ? l.clone({ data: paths }) : l);
    this.deck.setProps({ layers: this.layers });
    this.later();
  }

  // --- names, ring, scale: placed anew in each frame in which something moved

  later() {
    if (this.waiting) return;
    this.waiting = requestAnimationFrame(() => { this.waiting = 0; this.place(); });
  }

  viewport() { return this.deck && this.deck.getViewports && this.deck.getViewports()[0]; }

  pixel(id) {
    const v = this.viewport(), item = this.items.get(id), offset = this.offsets.get(id);
    if (!v || !offset) return null;
    const [x, y] = v.project(item.at);
    return { x: x + offset[0], y: y + offset[1] };
  }

  position(id) {
    const p = this.pixel(id);
    if (!p || p.x < 0 || p.y < 0 || p.x > this.box.clientWidth || p.y > this.box.clientHeight) {
      return null;
    }
    const box = this.box.getBoundingClientRect();
    return { x: box.left + p.x + scrollX, y: box.top + p.y + scrollY };
  }

  place() {
    const v = this.viewport();
    if (!v) return;
    const w = this.box.clientWidth, h = this.box.clientHeight, day = this.state.get('asof');
    const theme = this.scene.themes[this.state.get('theme')], selected = this.state.get('event');
    const taken = new Taken(), zoom = v.zoom;
    for (const part of this.box.querySelectorAll('.cc-asof,.cc-legend,.cc-mapzoom,.cc-credit')) {
      if (part.offsetWidth) {
        taken.add([part.offsetLeft, part.offsetTop, part.offsetLeft + part.offsetWidth,
          part.offsetTop + part.offsetHeight]);
      }
    }
    const chosen = this.pixel(selected), labels = [], dots = [];
    for (const { item, offset } of this.shown) {
      const [x, y] = v.project(item.at), r = this.scene.marks[item.weight] / 2 + 1;
      taken.add([x + offset[0] - r, y + offset[1] - r, x + offset[0] + r, y + offset[1] + r]);
    }
    if (chosen) {
      const item = this.items.get(selected), { x, y } = chosen;
      labels.push({ text: item.label, class: 'chosen', height: 15, font: `700 13px ${FONT}`,
        fill: theme.lanes[item.lane], places: around(x, y, 15) });
    }
    const focus = (this.now || []).filter(b => b.focus && this.status[b.status]);
    for (const b of focus) {
      const [x, y] = v.project(b.label), text = b.name.toUpperCase();
      labels.push({ text, class: 'focus', height: 15, fill: theme.focus[b.focus],
        font: `700 12.5px ${FONT}`,
        places: [[x, y, 'middle'], [x, y - 18, 'middle'], [x, y + 18, 'middle'],
          [x, y - 36, 'middle'], [x, y + 36, 'middle'], [x, y - 54, 'middle']] });
    }
    const states = (this.now || []).filter(b => b.state && b.status === 'recognised' && !b.focus)
      .sort((a, b) => b.area - a.area);
    for (const b of states) {
      const [x, y] = v.project(b.label);
      labels.push({ text: b.name, class: 'state', height: 16, font: `italic 14px ${SERIF}`,
        places: [[x, y, 'middle'], [x, y - 20, 'middle'], [x, y + 20, 'middle'],
          [x, y - 44, 'middle'], [x, y + 44, 'middle']] });
    }
    const limit = zoom < 4 ? 1 : zoom < 5.4 ? 2 : zoom < 7 ? 3 : zoom < 8.2 ? 4 : 5;
    const busy = new Set(this.shown.map(s => s.item.place));
    for (const t of this.scene.towns) {
      if (t.rank > limit && !(busy.has(t.id) && t.rank <= limit + 1)) continue;
      const [x, y] = v.project(t.at);
      if (x < -20 || y < -20 || x > w + 20 || y > h + 20) continue;
      const name = (t.names.find(([a, b]) => (!a || a <= day) && (!b || day <= b)) || [])[2];
      if (!name) continue;
      const gap = busy.has(t.id) ? 8 + FAN * Math.sqrt(this.crowd(t.id)) : 6;
      labels.push({ text: name, class: `town r${t.rank}`, height: 13, dot: [x, y, t.rank, t.id],
        font: `${t.rank === 1 ? 600 : 400} ${t.rank < 3 ? 13 : 12}px ${FONT}`,
        places: around(x, y, gap), rank: t.rank });
    }
    const towns = labels.filter(l => l.dot).sort((a, b) => a.rank - b.rank);
    const first = labels.filter(l => !l.dot && l.class !== 'state');
    const top = towns.filter(t => t.rank === 1), rest = towns.filter(t => t.rank > 1);
    const placed = place([...first, ...top, ...labels.filter(l => l.class === 'state'), ...rest],
      taken, [2, 2, w - 2, h - 2]);
    draw(this.over.querySelector('.text'), placed);
    for (const p of placed) if (p.dot && !busy.has(p.dot[3])) dots.push(p.dot);
    this.over.querySelector('.dots').innerHTML = dots.map(([x, y, rank]) =>
      `<circle cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="${rank < 3 ? 2.6 : 1.9}"/>`).join('');
    this.ring('.ring:not(.hover)', selected, theme.ink, 6);
    this.ring('.ring.hover', this.state.get('hover'), theme.quiet, 5);
    this.camera();
  }

  crowd(placeId) {
    let n = 0;
    for (const s of this.shown) if (s.item.place === placeId) n++;
    return n - 1;
  }

  ring(which, id, colour, more) {
    const ring = this.over.querySelector(which), p = id && this.pixel(id);
    ring.setAttribute('r', p ? this.scene.marks[this.items.get(id).weight] / 2 + more : 0);
    if (!p) return;
    ring.setAttribute('cx', p.x);
    ring.setAttribute('cy', p.y);
    ring.style.stroke = colour;
  }

  camera() {
    const { longitude, latitude, zoom } = this.view;
    this.state.set({ camera: [longitude, latitude, zoom].map(n => +n.toFixed(4)) }, 'map');
  }

  // --- movement

  fly(view, quick = false) {
    const still = quick || matchMedia('(prefers-reduced-motion: reduce)').matches;
    const to = { ...this.view, ...view };
    this.deck.setProps({ initialViewState: { ...to, minZoom: 1.2, maxZoom: 11,
      transitionDuration: still ? 0 : 500,
      transitionInterpolator: still ? undefined
        : new this.lib.LinearInterpolator(['longitude', 'latitude', 'zoom']) } });
    this.view = to;
    this.camera();
  }

  // Brings an event into view if any of its places is off-centre.
  reach(id) {
    const item = this.items.get(id), v = this.viewport();
    if (!item || !v) return;
    const points = [item.at, ...item.spots, ...item.path];
    const w = this.box.clientWidth, h = this.box.clientHeight;
    const seen = points.every(p => {
      const [x, y] = v.project(p);
      return x > w * 0.12 && x < w * 0.88 && y > h * 0.15 && y < h * 0.85;
    });
    const target = this.target(points);
    if (seen && v.zoom >= Math.min(5, target.zoom - 0.6) && v.zoom <= Math.max(9, target.zoom)) return;
    this.fly(target);
  }

  target(points) {
    const lons = points.map(p => p[0]), lats = points.map(p => p[1]);
    const [w, s, e, n] = [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)];
    const near = w > WINDOW[0] && e < WINDOW[2] && s > WINDOW[1] && n < WINDOW[3];
    if (e - w < 0.4 && n - s < 0.4) {
      return { longitude: (w + e) / 2, latitude: (s + n) / 2,
        zoom: near ? Math.min(8, Math.max(6, this.view.zoom)) : 3.6 };
    }
    const port = new this.lib.WebMercatorViewport({ width: this.box.clientWidth,
      height: this.box.clientHeight, longitude: 45, latitude: 40, zoom: 5 });
    const pad = Math.min(70, this.box.clientHeight / 5);
    const fit = port.fitBounds([[w, s], [e, n]], { padding: pad });
    return { longitude: fit.longitude, latitude: fit.latitude, zoom: Math.min(7.5, fit.zoom) };
  }

  zoom(by) { this.fly({ zoom: Math.max(1.2, Math.min(11, this.view.zoom + by)) }); }

  home() {
    const [longitude, latitude, zoom] = this.scene.defaults.camera;
    this.fly({ longitude, latitude, zoom });
  }

  follow(changed, by) {
    if (!this.deck) return;
    if (changed.has('theme') || changed.has('asof')) this.paint();
    else if (['visible', 'event', 'from', 'to'].some(n => changed.has(n))) this.marks();
    if (changed.has('event') && this.state.get('event')) this.reach(this.state.get('event'));
    if (changed.has('camera') && by !== 'map') {
      const [longitude, latitude, zoom] = this.state.get('camera');
      this.fly({ longitude, latitude, zoom }, true);
    }
    if (changed.has('hover')) this.later();
  }

  // --- the key says what each line and hatch means, and how exact it is

  key(now, theme) {
    const box = this.box.querySelector('.cc-legend > div');
    const rows = [], powers = new Map();
    for (const b of now) {
      if (b.status === 'recognised' && b.fill && !powers.has(b.name)) powers.set(b.name, b);
    }
    for (const b of [...powers.values()].sort((x, y) => y.area - x.area).slice(0, 7)) {
      rows.push([`<i style="background:${theme.groups[b.group]}"></i>`, b.name, `±${b.error} km`,
        b.basis]);
    }
    for (const b of now.filter(x => x.focus && this.status[x.status])) {
      rows.push([`<i class="line" style="border-color:${theme.focus[b.focus]}"></i>`, b.name,
        `±${b.error} km`, b.basis]);
    }
    for (const b of now.filter(x => x.status !== 'recognised')) {
      const word = b.status === 'claimed' ? 'claimed' : 'held';
      if (this.status[b.status]) {
        rows.push([`<i class="hatch" style="color:${theme.groups[b.group]}"></i>`,
          `${b.name} (${word})`, `±${b.error} km`, b.basis]);
      }
    }
    const esc = t => t.replace(/[&<>"]/g, c => `&#${c.charCodeAt(0)};`);
    const counts = s => now.filter(b => b.status === s).length;
    const open = ['recognised', 'de-facto', 'claimed'].map(s =>
      `<label><input type="checkbox" data-status="${s}" ${this.status[s] ? 'checked' : ''} ${
        counts(s) ? '' : 'disabled'}>${s.replace('-', ' ')}</label>`).join('');
    box.innerHTML = `<p class="cc-status">${open}</p><ul>${rows.map(([swatch, name, error, basis]) =>
      `<li title="${esc(basis)}">${swatch}<span>${esc(name)}</span><small>${error}</small></li>`)
      .join('')}</ul>${now.some(b => b.fill) ? '' : '<p>No source for borders on this day.</p>'}`;
    for (const input of box.querySelectorAll('[data-status]')) {
      input.addEventListener('change', () => {
        this.status[input.dataset.status] = input.checked;
        this.paint();
      });
    }
  }
}

const SERIF = '"Source Serif", "Source Serif 4", "Noto Serif", "DejaVu Serif", serif';

const around = (x, y, r) => [[x + r, y, 'start'], [x - r, y, 'end'], [x, y - r - 3, 'middle'],
  [x, y + r + 3, 'middle'], [x + r * 0.8, y - r * 0.8, 'start'], [x + r * 0.8, y + r * 0.8, 'start']];

const hex = c => [1, 3, 5].map(i => parseInt(c.slice(i, i + 2), 16));

const mix = (a, b, share) => {
  const [x, y] = [hex(a), hex(b)];
  return x.map((c, i) => Math.round(c * (1 - share) + y[i] * share));
};

const icons = new Map();

function icon(path, colour, halo) {
  const key = path + colour + halo;
  if (!icons.has(key)) {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-12 -12 24 24" width="${ICON}" `
      + `height="${ICON}"><path d="${path}" fill="${colour}" stroke="${halo}" stroke-width="2.4"/></svg>`;
    icons.set(key, { id: key, url: `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`,
      width: ICON, height: ICON, anchorX: ICON / 2, anchorY: ICON / 2 });
  }
  return icons.get(key);
}

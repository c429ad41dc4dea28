// The map: deck.gl draws areas, lines and marks; names, ring and key lie over it.

import { listen } from './hit.js';
import { draw, place, Taken } from './labels.js';
import { FONT } from './timeline.js';
import { DAY, time } from './timescale.js';

const FAN = 8.5; // pixels between marks that share a place
const EDGE = [36, 33, 60, 49]; // where shapes with detail end: west, south, east, north
const WINDOW = [34, 32, 62, 50]; // where the map has detail: west, south, east, north
const ICON = 64;
const NEAR_DAYS = 731; // marks further from the date shown are pale

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
      onAfterRender: () => {
        if (this.layers && this.layers[0] && this.deck.isInitialized) this.drawn = true;
        this.later();
      },
      getCursor: ({ isDragging }) => isDragging ? 'grabbing' : 'inherit',
    });
    listen(this.box, () => this.hits(), {
      click: id => this.state.set({ event: id }, 'map'),
      hover: id => this.state.set({ hover: id }, 'map'),
    });
    this.templates = new Map(this.deck.props.layers.map(l => [l.id, l]));
    this.pool = new Map();
    this.paint();
    const legend = this.box.querySelector('.cc-legend');
    legend.open = this.box.clientHeight > 300 && this.box.clientWidth > 500;
    legend.addEventListener('toggle', () => this.later());
    new ResizeObserver(() => {
      this.box.style.setProperty('--cc-map-height', `${this.box.clientHeight}px`);
      this.later();
    }).observe(this.box);
  }

  // --- what is on the map on the day shown

  regions(day) {
    return this.scene.borders.filter(b => (!b.from || b.from <= day) && (!b.to || day <= b.to));
  }

  paint() {
    const { scene, state } = this, name = state.get('theme'), theme = scene.themes[name];
    this.now = this.regions(state.get('asof'));
    this.areas(name, theme);
    this.box.style.background = theme.water;
    this.key(this.now, theme);
    this.marks();
  }

  // A layer for each shape, made when a day first needs it and only hidden afterwards, so that
  // going from day to day costs no new triangles.
  areas(name, theme) {
    const { geometry, pool } = this, dark = name === 'dark', day = this.state.get('asof');
    const ink = hex(theme.quiet), spec = new Map(this.scene.deck[name].layers.map(l => [l.id, l]));
    const wanted = [];
    const want = (template, key, shape, more, z) => wanted.push({ template, key, shape, more, z });
    const on = b => this.status[b.status];
    const strong = b => mix(theme.groups[b.group], dark ? '#ffffff' : '#5a3a20', 0.55);
    for (const base of ['world', 'land']) want(base, base, geometry[base], {}, 0);
    const bySize = this.now.filter(on).sort((a, b) => b.area - a.area);
    bySize.forEach((b, i) => {
      const shape = geometry.regions[b.shape], recognised = b.status === 'recognised';
      if (b.fill) want('regions', b.id, shape, { getFillColor: hex(theme.groups[b.group]) }, 10 + i);
      if (!recognised && geometry.hatch[b.id]) {
        want('hatch', b.id, geometry.hatch[b.id],
          { getLineColor: [...strong(b), b.status === 'claimed' ? 110 : 200] }, 2000 + i);
      }
      const outline = () => this.outline(b.shape);
      if (!recognised) {
        want('borders', b.id, outline, { getLineColor: [...strong(b), 230],
          getLineWidth: b.status === 'claimed' ? 1 : 1.6 }, 3000 + i);
      } else if (b.focus) {
        want('focus', b.id, outline, { getLineColor: hex(theme.focus[b.focus]), getLineWidth: 2 }, 4000 + i);
      } else {
        want('borders', b.id, outline, { getLineColor: [...ink, b.state ? 200 : 90],
          getLineWidth: b.state ? 1.3 : 0.7 }, 3000 + i);
      }
    });
    geometry.lakes.forEach((l, i) => {
      if ((!l.from || l.from <= day) && (!l.to || day <= l.to)) want('lakes', i, l.geometry, {}, 1000 + i);
    });
    want('rivers', 'all', { type: 'GeometryCollection', geometries: geometry.rivers }, {}, 1900);
    const shown = new Set(), layers = [];
    for (const w of wanted) {
      const id = `${w.template}:${w.key}`, flat = spec.get(w.template), made = pool.get(id);
      shown.add(id);
      const paint = {};
      for (const k of ['getFillColor', 'getLineColor']) if (Array.isArray(flat[k])) paint[k] = flat[k];
      Object.assign(paint, w.more);
      if (made && made.name === name && made.visible) { layers.push(made); continue; }
      const from = made ? made.layer : this.templates.get(w.template);
      const shape = typeof w.shape === 'function' && !made ? w.shape() : w.shape;
      const data = made ? from.props.data : { type: 'Feature', geometry: shape, properties: {} };
      const next = { z: w.z, name, visible: true, layer: from.clone({ id, data, visible: true, ...paint }) };
      pool.set(id, next);
      layers.push(next);
    }
    for (const [id, made] of pool) {
      if (shown.has(id)) continue;
      if (made.visible) {
        Object.assign(made, { visible: false, layer: made.layer.clone({ visible: false }) });
      }
      layers.push(made);
    }
    const relief = this.templates.get('relief');
    if (relief) {
      const opacity = spec.get('relief').opacity;
      layers.push({ z: 900, layer: relief.clone({ opacity }) });
    }
    this.layers = [...layers.sort((a, b) => a.z - b.z).map(m => m.layer),
      this.templates.get('paths'), this.templates.get('marks')];
  }

  // A shape's lines without shores, which the land draws, and without the edge of the window.
  outline(name) {
    if (!this.shores) {
      this.shores = new Set();
      for (const part of this.geometry.land.coordinates) {
        for (const ring of part) for (const [x, y] of ring) this.shores.add(x * 1e6 + y);
      }
    }
    const shore = (a, b) => (this.shores.has(a[0] * 1e6 + a[1]) && this.shores.has(b[0] * 1e6 + b[1]))
      || (a[0] === b[0] && (a[0] === EDGE[0] || a[0] === EDGE[2]))
      || (a[1] === b[1] && (a[1] === EDGE[1] || a[1] === EDGE[3]));
    const { type, coordinates } = this.geometry.regions[name], lines = [];
    for (const part of type === 'Polygon' ? [coordinates] : coordinates) {
      for (const ring of part) {
        let line = [];
        for (let i = 1; i < ring.length; i++) {
          if (shore(ring[i - 1], ring[i])) {
            if (line.length) lines.push(line);
            line = [];
          } else {
            if (!line.length) line.push(ring[i - 1]);
            line.push(ring[i]);
          }
        }
        if (line.length) lines.push(line);
      }
    }
    return { type: 'MultiLineString', coordinates: lines };
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

  near(item, day) {
    return time(item.first) - day < NEAR_DAYS * DAY && day - time(item.last) < NEAR_DAYS * DAY;
  }

  marks() {
    this.fan();
    if (!this.deck) return;
    const theme = this.scene.themes[this.state.get('theme')];
    const selected = this.state.get('event');
    const icons = lane => icon(this.scene.symbols[lane], theme.lanes[lane], theme.paper);
    const day = time(this.state.get('asof'));
    const marks = this.shown.map(({ item, offset }) => ({ id: item.id, at: item.at, offset,
      icon: icons(item.lane), size: this.scene.marks[item.weight] + 5,
      shade: [0, 0, 0, item.id === selected || this.near(item, day) ? 255 : 95] })).reverse();
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
        marks.unshift({ id: chosen.id, at: spot, offset: [0, 0], icon: icons(chosen.lane), size: 11,
          shade: [0, 0, 0, 255] });
      }
    }
    const [line, icons2] = ['paths', 'marks'].map(id => this.templates.get(id));
    this.layers = [...this.layers.slice(0, -2), line.clone({ data: paths }), icons2.clone({ data: marks })];
    this.deck.setProps({ layers: this.layers,
      parameters: { clearColor: [...hex(theme.water).map(c => c / 255), 1] } });
    this.later();
  }

  // --- names, ring, scale: placed anew in each frame in which something moved

  later() {
    if (this.waiting) return;
    this.waiting = requestAnimationFrame(() => { this.waiting = 0; this.place(); });
  }

  viewport() { return this.deck && this.deck.isInitialized ? this.deck.getViewports()[0] : null; }

  pixel(id) {
    const v = this.viewport(), item = this.items.get(id), offset = this.offsets.get(id);
    if (!v || !offset) return null;
    const [x, y] = v.project(item.at);
    return { x: x + offset[0], y: y + offset[1] };
  }

  // The marks with their centres in the map's pixels, as the map stands now.
  hits() {
    const v = this.viewport(), selected = this.state.get('event');
    return !v ? [] : this.shown.map(({ item, offset }) => {
      const [x, y] = v.project(item.at);
      return { id: item.id, x: x + offset[0], y: y + offset[1], front: item.id === selected,
        r: this.scene.marks[item.weight] / 2 + 1 };
    });
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
    const taken = new Taken(), zoom = v.zoom, parts = [];
    for (const part of this.box.querySelectorAll('.cc-asof,.cc-legend,.cc-mapzoom,.cc-credit')) {
      if (part.offsetWidth) {
        parts.push([part.offsetLeft, part.offsetTop, part.offsetLeft + part.offsetWidth,
          part.offsetTop + part.offsetHeight]);
        taken.add(parts[parts.length - 1]);
      }
    }
    const chosen = this.pixel(selected), labels = [], dots = [], edges = [2, 2, w - 2, h - 2];
    const boxes = this.hits().map(({ x, y, r }) => [x - r, y - r, x + r, y + r]);
    // The names of the three areas come first: where no mark is, else over marks.
    const names = (this.now || []).filter(b => b.focus && b.status === 'recognised').map(b => {
      const [x, y] = v.project(b.label), [x0, y0] = v.project([b.box[0], b.box[3]]);
      const [x1, y1] = v.project([b.box[2], b.box[1]]), mid = (x0 + x1) / 2;
      return { text: b.name.split(' (')[0].toUpperCase(), class: 'focus', height: 15, fill: theme.focus[b.focus],
        font: `700 12.5px ${FONT}`,
        places: [[x, y, 'middle'], [x, y - 18, 'middle'], [x, y + 18, 'middle'],
          [mid, y1 + 10, 'middle'], [mid, y0 - 10, 'middle'], [x1 + 6, (y0 + y1) / 2, 'start'],
          [x0 - 6, (y0 + y1) / 2, 'end'], [x1, y0, 'start'], [x0, y1, 'end']] };
    });
    const crowded = new Taken();
    for (const box of [...boxes, ...parts]) crowded.add(box);
    const free = place(names, crowded, edges);
    for (const p of free) taken.add([p.x - 3, p.y - 8, p.x + p.width + 3, p.y + 8]);
    const over = place(names.filter(n => !free.some(p => p.text === n.text)), taken, edges);
    for (const box of boxes) taken.add(box);
    if (chosen) {
      const item = this.items.get(selected), { x, y } = chosen;
      labels.push({ text: item.label, class: 'chosen', height: 15, font: `700 13px ${FONT}`,
        fill: theme.lanes[item.lane], places: around(x, y, 15) });
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
    const placed = [...free, ...over,
      ...place([...first, ...top, ...labels.filter(l => l.class === 'state'), ...rest],
        taken, edges)];
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
  reach(id, quick = false) {
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
    this.fly(target, quick);
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
    for (const b of now.filter(x => x.focus && x.status === 'recognised' && this.status.recognised)) {
      rows.push([`<i class="line" style="border-color:${theme.focus[b.focus]}"></i>`, b]);
    }
    for (const b of now.filter(x => x.status !== 'recognised' && this.status[x.status])) {
      rows.push([`<i class="hatch" style="color:${theme.groups[b.group]}"></i>`, b]);
    }
    for (const b of now) if (b.status === 'recognised' && b.fill) powers.set(b.name, b);
    for (const b of [...powers.values()].sort((x, y) => x.far - y.far).slice(0, 8)) {
      rows.push([`<i style="background:${theme.groups[b.group]}"></i>`, b]);
    }
    const esc = t => t.replace(/[&<>"]/g, c => `&#${c.charCodeAt(0)};`);
    const word = { recognised: '', 'de-facto': '', claimed: ' (claimed)' };
    const counts = s => now.filter(b => b.status === s).length;
    const open = ['recognised', 'de-facto', 'claimed'].map(s =>
      `<label><input type="checkbox" data-status="${s}" ${this.status[s] ? 'checked' : ''} ${
        counts(s) ? '' : 'disabled'}>${s.replace('-', ' ')}</label>`).join('');
    box.innerHTML = `<p class="cc-status">${open}</p><ul>${rows.map(([swatch, b]) =>
      `<li title="${esc(b.basis)}">${swatch}<span>${esc(b.name)}${word[b.status]}</span><small>±${b.error} km</small></li>`)
      .join('')}</ul><p class="cc-quiet">Pale marks: more than two years from this day.</p>${counts('de-facto') ? '' : '<p class="cc-quiet">Who held what on the ground: no '
        + 'source drawn for this day.</p>'}`;
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

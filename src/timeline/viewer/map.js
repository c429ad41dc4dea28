// The map: deck.gl draws areas, lines and marks; names, ring and key lie over it.

import { Areas } from './areas.js';
import { hex, icon } from './colours.js';
import { counts, spread } from './fan.js';
import { listen } from './hit.js';
import { writeKey } from './mapkey.js';
import { drawNames } from './mapnames.js';
import { More } from './more.js';
import { DAY, time } from './timescale.js';

const CLOSE = 7; // from this zoom on, events of other years are drawn, too
const APART = 30; // pixels between two counts of marks that found no room
const WINDOW = [34, 32, 62, 50]; // where the map has detail: west, south, east, north
const NEAR_DAYS = 731; // marks further from the date shown are pale, and none from afar

export class MapView {
  constructor(root, scene, state, load) {
    Object.assign(this, { root, scene, state, load, level: 'coarse' });
    this.box = root.querySelector('.cc-map');
    this.over = root.querySelector('.cc-labels');
    this.over.innerHTML = '<g class="dots"></g><g class="text"></g>'
      + '<circle class="ring hover" r="0"/><circle class="ring" r="0"/>';
    this.items = new Map(scene.items.map(i => [i.id, i]));
    this.times = new Map(scene.items.map(i => [i.id, [time(i.first), time(i.last)]]));
    this.size = [0, 0]; // of the box in pixels: asking the browser lays the page out anew
    this.status = { recognised: true, 'de-facto': true, claimed: false };
    this.more = new More(this.box, id => state.set({ event: id }, 'map'));
    this.view = { zoom: scene.defaults.camera[2] };
    this.fan();
  }

  mount(createDeck, lib, geometry) {
    this.lib = lib;
    const spec = JSON.parse(JSON.stringify(this.scene.deck[this.state.get('theme')]),
      (k, v) => v === 'geo:relief' ? this.scene.relief
        : typeof v === 'string' && v.startsWith('geo:') ? [] : v);
    const [longitude, latitude, zoom] = this.state.get('camera');
    spec.initialViewState = { ...spec.initialViewState, longitude, latitude, zoom };
    this.view = { ...spec.initialViewState };
    this.deck = createDeck({ container: this.box.querySelector('.cc-deck'), jsonInput: spec,
      tooltip: null });
    this.deck.setProps({
      onViewStateChange: ({ viewState }) => {
        const moved = this.step(viewState.zoom) !== this.step(this.view.zoom);
        this.view = viewState;
        if (moved) this.marks();
        this.detail();
        this.later();
        return viewState;
      },
      onAfterRender: () => {
        this.drawn ||= !!this.layers && this.layers.length > 2 && this.layers.every(l => l.isLoaded || l.id === 'marks');
        this.later();
      },
      getCursor: ({ isDragging }) => isDragging ? 'grabbing' : 'inherit',
    });
    listen(this.box, () => this.hits(), {
      click: id => this.click(id),
      hover: id => this.state.set({ hover: this.items.has(id) ? id : null }, 'map'),
    });
    this.templates = new Map(this.deck.props.layers.map(l => [l.id, l]));
    this.areas = new Areas(this.scene, geometry, this.templates);
    this.areas.lnglat = lib.COORDINATE_SYSTEM.LNGLAT; // the relief is plate carrée
    this.size = [this.box.clientWidth, this.box.clientHeight];
    // Empty at first: the camera is there at once, the areas follow when the rest can be used.
    this.deck.setProps({ layers: [] });
    const legend = this.box.querySelector('.cc-legend');
    legend.open = this.box.clientHeight > 300 && this.box.clientWidth > 500;
    legend.addEventListener('toggle', () => this.later());
    new ResizeObserver(() => {
      this.size = [this.box.clientWidth, this.box.clientHeight];
      this.box.style.setProperty('--cc-map-height', `${this.size[1]}px`);
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
    writeKey(this.box.querySelector('.cc-legend > div'), this.now, theme, this.status,
      () => this.paint());
    if (!this.deck || !this.begun) return;
    this.shapes = this.areas.layers(this.now, state.get('asof'), name, this.status);
    this.box.style.background = theme.water;
    this.marks();
  }

  // Draws the areas and marks from now on.
  begin() {
    this.begun = true;
    this.paint();
    this.detail();
  }

  // The nearer, the more exact the shapes; finer ones come when they are first looked at.
  async detail() {
    const { geometry } = this.areas;
    const level = this.scene.levels.filter(l => this.view.zoom >= l.zoom).pop();
    const name = level ? level.url : 'coarse';
    if (name === this.level) return;
    this.level = name;
    const shapes = level ? await this.load(level.url) : geometry.coarse;
    if (name !== this.level) return; // the reader has moved on meanwhile
    this.areas.use(shapes, name);
    this.paint();
  }

  // Zooms between which the marks keep their places.
  step(zoom) { return Math.round(zoom * 2) / 2; }

  // Marks stand apart, the landmarks and those near the date first; the others are counted.
  fan() {
    const visible = this.state.get('visible'), selected = this.state.get('event');
    const from = this.state.get('from'), to = this.state.get('to'), zoom = this.step(this.view.zoom);
    const day = time(this.state.get('asof')), near = new Map();
    const items = this.scene.items.filter(i =>
      (!visible || visible.has(i.id)) && i.first <= to && i.last >= from);
    for (const i of items) near.set(i.id, this.near(i, day));
    const all = visible && items.length <= 80; // a search shows what it found
    const drawn = i => all || zoom >= CLOSE || i.weight === 1 || near.get(i.id);
    const heavy = i => (i.weight === 1 ? 0 : 2) + (near.get(i.id) ? 0 : 4) + i.weight;
    const order = items.filter(drawn).sort((a, b) => heavy(a) - heavy(b) || (a.first < b.first ? -1 : 1));
    const radius = i => this.scene.marks[i.weight] / 2 + 2.5;
    const { shown, rest } = spread(order, zoom, radius, zoom >= CLOSE ? 400 : 8);
    for (const i of items) {
      if (drawn(i)) continue;
      if (!rest.has(i.place)) rest.set(i.place, []);
      rest.get(i.place).push(i);
    }
    const chosen = this.items.get(selected);
    if (chosen && !shown.some(s => s.item === chosen)) shown.unshift({ item: chosen, offset: [0, 0] });
    this.shown = shown;
    this.counts = counts(rest, zoom, APART);
    this.offsets = new Map(shown.map(s => [s.item.id, s.offset]));
    this.crowds = new Map();
    for (const { item, offset } of shown) {
      const r = Math.hypot(...offset);
      this.crowds.set(item.place, Math.max(r, this.crowds.get(item.place) || 0));
    }
  }

  near(item, day) {
    const [first, last] = this.times.get(item.id);
    return first - day < NEAR_DAYS * DAY && day - last < NEAR_DAYS * DAY;
  }

  marks() {
    this.fan();
    if (!this.shapes) return;
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
    const [line, pins] = ['paths', 'marks'].map(id => this.templates.get(id));
    this.layers = [...this.shapes, line.clone({ data: paths }), pins.clone({ data: marks })];
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
    if (!v) return [];
    const marks = this.shown.map(({ item, offset }) => {
      const [x, y] = v.project(item.at);
      return { id: item.id, x: x + offset[0], y: y + offset[1], front: item.id === selected,
        r: this.scene.marks[item.weight] / 2 + 1 };
    });
    return [...marks, ...this.badges || []];
  }

  position(id) {
    const p = this.pixel(id);
    if (!p || p.x < 0 || p.y < 0 || p.x > this.size[0] || p.y > this.size[1]) {
      return null;
    }
    const box = this.box.getBoundingClientRect();
    return { x: box.left + p.x + scrollX, y: box.top + p.y + scrollY };
  }

  place() {
    const v = this.viewport();
    if (!v) return;
    this.badges = [];
    this.badges = drawNames(this, v);
  }

  // Pixels from a place to the outermost of its marks; undefined if it has none.
  crowd(place) { return this.crowds.get(place); }

  click(id) {
    const count = this.badges && this.badges.find(c => c.id === id);
    if (count) this.more.open(count, this.scene.towns);
    else {
      this.more.close();
      this.state.set({ event: id }, 'map');
    }
  }

  // At once, as the map stands: a frame of the map may take a while on a slow machine.
  rings() {
    const theme = this.scene.themes[this.state.get('theme')];
    this.ring('.ring:not(.hover)', this.state.get('event'), theme.ink, 6);
    this.ring('.ring.hover', this.state.get('hover'), theme.quiet, 5);
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
    this.detail();
    this.camera();
  }

  // Brings an event into view if any of its places is off-centre.
  reach(id, quick = false) {
    const item = this.items.get(id), v = this.viewport();
    if (!item || !v) return;
    const points = [item.at, ...item.spots, ...item.path];
    const [w, h] = this.size;
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
    const port = new this.lib.WebMercatorViewport({ width: this.size[0],
      height: this.size[1], longitude: 45, latitude: 40, zoom: 5 });
    const pad = Math.min(70, this.size[1] / 5);
    const fit = port.fitBounds([[w, s], [e, n]], { padding: pad });
    return { longitude: fit.longitude, latitude: fit.latitude, zoom: Math.min(7.5, fit.zoom) };
  }

  zoom(by) { this.fly({ zoom: Math.max(1.2, Math.min(11, this.view.zoom + by)) }); }

  home() {
    const [longitude, latitude, zoom] = this.scene.defaults.camera;
    this.fly({ longitude, latitude, zoom });
  }

  follow(changed, by) {
    const repaint = changed.has('theme') || changed.has('asof');
    if (repaint) this.paint();
    if (!this.deck) return;
    if (!repaint && ['visible', 'event', 'from', 'to'].some(n => changed.has(n))) this.marks();
    if (changed.has('event') && this.state.get('event')) this.reach(this.state.get('event'));
    if (changed.has('camera') && by !== 'map') {
      const [longitude, latitude, zoom] = this.state.get('camera');
      this.fly({ longitude, latitude, zoom }, true);
    }
    if (changed.has('event') || changed.has('hover')) this.rings();
    if (changed.has('hover')) this.later();
  }
}

// Mounts the viewer into a root and keeps its views, its address and its host in step.

import { FilterForm } from './filters.js';
import { MapView } from './map.js';
import { Overview } from './overview.js';
import { Reading } from './reading.js';
import { State } from './state.js';
import { Timeline } from './timeline.js';
import { isoDay, time } from './timescale.js';

const TELL_MS = 500; // quiet time before the host hears of a change

function script(src) {
  return new Promise((done, failed) => {
    const tag = document.createElement('script');
    Object.assign(tag, { src, onload: done, onerror: () => failed(new Error(`cannot load ${src}`)) });
    document.head.append(tag);
  });
}

const loaded = new Map();
const once = (key, load) => {
  if (!loaded.has(key)) loaded.set(key, load());
  return loaded.get(key);
};
const json = url => once(url, async () => {
  const got = await fetch(url);
  if (!got.ok) throw new Error(`${url}: ${got.status}`);
  return got.json();
});
const mark = name => performance.mark(`viewer:${name}`); // for those who measure
const painted = () => new Promise(done => requestAnimationFrame(() => setTimeout(done)));
const frame = () => new Promise(done => requestAnimationFrame(done));

function webgl() {
  try {
    const context = document.createElement('canvas').getContext('webgl2');
    if (context) context.getExtension('WEBGL_lose_context')?.loseContext();
    return !!context;
  } catch { return false; }
}

let last = null; // what was on the screen when this page was left for another

export class Viewer {
  constructor(root, data, tell) {
    Object.assign(this, { root, data, tell });
    this.wants = { scene: json(data.scene) };
    this.wants.panels = this.wants.scene.then(scene => json(scene.panels));
    if (webgl()) this.wants.geometry = this.wants.scene.then(scene => json(scene.geometry));
    this.root.viewer = this;
    this.ready = this.start().catch(error => {
      this.notices([`The viewer cannot start: ${error.message}. The list below still reads.`]);
      throw error;
    });
  }

  async start() {
    const scene = this.scene = await this.wants.scene;
    const opened = last || this.data.view;
    const item = this.item(opened.event);
    const at = (opened.at || '').split(',').map(Number);
    this.store = new State({
      from: opened.from || scene.defaults.from, to: opened.to || scene.defaults.to,
      asof: opened.asof || (item ? item.asof : scene.defaults.asof),
      camera: at.length === 3 ? at : scene.defaults.camera, theme: this.theme(),
    });
    const state = this.store;
    this.root.dataset.theme = state.get('theme');
    this.reading = new Reading(this.root, scene, state, this.wants.panels);
    this.timeline = new Timeline(this.root, scene, state);
    this.overview = new Overview(this.root, scene, state);
    this.map = new MapView(this.root, scene, state, json);
    this.filters = new FilterForm(this.root, state, this.data.select);
    this.credit();
    // A chosen event brings its day, and its stretch of the timeline if it lies outside.
    state.derive = ({ event }) => {
      const chosen = this.item(event);
      return chosen && event !== state.get('event')
        ? { asof: chosen.asof, ...this.timeline.reach(this.timeline.at.get(event).t) } : {};
    };
    state.on((changed, by) => this.follow(changed, by));
    this.controls();
    this.attributes();
    this.told = JSON.stringify(this.data.view);
    this.notices(this.data.notices);
    const filtered = this.filters.write(opened);
    if (item) { // its day and window are those of the address
      const [from, to, asof] = ['from', 'to', 'asof'].map(name => state.get(name));
      state.set({ event: item.id, from, to, asof }, 'address');
    }
    this.overview.follow();
    if (Object.keys(this.filters.wanted()).length) await filtered;
    // What can be read is painted before a library keeps the browser busy.
    await painted();
    mark('read');
    const libs = this.data.libraries;
    await once(libs.plotly, () => script(libs.plotly));
    mark('plotly');
    await this.timeline.mount(window.Plotly);
    mark('timeline');
    if (this.wants.geometry) {
      try {
        await painted();
        await once(libs.deck, () => script(libs.deck));
        mark('deck');
        this.map.mount(window.createDeck, window.deck, await this.wants.geometry);
        mark('map');
        await this.until(() => this.map.viewport());
        if (item && at.length !== 3) this.map.reach(item.id, true);
        painted().then(() => this.map.begin());
        this.until(() => this.map.drawn).then(() => this.live());
      } catch (error) { console.error(error); this.still(`The map cannot be drawn here (${error.message}).`); }
    } else this.still('This browser draws no WebGL; the map is a still picture.');
    await this.wants.panels;
    this.root.dataset.ready = 'true';
    mark('ready');
  }

  async until(so) { while (!so()) await frame(); }

  // The map has drawn its areas: it takes the place of the still picture. The relief, which is
  // beauty and not meaning, comes last.
  live() {
    this.root.classList.add('cc-live');
    mark('live');
    this.map.areas.relief = true;
    this.map.paint();
  }

  still(why) {
    this.map.deck = null;
    this.map.paint();
    this.root.classList.add('cc-nogl');
    this.notices([...(this.data.notices || []), why]);
    this.stillImage();
  }

  stillImage() {
    const image = this.root.querySelector('.cc-still img');
    if (!image || !this.data.still || !this.root.classList.contains('cc-nogl')) return;
    const query = new URLSearchParams({ asof: this.store.get('asof'),
      event: this.store.get('event') || '', theme: this.store.get('theme'),
      width: image.clientWidth || 1200, height: image.clientHeight || 560 });
    const address = `${this.data.still}?${query}`;
    if (image.getAttribute('src') !== address) image.src = address;
  }

  item(id) { return id ? this.scene.items.find(i => i.id === id) : undefined; }

  theme() {
    const box = this.root.parentElement || this.root;
    const paper = getComputedStyle(box).getPropertyValue('--st-background-color').trim();
    const rgb = paper.startsWith('#') && paper.length >= 7
      ? [1, 3, 5].map(i => parseInt(paper.slice(i, i + 2), 16)) : null;
    const dark = rgb ? rgb[0] * 0.3 + rgb[1] * 0.6 + rgb[2] * 0.1 < 128
      : matchMedia('(prefers-color-scheme: dark)').matches;
    return dark ? 'dark' : 'light';
  }

  follow(changed, by) {
    const state = this.store;
    if (changed.has('theme')) this.root.dataset.theme = state.get('theme');
    this.timeline.follow(changed, by);
    this.map.follow(changed, by);
    this.reading.follow(changed);
    if (['from', 'to', 'visible', 'theme'].some(n => changed.has(n))) this.overview.follow();
    if (changed.has('asof') || changed.has('event')) this.stillImage();
    if ([...changed].some(n => n !== 'hover')) this.attributes();
    if ([...changed].some(n => n !== 'hover')) {
      this.root.dispatchEvent(new CustomEvent('viewer:change', { bubbles: true, detail: this.state() }));
      this.later();
    }
    if (changed.has('asof')) this.say();
    if (changed.has('hover')) this.tip(by);
  }

  // A line about the mark under the pointer, beside it in the view where the pointer is.
  tip(by) {
    const item = this.item(this.store.get('hover')), box = this.root.querySelector('.cc-tip');
    const view = by === 'map' ? this.map : by === 'timeline' ? this.timeline : null;
    const at = item && view && view.position(item.id);
    box.hidden = !at;
    if (!at) return;
    box.querySelector('b').textContent = item.title;
    box.querySelector('span').textContent = item.when;
    const left = Math.max(8, Math.min(at.x - scrollX - box.offsetWidth / 2,
      innerWidth - box.offsetWidth - 8));
    const above = at.y - scrollY - box.offsetHeight - 14;
    box.style.transform = `translate(${left}px, ${above > 4 ? above : at.y - scrollY + 14}px)`;
  }

  attributes() {
    const s = this.store, data = this.root.dataset;
    const set = (name, value) => { if (data[name] !== value) data[name] = value; };
    set('event', s.get('event') || '');
    set('from', s.get('from'));
    set('to', s.get('to'));
    set('asof', s.get('asof'));
    set('camera', s.get('camera').map(n => +(+n).toFixed(3)).join(','));
    set('step', String(s.get('step')));
    const input = this.root.querySelector('[name=asof]');
    if (document.activeElement !== input) input.value = spoken(s.get('asof'));
  }

  // One sentence of what the map shows, for those who do not see it.
  say() {
    const day = this.store.get('asof');
    const states = this.map.regions(day).filter(b => b.fill && b.status === 'recognised')
      .sort((a, b) => a.far - b.far).map(b => b.name);
    this.root.querySelector('.cc-said').textContent = `Map as of ${spoken(day)}: `
      + (states.length ? [...new Set(states)].slice(0, 6).join(', ') : 'no source for borders') + '.';
  }

  later() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      last = this.params();
      if (this.tell && JSON.stringify(last) !== this.told) {
        this.told = JSON.stringify(last);
        this.tell(last);
      }
    }, TELL_MS);
  }

  // The state as the parameters of the address; what is at its default is left out.
  params() {
    const s = this.store, d = this.scene.defaults, out = { ...s.get('filters') };
    const item = this.item(s.get('event'));
    if (item) out.event = item.id;
    if (s.get('from') !== d.from) out.from = s.get('from');
    if (s.get('to') !== d.to) out.to = s.get('to');
    if (s.get('asof') !== (item ? item.asof : d.asof)) out.asof = s.get('asof');
    const [lon, lat, zoom] = s.get('camera');
    if (Math.abs(lon - d.camera[0]) + Math.abs(lat - d.camera[1]) > 0.02
        || Math.abs(zoom - d.camera[2]) > 0.02) {
      out.at = `${lon.toFixed(3)},${lat.toFixed(3)},${zoom.toFixed(2)}`;
    }
    return out;
  }

  notices(texts) {
    const box = this.root.querySelector('.cc-notice');
    box.hidden = !texts || !texts.length;
    box.textContent = (texts || []).join(' · ');
  }

  credit() {
    const lines = this.scene.layers.flatMap(l => (l.attribution || '').split(/\.\s+|\.$/));
    this.root.querySelector('.cc-credit').textContent =
      [...new Set(lines.filter(Boolean))].join(' · ');
  }

  controls() {
    const { root } = this, state = this.store;
    root.addEventListener('click', e => {
      const b = e.target.closest('button');
      if (!b || b.closest('.cc-panel')) return;
      const { select, step, zoom, change, mapzoom } = b.dataset;
      if (select) {
        if (state.get('event') === select && this.map.deck) this.map.reach(select);
        state.set({ event: select }, 'landmark');
      } else if (step) this.step(+step);
      else if (zoom) this.timeline.zoom(+zoom);
      else if (change) this.change(+change);
      else if (mapzoom && this.map.deck) this.map.zoom(+mapzoom);
      else if ('home' in b.dataset && this.map.deck) this.map.home();
      else if ('whole' in b.dataset) state.set(this.timeline.whole());
      else if ('keys' in b.dataset) root.querySelector('.cc-help').showModal();
    });
    root.querySelector('[data-fold]').addEventListener('change', e =>
      state.set({ fold: e.target.checked }));
    const form = root.querySelector('.cc-asof'), error = form.querySelector('.cc-form-error');
    form.addEventListener('submit', async e => {
      e.preventDefault();
      const words = form.elements.asof.value;
      let answer;
      try {
        answer = await (await fetch(`${this.data.date}?${new URLSearchParams({ words })}`)).json();
      } catch { answer = { error: 'The server does not answer.' }; }
      error.hidden = !answer.error;
      error.textContent = answer.error || '';
      if (answer.day) { form.elements.asof.blur(); state.set({ asof: answer.day }); }
    });
    root.addEventListener('keydown', e => this.keys(e));
    document.addEventListener('keydown', e => {
      if (e.target === document.body && root.isConnected) this.keys(e);
    });
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => this.retheme());
  }

  retheme() { if (this.store) this.store.set({ theme: this.theme() }); }

  keys(e) {
    if (e.ctrlKey || e.metaKey || e.altKey || e.target.closest?.('dialog')) return;
    const typing = /^(INPUT|TEXTAREA|SELECT)$/.test(e.target.tagName) && e.target.type !== 'checkbox';
    if (typing && e.key !== 'Escape') return;
    const act = {
      ArrowLeft: () => this.step(-1), ArrowRight: () => this.step(1),
      '[': () => this.change(-1), ']': () => this.change(1),
      '+': () => this.timeline.zoom(2), '-': () => this.timeline.zoom(0.5),
      0: () => this.store.set(this.timeline.whole()),
      '/': () => this.root.querySelector('.cc-search').focus(),
      '?': () => this.root.querySelector('.cc-help').showModal(),
      Escape: () => { if (typing) e.target.blur(); else this.store.set({ event: null }); },
    }[e.key];
    if (!act) return;
    e.preventDefault();
    act();
  }

  // --- the contract

  state() {
    const s = this.store;
    return Object.fromEntries(['event', 'from', 'to', 'asof', 'camera', 'step']
      .map(n => [n, s.get(n)]));
  }

  select(id) {
    if (id !== null && !this.item(id)) throw new Error(`no event ${id}`);
    this.store.set({ event: id }, 'call');
  }

  setWindow(from, to) { this.store.set({ from: isoDay(time(from)), to: isoDay(time(to)) }); }

  setAsOf(day) { this.store.set({ asof: isoDay(time(day)) }); }

  step(by) {
    const id = this.reading.neighbour(this.store.get('event'), by);
    if (id) this.store.set({ event: id, step: this.store.get('step') + by }, 'step');
  }

  // To the previous or next day on which something on the map changes.
  change(by) {
    const days = this.scene.changes, now = this.store.get('asof');
    const to = by > 0 ? days.find(d => d > now) : days.filter(d => d < now).pop();
    if (to) this.store.set({ asof: to });
  }

  position(id) {
    return { timeline: this.timeline.position(id), map: this.map.position(id) };
  }
}

function spoken(day) {
  return new Date(`${day}T00:00Z`).toLocaleDateString('en-GB',
    { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
}

// Starts a viewer in its shell; `tell` hears of the view, as parameters of its address.
export function open(root, data, tell = null) { return new Viewer(root, data, tell); }

// Streamlit calls this after every run of the script: start or take over once, then only listen.
export default function mount(component) {
  const { parentElement, data, setStateValue } = component;
  const tell = view => setStateValue('view', view);
  const root = parentElement.querySelector('[data-viewer]');
  if (!root) return;
  if (!root.viewer) { open(root, data, tell); return; }
  const first = !root.viewer.tell;
  root.viewer.tell = tell;
  root.viewer.retheme();
  if (first && root.viewer.store) {
    root.viewer.reading.reveal(); // the move has scrolled the list back
    root.viewer.later();
  }
}

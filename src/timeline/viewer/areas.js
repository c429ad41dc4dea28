// The areas and lines of a day: which shapes are drawn, in which order, in which colours.

import { hex, mix } from './colours.js';

const EDGE = [36, 33, 60, 49]; // where shapes with detail end: west, south, east, north
const isEdge = (a, b) => (a[0] === b[0] && (a[0] === EDGE[0] || a[0] === EDGE[2]))
  || (a[1] === b[1] && (a[1] === EDGE[1] || a[1] === EDGE[3]));

export class Areas {
  // templates: the deck's layers by id, whose style the layers made here take over
  constructor(scene, geometry, templates) {
    Object.assign(this, { scene, geometry, templates, pool: new Map() });
    this.rank = new Map([...scene.borders].sort((a, b) => b.area - a.area).map((b, i) => [b.id, i]));
  }

  // A layer for each shape, made when a day first needs it and only hidden afterwards, so that
  // going from day to day costs no new triangles.
  layers(now, day, name, status) {
    const { geometry, pool } = this, dark = name === 'dark', theme = this.scene.themes[name];
    const ink = hex(theme.quiet), spec = new Map(this.scene.deck[name].layers.map(l => [l.id, l]));
    const wanted = [];
    const want = (template, key, shape, more, z) => wanted.push({ template, key, shape, more, z });
    const on = b => status[b.status];
    const strong = b => mix(theme.groups[b.group], dark ? '#ffffff' : '#5a3a20', 0.55);
    for (const base of ['world', 'land']) want(base, base, geometry[base], {}, 0);
    const bySize = now.filter(on).sort((a, b) => b.area - a.area);
    bySize.forEach(b => {
      const i = this.rank.get(b.id);
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
    want('rivers', 'shore', () => this.lines(geometry.land, isEdge), {}, 1900);
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
    return layers.sort((a, b) => a.z - b.z).map(m => m.layer);
  }

  // A shape's lines without shores, which the land draws, and without the edge of the window.
  outline(name) {
    if (!this.shores) {
      this.shores = new Set();
      for (const part of this.geometry.land.coordinates) {
        for (const ring of part) for (const [x, y] of ring) this.shores.add(x * 1e6 + y);
      }
    }
    const shore = (a, b) => isEdge(a, b)
      || (this.shores.has(a[0] * 1e6 + a[1]) && this.shores.has(b[0] * 1e6 + b[1]));
    return this.lines(this.geometry.regions[name], shore);
  }

  // The rings of polygons as lines, without the segments that `leave` names.
  lines({ type, coordinates }, leave) {
    const lines = [];
    for (const part of type === 'Polygon' ? [coordinates] : coordinates) {
      for (const ring of part) {
        let line = [];
        for (let i = 1; i < ring.length; i++) {
          if (leave(ring[i - 1], ring[i])) {
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
}

// The areas and lines of a day: which shapes are drawn, in which order, in which colours.

import { hex, mix } from './colours.js';

const EDGE = [36, 33, 60, 49]; // where shapes with detail end: west, south, east, north
const isEdge = (a, b) => (a[0] === b[0] && (a[0] === EDGE[0] || a[0] === EDGE[2]))
  || (a[1] === b[1] && (a[1] === EDGE[1] || a[1] === EDGE[3]));

export class Areas {
  // templates: the deck's layers by id, whose style the layers made here take over
  constructor(scene, geometry, templates) {
    Object.assign(this, { scene, geometry, templates, made: new Map() });
    this.use(geometry.coarse, 'coarse');
  }

  // Draws from now on with the shapes of a level of detail: {land, lakes, rivers, regions}.
  use(shapes, level) {
    Object.assign(this, { shapes, level, shores: null, outlines: new Map() });
  }

  // The layers of a day, bottom to top: few, because each costs a draw, and each kept as long as
  // what it shows stays.
  layers(now, day, name, status) {
    const { geometry, shapes, level } = this, theme = this.scene.themes[name], dark = name === 'dark';
    const ink = hex(theme.quiet);
    const strong = b => mix(theme.groups[b.group], dark ? '#ffffff' : '#5a3a20', 0.55);
    const shown = now.filter(b => status[b.status] || b.gap).sort((a, b) => b.area - a.area);
    const plain = shown.filter(b => b.status === 'recognised' && !b.focus);
    const other = shown.filter(b => b.status !== 'recognised');
    const feature = (shape, properties = {}) => ({ type: 'Feature', geometry: shape, properties });
    const ids = bs => bs.map(b => b.id).join();
    const lakes = shapes.lakes.filter(l => (!l.from || l.from <= day) && (!l.to || day <= l.to));
    const parts = [
      ['world', '', () => [feature(geometry.world)]],
      ['land', level, () => [feature(shapes.land)]],
      ['regions', ids(shown.filter(b => b.fill)) + level, () => shown.filter(b => b.fill)
        .map(b => feature(shapes.regions[b.shape], { fill: hex(theme.groups[b.group]) }))],
      ['relief', '', null],
      ['lakes', lakes.length + level, () => lakes.map(l => feature(l.geometry))],
      ['rivers', level, () => [...shapes.rivers, this.lines(shapes.land, isEdge)]
        .map(line => feature(line))],
      ['hatch', ids(other), () => other.filter(b => geometry.hatch[b.id])
        .map(b => feature(geometry.hatch[b.id],
          { line: [...strong(b), b.status === 'claimed' ? 110 : 200] }))],
      ['borders', ids(plain) + ids(other) + level, () => [
        ...plain.map(b => feature(this.outline(b.shape),
          { line: [...ink, b.state ? 200 : 90], width: b.state ? 1.3 : 0.7 })),
        ...other.map(b => feature(this.outline(b.shape),
          { line: [...strong(b), 230], width: b.status === 'claimed' ? 1 : 1.6 })),
      ]],
      ['focus', ids(shown.filter(b => b.focus)) + level,
        () => shown.filter(b => b.focus && b.status === 'recognised')
          .map(b => feature(this.outline(b.shape), { line: hex(theme.focus[b.focus]), width: 2 }))],
    ];
    const style = new Map(this.scene.deck[name].layers.map(l => [l.id, l]));
    const drawn = ([id]) => this.templates.has(id) && (id !== 'relief' || this.relief);
    return parts.filter(drawn).map(([id, what, data]) => {
      const key = `${name}|${what}`, before = this.made.get(id);
      if (before && before.key === key) return before.layer;
      const from = before ? before.layer : this.templates.get(id), flat = style.get(id), more = {};
      for (const k of ['getFillColor', 'getLineColor']) if (Array.isArray(flat[k])) more[k] = flat[k];
      if (id === 'relief') Object.assign(more, { _imageCoordinateSystem: this.lnglat });
      const layer = from.clone({ ...more, ...(data ? { data: data() } : {}) });
      this.made.set(id, { key, layer });
      return layer;
    });
  }

  // A shape's lines without shores, which the land draws, and without the edge of the window.
  outline(name) {
    if (!this.outlines.has(name)) this.outlines.set(name, this.inland(this.shapes.regions[name]));
    return this.outlines.get(name);
  }

  inland(shape) {
    if (!this.shores) {
      this.shores = new Set();
      const { type, coordinates } = this.shapes.land;
      for (const part of type === 'Polygon' ? [coordinates] : coordinates) {
        for (const ring of part) for (const [x, y] of ring) this.shores.add(x * 1e6 + y);
      }
    }
    const shore = (a, b) => isEdge(a, b)
      || (this.shores.has(a[0] * 1e6 + a[1]) && this.shores.has(b[0] * 1e6 + b[1]));
    return this.lines(shape, shore);
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

// Which marks the map draws, and where: each at its place or in a small sunflower about it, never
// on another; those for which there is no room are counted at their place.

const FAN = 10; // pixels between the marks of one place
const SHARE = 0.8; // marks may lie on one another by a fifth
const GOLDEN = Math.PI * (3 - Math.sqrt(5)); // the sunflower's angle (Vogel 1979)

// (lon, lat) in pixels of the whole world at a zoom, as deck.gl has it (Web Mercator, 512 · 2^zoom).
export function world([lon, lat], zoom) {
  const size = 512 * 2 ** zoom, s = Math.sin(lat * Math.PI / 180);
  return [size * (lon + 180) / 360, size * (0.5 - Math.log((1 + s) / (1 - s)) / (4 * Math.PI))];
}

class Grid {
  constructor(cell) { Object.assign(this, { cell, cells: new Map() }); }

  key(i, j) { return i * 1e6 + j; }

  // Whether a mark of radius r finds room.
  free(x, y, r) {
    const i = Math.floor(x / this.cell), j = Math.floor(y / this.cell);
    for (let a = i - 1; a <= i + 1; a++) {
      for (let b = j - 1; b <= j + 1; b++) {
        const cell = this.cells.get(this.key(a, b));
        if (!cell) continue;
        for (const p of cell) if (Math.hypot(p.x - x, p.y - y) < (p.r + r) * SHARE) return false;
      }
    }
    return true;
  }

  add(x, y, r) {
    const key = this.key(Math.floor(x / this.cell), Math.floor(y / this.cell));
    if (!this.cells.has(key)) this.cells.set(key, []);
    this.cells.get(key).push({ x, y, r });
  }
}

// items: the weightiest first; radius: item → pixels; slots: places about a place that are tried.
// Returns [{item, offset}] in the same order, and the rest by place: Map place → items.
export function spread(items, zoom, radius, slots) {
  const grid = new Grid(40), shown = [], rest = new Map();
  for (const item of items) {
    const [x, y] = world(item.at, zoom), r = radius(item);
    let found = null;
    for (let i = 0; i < slots && !found; i++) {
      const d = FAN * Math.sqrt(i), px = x + d * Math.cos(i * GOLDEN), py = y + d * Math.sin(i * GOLDEN);
      if (grid.free(px, py, r)) found = [px, py];
    }
    if (found) {
      grid.add(...found, r);
      shown.push({ item, offset: [found[0] - x, found[1] - y] });
    } else {
      if (!rest.has(item.place)) rest.set(item.place, []);
      rest.get(item.place).push(item);
    }
  }
  return { shown, rest };
}

// Counts that would stand within `apart` pixels become one. rest: Map place → items.
// Returns [{at: [lon, lat], items}], the largest first.
export function counts(rest, zoom, apart) {
  const out = [];
  const bySize = [...rest.values()].sort((a, b) => b.length - a.length);
  for (const items of bySize) {
    const [x, y] = world(items[0].at, zoom);
    const near = out.find(o => Math.hypot(o.x - x, o.y - y) < apart);
    if (near) near.items.push(...items);
    else out.push({ x, y, at: items[0].at, place: items[0].place, items: [...items] });
  }
  return out;
}

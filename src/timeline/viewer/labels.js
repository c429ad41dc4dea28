// Labels that never overlap: the heaviest first, each where it is free, else not at all.

const canvas = document.createElement('canvas').getContext('2d');
const widths = new Map();

export function textWidth(text, font) {
  const key = font + '|' + text;
  if (!widths.has(key)) { canvas.font = font; widths.set(key, canvas.measureText(text).width); }
  return widths.get(key);
}

// A grid of taken boxes [x0, y0, x1, y1]; asking costs the cells a box lies in.
export class Taken {
  constructor(cell = 48) { this.cell = cell; this.cells = new Map(); }

  * keys(b) {
    const c = this.cell;
    for (let i = Math.floor(b[0] / c); i <= Math.floor(b[2] / c); i++) {
      for (let j = Math.floor(b[1] / c); j <= Math.floor(b[3] / c); j++) yield i * 8191 + j;
    }
  }

  free(b) {
    for (const k of this.keys(b)) {
      for (const o of this.cells.get(k) || []) {
        if (b[0] < o[2] && o[0] < b[2] && b[1] < o[3] && o[1] < b[3]) return false;
      }
    }
    return true;
  }

  add(b) {
    for (const k of this.keys(b)) {
      if (!this.cells.has(k)) this.cells.set(k, []);
      this.cells.get(k).push(b);
    }
  }
}

// candidates: [{text, font, height, class, places: [[x, y, anchor]], owner}] heaviest first, y is the
// middle of the line; bounds [x0, y0, x1, y1]. Returns those that fit, with where.
export function place(candidates, taken, bounds, gap = 3) {
  const out = [];
  for (const c of candidates) {
    const w = textWidth(c.text, c.font), h = c.height;
    for (const [x, y, anchor] of c.places) {
      const left = anchor === 'middle' ? x - w / 2 : anchor === 'end' ? x - w : x;
      const box = [left - gap, y - h / 2, left + w + gap, y + h / 2];
      const inside = box[0] >= bounds[0] && box[2] <= bounds[2]
        && box[1] >= bounds[1] && box[3] <= bounds[3];
      if (inside && taken.free(box)) {
        taken.add(box);
        out.push({ ...c, x: left, y, width: w });
        break;
      }
    }
  }
  return out;
}

// Puts the placed labels into an SVG group, using its text elements again.
export function draw(group, placed) {
  while (group.childElementCount < placed.length) {
    group.append(document.createElementNS('http://www.w3.org/2000/svg', 'text'));
  }
  while (group.childElementCount > placed.length) group.lastChild.remove();
  placed.forEach((p, i) => {
    const t = group.children[i];
    if (t.textContent !== p.text) t.textContent = p.text;
    t.setAttribute('class', p.class || '');
    t.setAttribute('x', p.x.toFixed(1));
    t.setAttribute('y', p.y.toFixed(1));
    t.style.fill = p.fill || '';
  });
}

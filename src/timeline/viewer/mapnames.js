// Names on the map: the three areas first, then the chosen event, states and towns of the day;
// no name over another, none over a mark if there is any other place.

import { draw, place, Taken } from './labels.js';
import { FONT } from './timeline.js';

const SERIF = '"Source Serif", "Source Serif 4", "Noto Serif", "DejaVu Serif", serif';

const around = (x, y, r) => [[x + r, y, 'start'], [x - r, y, 'end'], [x, y - r - 3, 'middle'],
  [x, y + r + 3, 'middle'], [x + r * 0.8, y - r * 0.8, 'start'], [x + r * 0.8, y + r * 0.8, 'start']];

// Draws dots, counts and names of the map as it stands; `map` is the MapView. Returns the counts
// that were drawn, as marks that can be hit.
export function drawNames(map, v) {
  const [w, h] = map.size, day = map.state.get('asof');
  const theme = map.scene.themes[map.state.get('theme')], selected = map.state.get('event');
  const taken = new Taken(), zoom = v.zoom, parts = [];
  for (const part of map.box.querySelectorAll('.cc-asof,.cc-legend,.cc-mapzoom,.cc-credit')) {
    if (part.offsetWidth) {
      parts.push([part.offsetLeft, part.offsetTop, part.offsetLeft + part.offsetWidth,
        part.offsetTop + part.offsetHeight]);
      taken.add(parts[parts.length - 1]);
    }
  }
  const chosen = map.pixel(selected), labels = [], dots = [], edges = [2, 2, w - 2, h - 2];
  const boxes = map.hits().map(({ x, y, r }) => [x - r, y - r, x + r, y + r]);
  // The names of the three areas come first: where no mark is, else over marks.
  const names = (map.now || []).filter(b => b.focus && b.status === 'recognised').map(b => {
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
    const item = map.items.get(selected), { x, y } = chosen;
    labels.push({ text: item.label, class: 'chosen', height: 15, font: `700 13px ${FONT}`,
      fill: theme.lanes[item.lane], places: around(x, y, 15) });
  }
  const states = (map.now || []).filter(b => b.state && b.status === 'recognised' && !b.focus)
    .sort((a, b) => b.area - a.area);
  for (const b of states) {
    const [x, y] = v.project(b.label);
    labels.push({ text: b.name, class: 'state', height: 16, font: `italic 14px ${SERIF}`,
      places: [[x, y, 'middle'], [x, y - 20, 'middle'], [x, y + 20, 'middle'],
        [x, y - 44, 'middle'], [x, y + 44, 'middle']] });
  }
  const limit = zoom < 4 ? 1 : zoom < 5.4 ? 2 : zoom < 7 ? 3 : zoom < 8.2 ? 4 : 5;
  const busy = { has: id => map.crowd(id) !== undefined };
  const more = map.counts.map(c => {
    const [x, y] = v.project(c.at), gap = 9 + (map.crowd(c.place) || -4);
    return { text: `+${c.items.length}`, class: 'more', height: 15, font: `600 11.5px ${FONT}`, count: c,
      places: [...around(x, y, gap), [x, y, 'middle']] };
  });
  for (const t of map.scene.towns) {
    if (t.rank > limit && !(busy.has(t.id) && t.rank <= limit + 1)) continue;
    const [x, y] = v.project(t.at);
    if (x < -20 || y < -20 || x > w + 20 || y > h + 20) continue;
    const name = (t.names.find(([a, b]) => (!a || a <= day) && (!b || day <= b)) || [])[2];
    if (!name) continue;
    const gap = busy.has(t.id) ? 9 + map.crowd(t.id) : 6;
    labels.push({ text: name, class: `town r${t.rank}`, height: 13, dot: [x, y, t.rank, t.id],
      font: `${t.rank === 1 ? 600 : 400} ${t.rank < 3 ? 13 : 12}px ${FONT}`,
      places: around(x, y, gap), rank: t.rank });
  }
  const towns = labels.filter(l => l.dot).sort((a, b) => a.rank - b.rank);
  const first = labels.filter(l => !l.dot && l.class !== 'state');
  const top = towns.filter(t => t.rank === 1), rest = towns.filter(t => t.rank > 1);
  const placed = [...free, ...over,
    ...place([...first, ...top, ...more, ...labels.filter(l => l.class === 'state'), ...rest],
      taken, edges)];
  draw(map.over.querySelector('.text'), placed);
  for (const p of placed) if (p.dot && !busy.has(p.dot[3])) dots.push(p.dot);
  map.over.querySelector('.dots').innerHTML = dots.map(([x, y, rank]) =>
    `<circle cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="${rank < 3 ? 2.6 : 1.9}"/>`).join('');
  map.rings();
  map.camera();
  return placed.filter(p => p.count).map(p => ({ ...p.count, id: `more:${p.count.place}`,
    x: p.x + p.width / 2, y: p.y, r: p.width / 2 + 2 }));
}

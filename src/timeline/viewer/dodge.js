// Marks of one lane that would lie on one another move up or down, the heaviest least.

const STEPS = 7; // places above and below the middle
const SHARE = 0.72; // marks may lie on one another by about a quarter

// marks: [{id, x, r}] heaviest first; half: pixels a mark may leave its lane's middle.
// Returns {away: Map id → dy, clash: pixels by which marks still lie on one another}.
export function dodge(marks, half) {
  const placed = [], away = new Map();
  let total = 0;
  for (const mark of marks) {
    let best = 0, least = Infinity;
    for (let step = 0; step <= 2 * STEPS; step++) {
      const dy = (step + 1 >> 1) * (step % 2 ? -1 : 1) * (half / STEPS);
      let clash = 0;
      for (const p of placed) {
        if (Math.abs(p.x - mark.x) > 20) continue;
        const d = Math.hypot(p.x - mark.x, p.dy - dy), want = (p.r + mark.r) * SHARE;
        if (d < want) clash += want - d;
      }
      if (clash < least) { least = clash; best = dy; }
      if (!clash) break;
    }
    placed.push({ x: mark.x, r: mark.r, dy: best });
    away.set(mark.id, best);
    total += least;
  }
  return { away, clash: total };
}

const SIZES = [1, 0.82, 0.68, 0.56]; // of marks that are no landmarks
const BEARABLE = 0.6; // pixels of clash a mark that nobody minds

// As `dodge`, with marks as much smaller as their lane is crowded; adds `size`, their share.
export function settle(marks, half) {
  for (const size of SIZES) {
    const smaller = marks.map(m => ({ ...m, r: m.weight === 1 ? m.r : m.r * size }));
    const { away, clash } = dodge(smaller, half);
    if (clash <= BEARABLE * marks.length || size === SIZES[SIZES.length - 1]) return { away, size };
  }
}

// Marks of one lane that would lie on one another move up or down, the heaviest least.

const STEPS = 7; // places above and below the middle
const SHARE = 0.72; // marks may lie on one another by about a quarter

// marks: [{id, x, r}] heaviest first; half: pixels a mark may leave its lane's middle.
// Returns Map id → dy.
export function dodge(marks, half) {
  const placed = [], out = new Map();
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
    out.set(mark.id, best);
  }
  return out;
}

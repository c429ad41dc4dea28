// Which mark the pointer means: the nearest centre within reach, the heavier on a tie.

export function nearest(marks, x, y, reach = 5) {
  let best = null, least = Infinity;
  for (const m of marks) {
    const d = Math.hypot(m.x - x, m.y - y);
    if (d > m.r + reach) continue;
    const score = d - (m.front ? 0.5 : 0);
    if (score < least) { least = score; best = m; }
  }
  return best;
}

// Tells of clicks and hovering over a box; a drag of more than five pixels is no click.
export function listen(box, marks, { click, hover }) {
  let down = null, over = null;
  const at = e => {
    const r = box.getBoundingClientRect();
    return [e.clientX - r.left, e.clientY - r.top];
  };
  const find = (e, reach) => {
    const [x, y] = at(e);
    return nearest(marks(), x, y, reach);
  };
  box.addEventListener('pointerdown', e => { down = [e.clientX, e.clientY]; }, true);
  box.addEventListener('click', e => {
    if (e.target.closest('button,input,form,details,[role=dialog]')) return;
    if (down && Math.hypot(e.clientX - down[0], e.clientY - down[1]) > 5) return;
    const hit = find(e, e.pointerType === 'touch' ? 14 : 5);
    click(hit ? hit.id : null);
  }, true);
  box.addEventListener('pointermove', e => {
    if (e.buttons || e.pointerType === 'touch') return;
    const hit = find(e, 5), id = hit ? hit.id : null;
    if (id === over) return;
    over = id;
    box.classList.toggle('cc-pointing', !!id);
    hover(id, e);
  }, true);
  box.addEventListener('pointerleave', () => {
    over = null;
    box.classList.remove('cc-pointing');
    hover(null);
  });
}

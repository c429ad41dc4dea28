// The key of the map: what each line, tint and hatch of the day means, and how exact it is.

const FAR = 7; // degrees from the three areas: what lies further off needs no line in the key

// box: where it is written; status: which of recognised, de-facto, claimed are shown (changed by
// its boxes, then `repaint` is called).
export function writeKey(box, now, theme, status, repaint) {
  const rows = [], powers = new Map();
  for (const b of now.filter(x => x.focus && x.status === 'recognised' && status.recognised)) {
    rows.push([`<i class="line" style="border-color:${theme.focus[b.focus]}"></i>`, b]);
  }
  const others = now.filter(x => x.status !== 'recognised' && (status[x.status] || x.gap))
    .filter(x => x.far < FAR).sort((x, y) => x.far - y.far);
  for (const b of others) {
    rows.push([`<i class="hatch" style="color:${theme.groups[b.group]}"></i>`, b]);
  }
  for (const b of now) if (b.status === 'recognised' && b.fill) powers.set(b.name, b);
  for (const b of [...powers.values()].sort((x, y) => x.far - y.far).slice(0, 8)) {
    rows.push([`<i style="background:${theme.groups[b.group]}"></i>`, b]);
  }
  const esc = t => t.replace(/[&<>"]/g, c => `&#${c.charCodeAt(0)};`);
  const word = { recognised: '', 'de-facto': '', claimed: ' (claimed)' };
  const counts = s => now.filter(b => b.status === s).length;
  const open = ['recognised', 'de-facto', 'claimed'].map(s =>
    `<label><input type="checkbox" data-status="${s}" ${status[s] ? 'checked' : ''} ${
      counts(s) ? '' : 'disabled'}>${s.replace('-', ' ')}</label>`).join('');
  box.innerHTML = `<p class="cc-status">${open}</p><ul>${rows.map(([swatch, b]) =>
    `<li title="${esc(b.basis)}">${swatch}<span>${esc(b.name)}${b.gap ? ' (no line known)' : word[b.status]}</span>`
      + `<small>±${b.error} km</small></li>`)
    .join('')}</ul><p class="cc-quiet">Pale marks: more than two years from this day.</p>${
    counts('de-facto') || now.some(b => b.gap) ? ''
      : '<p class="cc-quiet">Who held what on the ground: no source drawn for this day.</p>'}`;
  for (const input of box.querySelectorAll('[data-status]')) {
    input.addEventListener('change', () => {
      status[input.dataset.status] = input.checked;
      repaint();
    });
  }
}

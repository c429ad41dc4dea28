// Colours as deck.gl wants them, and the marks as icons.

const ICON = 64;

export const hex = c => [1, 3, 5].map(i => parseInt(c.slice(i, i + 2), 16));

export const mix = (a, b, share) => {
  const [x, y] = [hex(a), hex(b)];
  return x.map((c, i) => Math.round(c * (1 - share) + y[i] * share));
};

const icons = new Map();

export function icon(path, colour, halo) {
  const key = path + colour + halo;
  if (!icons.has(key)) {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-12 -12 24 24" width="${ICON}" `
      + `height="${ICON}"><path d="${path}" fill="${colour}" stroke="${halo}" stroke-width="2.4"/></svg>`;
    icons.set(key, { id: key, url: `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`,
      width: ICON, height: ICON, anchorX: ICON / 2, anchorY: ICON / 2 });
  }
  return icons.get(key);
}

// Ticks of a folded time axis: the finest calendar step that has room, folds or not.

import { DAY, isoDay } from './timescale.js';

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const YEAR = 365.25 * DAY, MONTH = YEAR / 12;

// [length, minimal pixels, first tick at or after a time, next tick, label]
const years = n => ({
  length: n * YEAR, room: 46,
  start: t => Date.UTC(Math.ceil((new Date(t).getUTCFullYear() + (isYear(t) ? 0 : 1)) / n) * n, 0, 1),
  next: t => Date.UTC(new Date(t).getUTCFullYear() + n, 0, 1),
  label: t => String(new Date(t).getUTCFullYear()),
});
const months = n => ({
  length: n * MONTH, room: 62,
  start: t => { const d = new Date(t - 1); return Date.UTC(d.getUTCFullYear(), Math.floor(d.getUTCMonth() / n) * n + n, 1); },
  next: t => { const d = new Date(t); return Date.UTC(d.getUTCFullYear(), d.getUTCMonth() + n, 1); },
  label: t => `${MONTHS[new Date(t).getUTCMonth()]} ${new Date(t).getUTCFullYear()}`,
});
const days = n => ({
  length: n * DAY, room: 76,
  start: t => Math.ceil(t / DAY) * DAY,
  next: t => {
    const d = new Date(t), day = d.getUTCDate() + n;
    return day > 29 && n > 1 ? Date.UTC(d.getUTCFullYear(), d.getUTCMonth() + 1, 1)
      : Date.UTC(d.getUTCFullYear(), d.getUTCMonth(), day);
  },
  label: t => { const d = new Date(t); return `${d.getUTCDate()} ${MONTHS[d.getUTCMonth()]} ${d.getUTCFullYear()}`; },
});
const STEPS = [days(1), days(2), days(7), months(1), months(3), months(6), years(1), years(2),
  years(5), years(10), years(20)];

const isYear = t => isoDay(t).slice(5) === '01-01';

// [[x, label]] for what a scale shows.
export function ticks(scale) {
  const [a, b] = scale.range;
  const flat = scale.flat(b) - scale.flat(a);
  const step = STEPS.find(s => s.length / flat * scale.width >= s.room) || STEPS[STEPS.length - 1];
  const out = [];
  for (let t = step.start(a), n = 0; t <= b && n < 400; t = step.next(t), n++) {
    const fold = scale.folds.find(([f, g]) => t > f && t < g);
    if (!fold) out.push([scale.x(t), step.label(t)]);
  }
  return out;
}

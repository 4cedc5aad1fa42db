import sharp from 'sharp';

const WIDTH = 960;
const HEIGHT = 420;
const LEFT = 70;
const BOTTOM = 50;
const TOP = 70;

/** A line chart as PNG. `series`: [{ name, color, values }], all of one length; `labels` are spread along the time axis. */
export function lineChart({ title, unit, labels, series, max, mark }) {
  const x = (i, n) => LEFT + (i / (n - 1)) * (WIDTH - LEFT - 30);
  const lines = series.map(({ color, values }) => {
    const points = values.map((v, i) => `${x(i, values.length).toFixed(1)},${y(v, max).toFixed(1)}`).join(' ');
    return `<polyline points="${points}" fill="none" stroke="${color}" stroke-width="3" stroke-linejoin="round"/>`;
  });
  const line = mark && `<line x1="${x(mark.at, series[0].values.length)}" x2="${x(mark.at, series[0].values.length)}" y1="${TOP}" y2="${HEIGHT - BOTTOM}" stroke="#8a94a4" stroke-dasharray="5 5"/>${text(x(mark.at, series[0].values.length) + 8, TOP + 14, mark.text, { fill: '#5a6576' })}`;
  return render([frame(title, unit, max), timeAxis(labels), ...lines, legend(series), line ?? '']);
}

/** Upright bars as PNG: `bars` are [label, value, colour]. */
export function barChart({ title, unit, bars, max }) {
  const step = (WIDTH - LEFT - 40) / bars.length;
  const drawn = bars.map(([label, value, color], i) => {
    const at = LEFT + 10 + i * step;
    const top = y(value, max);
    return `<rect x="${at + step * 0.2}" y="${top}" width="${step * 0.6}" height="${HEIGHT - BOTTOM - top}" rx="6" fill="${color}"/>${text(at + step / 2, top - 10, String(value), { anchor: 'middle', fill: '#1a2130', weight: 650 })}${text(at + step / 2, HEIGHT - BOTTOM + 24, label, { anchor: 'middle' })}`;
  });
  return render([frame(title, unit, max), ...drawn]);
}

/** Numbers that look measured: the same every time. */
export function noise(seed, count, base, spread) {
  let state = seed;
  return Array.from({ length: count }, () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return base + (state / 2147483648 - 0.5) * 2 * spread;
  });
}

function y(value, max) {
  return HEIGHT - BOTTOM - (Math.min(value, max) / max) * (HEIGHT - BOTTOM - TOP);
}

function frame(title, unit, max) {
  const rows = [0, 0.25, 0.5, 0.75, 1].map((part) => `<line x1="${LEFT}" x2="${WIDTH - 30}" y1="${y(part * max, max)}" y2="${y(part * max, max)}" stroke="#e3e7ec"/>${text(LEFT - 12, y(part * max, max) + 5, String(Math.round(part * max)), { anchor: 'end' })}`);
  return `${text(24, 38, title, { size: 20, fill: '#1a2130', weight: 650 })}${text(WIDTH - 30, 38, unit, { anchor: 'end' })}${rows.join('')}`;
}

function timeAxis(labels) {
  return labels.map((label, i) => text(LEFT + (i / (labels.length - 1)) * (WIDTH - LEFT - 60), HEIGHT - 20, label)).join('');
}

function legend(series) {
  return series.map(({ name, color }, i) => `<rect x="${LEFT + i * 150}" y="52" width="14" height="4" rx="2" fill="${color}"/>${text(LEFT + 20 + i * 150, 58, name)}`).join('');
}

function text(x, at, words, { size = 14, fill = '#5a6576', anchor = 'start', weight = 400 } = {}) {
  return `<text x="${x}" y="${at}" font-size="${size}" fill="${fill}" text-anchor="${anchor}" font-weight="${weight}" font-family="DejaVu Sans, Inter, Arial, sans-serif">${words}</text>`;
}

function render(parts) {
  return sharp(Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}"><rect width="100%" height="100%" fill="#fff"/>${parts.join('')}</svg>`)).png().toBuffer();
}

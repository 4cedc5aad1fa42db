import sharp from 'sharp';
import { barChart, lineChart, noise } from './charts.mjs';

const BLUE = '#2f5bea';
const RED = '#cc3340';
const GREEN = '#1a8a5a';
const AMBER = '#d9912b';

/** The images of the conversations, by file name. */
export const PICTURES = {
  'latency-eu-west.png': () =>
    lineChart({ title: 'Booking API, p99 by region', unit: 'ms', labels: ['09:40', '10:00', '10:20', '10:40'], max: 2800, mark: { at: 34, text: 'gateway 5.31.2' }, series: [{ name: 'eu-west', color: RED, values: [...noise(7, 34, 185, 25), 320, 760, 1350, 1900, ...noise(3, 22, 2350, 160)] }, { name: 'eu-north', color: BLUE, values: noise(11, 60, 172, 20) }] }),
  'latency-after.png': () =>
    lineChart({ title: 'Booking API, p99 by region', unit: 'ms', labels: ['10:20', '10:40', '11:00', '11:20'], max: 2800, mark: { at: 26, text: 'rolled back' }, series: [{ name: 'eu-west', color: GREEN, values: [...noise(5, 26, 2340, 170), 1500, 700, 310, ...noise(9, 31, 184, 14)] }, { name: 'eu-north', color: BLUE, values: noise(13, 60, 171, 18) }] }),
  'queue-depth.png': () => lineChart({ title: 'Documents waiting', unit: 'documents', labels: ['06:00', '08:00', '10:00', '12:00'], max: 1600, series: [{ name: 'all', color: AMBER, values: [...noise(2, 20, 40, 20), ...Array.from({ length: 24 }, (_, i) => 60 + i * 56), 900, 420, 160, ...noise(4, 13, 40, 18)] }] }),
  'storage.png': () => barChart({ title: 'Random writes of 4 kB', unit: 'thousand a second', max: 40, bars: [['standard', 9.4, '#8a94a4'], ['fast-1', 21.2, BLUE], ['fast-2', 31.8, GREEN]] }),
  'incidents-by-quarter.png': () => barChart({ title: 'Incidents by quarter', unit: 'count', max: 24, bars: [['Q3', 21, '#8a94a4'], ['Q4', 19, '#8a94a4'], ['Q1', 17, '#8a94a4'], ['Q2', 11, GREEN]] }),
  'port-times.png': () => svg(960, 420, screen('Portal 2.19', ['Rotterdam   14:20  CEST', 'Singapore   20:20  SGT', 'Santos      09:20  BRT'], '#eef2ff')),
  'driver-app.png': () => svg(480, 640, phone()),
  'harbour-evening.png': () => svg(1280, 720, harbour()),
};

/** The custom emoji, by name. */
export const EMOJI_PICTURES = {
  fjordline: () => svg(128, 128, '<rect width="128" height="128" rx="28" fill="#2f5bea"/><path d="M12 84 44 36l20 28 14-18 38 38z" fill="#fff"/><path d="M12 96c18-10 34 10 52 0s34 10 52 0v14H12z" fill="#9fc3ff"/>'),
  shipped: () => svg(128, 128, '<path d="M10 78h108l-16 30H28z" fill="#384252"/><rect x="28" y="54" width="22" height="22" fill="#e5484d"/><rect x="53" y="54" width="22" height="22" fill="#f5a524"/><rect x="78" y="54" width="22" height="22" fill="#2f9e63"/><rect x="41" y="30" width="22" height="22" fill="#3b82f6"/><rect x="66" y="30" width="22" height="22" fill="#a855f7"/><path d="M4 112c16-8 26 8 40 0s26 8 40 0 26 8 40 0" stroke="#5aa9ff" stroke-width="8" fill="none"/>'),
  allgreen: () => svg(128, 128, '<rect x="8" y="22" width="112" height="84" rx="14" fill="#12301f"/><g fill="#4cc38a"><circle cx="38" cy="50" r="12"/><circle cx="90" cy="50" r="12"/><circle cx="38" cy="82" r="12"/><circle cx="90" cy="82" r="12"/><circle cx="64" cy="66" r="9"/></g>'),
  'coffee-needed': () => svg(128, 128, '<path d="M24 48h64v34c0 18-14 28-32 28s-32-10-32-28z" fill="#fff" stroke="#6b4a2e" stroke-width="7"/><path d="M88 56h10c20 0 20 30 0 30H88" fill="none" stroke="#6b4a2e" stroke-width="7"/><path d="M42 36c-8-10 8-14 0-26M62 36c-8-10 8-14 0-26" stroke="#b08968" stroke-width="6" fill="none" stroke-linecap="round"/><path d="M36 74h40" stroke="#cc3340" stroke-width="6"/>'),
};

/** A team's picture. */
export function teamPicture({ color: [from, to], letters }) {
  return svg(128, 128, `<defs><linearGradient id="g" x2="1" y2="1"><stop stop-color="${from}"/><stop offset="1" stop-color="${to}"/></linearGradient></defs><rect width="128" height="128" fill="url(#g)"/><text x="64" y="84" font-size="54" font-weight="700" font-family="DejaVu Sans, Arial, sans-serif" text-anchor="middle" fill="#fff">${letters}</text>`);
}

function screen(title, rows, tint) {
  const lines = rows.map((row, i) => `<rect x="60" y="${120 + i * 84}" width="840" height="68" rx="12" fill="${tint}"/><text x="92" y="${163 + i * 84}" font-size="26" font-family="DejaVu Sans Mono, monospace" fill="#1a2130" xml:space="preserve">${row}</text>`);
  return `<rect width="960" height="420" fill="#fff"/><rect width="960" height="72" fill="#1b2230"/><text x="60" y="46" font-size="24" font-family="DejaVu Sans, Arial, sans-serif" fill="#fff">${title}</text>${lines.join('')}`;
}

function phone() {
  const rows = ['MSKU 402 118 7', 'TGHU 990 045 1', 'CMAU 118 730 4'].map((code, i) => `<rect x="110" y="${230 + i * 92}" width="260" height="74" rx="14" fill="#fff"/><text x="130" y="${263 + i * 92}" font-size="20" font-family="DejaVu Sans Mono, monospace" fill="#1a2130">${code}</text><text x="130" y="${289 + i * 92}" font-size="14" font-family="DejaVu Sans, Arial, sans-serif" fill="${i === 2 ? '#b5720a' : '#1a8a5a'}">${i === 2 ? 'waits for the network' : 'sent'}</text>`);
  return `<rect width="480" height="640" fill="#d3efe1"/><rect x="80" y="30" width="320" height="580" rx="44" fill="#10151d"/><rect x="96" y="48" width="288" height="544" rx="30" fill="#eef0f3"/><text x="120" y="120" font-size="26" font-weight="700" font-family="DejaVu Sans, Arial, sans-serif" fill="#1a2130">Scanned</text><text x="120" y="160" font-size="17" font-family="DejaVu Sans, Arial, sans-serif" fill="#5a6576">No network, 1 waits</text>${rows.join('')}`;
}

function harbour() {
  const crane = (x, h) => `<g stroke="#221a2c" stroke-width="9" fill="none"><path d="M${x} 560V${560 - h}M${x + 60} 560V${560 - h}M${x - 120} ${560 - h}H${x + 190}M${x} ${560 - h}l34-70 26 70M${x + 34} ${490 - h}L${x - 110} ${560 - h}M${x + 34} ${490 - h}l140 70"/></g>`;
  return `<defs><linearGradient id="s" x2="0" y2="1"><stop stop-color="#2b2350"/><stop offset=".55" stop-color="#c65a6b"/><stop offset=".8" stop-color="#f7b267"/></linearGradient><linearGradient id="w" x2="0" y2="1"><stop stop-color="#d9765f"/><stop offset="1" stop-color="#2a2145"/></linearGradient></defs><rect width="1280" height="720" fill="url(#s)"/><circle cx="860" cy="470" r="66" fill="#ffe3a8"/><rect y="560" width="1280" height="160" fill="url(#w)"/>${crane(220, 240)}${crane(470, 290)}${crane(1010, 260)}<path d="M560 540h380l-46 44H600z" fill="#221a2c"/><g fill="#3b2c4d"><rect x="620" y="500" width="60" height="40"/><rect x="690" y="480" width="60" height="60"/><rect x="760" y="500" width="60" height="40"/></g>`;
}

function svg(width, height, body) {
  return sharp(Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">${body}</svg>`)).png().toBuffer();
}

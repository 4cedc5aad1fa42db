// Letters and digits as strokes on a grid of 10 by 14: drawn by us, since a server may have no fonts at all.
const STROKES: Readonly<Record<string, string>> = {
  A: 'M0 14L5 0L10 14M2 9H8', B: 'M1 0V14H6A3.8 3.8 0 0 0 6 6.5H1M1 0H5.5A3.2 3.2 0 0 1 5.5 6.5', C: 'M10 3A5.5 7 0 1 0 10 11', D: 'M1 0V14H4A6 7 0 0 0 4 0Z', E: 'M9 0H1V14H9M1 7H8', F: 'M9 0H1V14M1 7H8',
  G: 'M10 3A5.5 7 0 1 0 10 11V8H6.5', H: 'M1 0V14M9 0V14M1 7H9', I: 'M5 0V14M2.5 0H7.5M2.5 14H7.5', J: 'M8 0V10A3.5 4 0 0 1 1 10', K: 'M1 0V14M9 0L1 8.5M4 6L9.5 14', L: 'M1 0V14H9',
  M: 'M0 14V0L5 8L10 0V14', N: 'M1 14V0L9 14V0', O: 'M5 0A5 7 0 1 0 5 14A5 7 0 1 0 5 0', P: 'M1 14V0H5.5A3.8 3.8 0 0 1 5.5 7.6H1', Q: 'M5 0A5 7 0 1 0 5 14A5 7 0 1 0 5 0M6.5 10.5L10 14.5', R: 'M1 14V0H5.5A3.6 3.6 0 0 1 5.5 7.2H1M5 7.2L9.5 14',
  S: 'M9 2.5C8 -0.8 1 -0.8 1 3.5C1 8 9 6 9 10.5C9 14.8 2 14.8 1 11.5', T: 'M0 0H10M5 0V14', U: 'M1 0V9.5A4 4.5 0 0 0 9 9.5V0', V: 'M0 0L5 14L10 0', W: 'M-1 0L2 14L5 4L8 14L11 0', X: 'M0.5 0L9.5 14M9.5 0L0.5 14', Y: 'M0 0L5 7.5L10 0M5 7.5V14', Z: 'M1 0H9L1 14H9',
  0: 'M5 0A4.2 7 0 1 0 5 14A4.2 7 0 1 0 5 0', 1: 'M2 3L5.5 0V14', 2: 'M1 3.5C1 -1.2 9 -1.2 9 3.8C9 7.5 1 11 1 14H9', 3: 'M1 1.5C4 -1.5 9 0 8.5 3.5C8 6.5 5 6.5 4 6.5C7 6.5 9.5 7.5 9 11C8.5 15 2.5 15 1 12', 4: 'M7 14V0L0.5 10H10',
  5: 'M8.5 0H2L1.5 6.5C5 4 9.5 6 9 10.2C8.5 15 2.5 15 1 12', 6: 'M8 0.5C3 1 1 6 1 9.5A4 4.5 0 1 0 9 9.5A4 4.5 0 0 0 1.2 8.5', 7: 'M1 0H9L3.5 14', 8: 'M5 6.5A3.2 3.2 0 1 1 5.1 6.5A4 3.8 0 1 1 4.9 6.5', 9: 'M9 4.5A4 4.5 0 1 0 8.8 5.5C8.8 9 7 13 2 13.7',
};

const COLOURS = ['#1d4ed8', '#0f766e', '#b45309', '#9333ea', '#be123c', '#15803d', '#4338ca', '#a21caf', '#0369a1', '#c2410c', '#4d7c0f', '#6d28d9'];

/** The picture of somebody who has given none: the first letter of the name on a colour that follows from the id. */
export function initialsSvg(id: string, username: string, side: number): string {
  let sum = 0;
  for (const char of id) sum = (sum * 31 + char.charCodeAt(0)) % 65_521;
  const stroke = STROKES[(/[a-z0-9]/i.exec(username)?.[0] ?? 'O').toUpperCase()];
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${side}" height="${side}" viewBox="0 0 30 30"><rect width="30" height="30" fill="${COLOURS[sum % COLOURS.length]}"/><path transform="translate(10 8)" d="${stroke}" fill="none" stroke="#fff" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round"/></svg>`;
}

// Writes emoji-data.json and emoji-keywords.json beside itself from emoji-datasource (the protocol's short names) and emojilib (words to search by).
// Run it after an update of either package: node src/messaging/emoji/web/catalogue/make-emoji-data.mjs
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const datasource = JSON.parse(readFileSync(require.resolve('emoji-datasource/emoji.json'), 'utf8'));
const words = JSON.parse(readFileSync(require.resolve('emojilib'), 'utf8'));

// The bundled font draws everything up to this version; what is newer keeps its name but is not offered in the picker.
const LAST_VERSION_OF_FONT = 15.0;
const GROUPS = [
  ['smileys-emotion', 'Smileys & Emotion'],
  ['people-body', 'People & Body'],
  ['animals-nature', 'Animals & Nature'],
  ['food-drink', 'Food & Drink'],
  ['travel-places', 'Travel & Places'],
  ['activities', 'Activities'],
  ['objects', 'Objects'],
  ['symbols', 'Symbols'],
  ['flags', 'Flags'],
];

const byOrder = (a, b) => a.sort_order - b.sort_order;
const toText = (unified) => String.fromCodePoint(...unified.split('-').map((code) => Number.parseInt(code, 16)));

function writeLine(emoji) {
  const flags = (emoji.skin_variations?.['1F3FB'] ? '*' : '') + (Number(emoji.added_in) > LAST_VERSION_OF_FONT ? '!' : '');
  return [emoji.unified.toLowerCase() + flags, ...emoji.short_names].join(' ');
}

function writeKeywords(emoji) {
  const text = toText(emoji.unified);
  const found = words[text] ?? words[text.replace(/\ufe0f/g, '')] ?? [];
  const own = new Set(emoji.short_names.flatMap((name) => name.split(/[_-]/)));
  const all = new Set(found.flatMap((word) => word.toLowerCase().split(/[_\s-]+/)));
  return [...all].filter((word) => word.length > 2 && !own.has(word)).join(' ');
}

const groups = {};
const keywords = {};
for (const [id, category] of GROUPS) {
  const members = datasource.filter((emoji) => emoji.category === category).sort(byOrder);
  groups[id] = members.map(writeLine).join('\n');
  keywords[id] = members.map(writeKeywords).join('\n');
}
const write = (name, value) => writeFileSync(new URL(name, import.meta.url), `${JSON.stringify(value)}\n`);
write('emoji-data.json', groups);
write('emoji-keywords.json', keywords);

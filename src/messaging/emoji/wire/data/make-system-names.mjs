// Writes system-names.json beside itself from emoji-datasource: the short names of the protocol's built-in emoji, those with skin tones apart.
// Run it after an update of that package: node src/messaging/emoji/wire/data/make-system-names.mjs
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const emojis = JSON.parse(readFileSync(createRequire(import.meta.url).resolve('emoji-datasource/emoji.json'), 'utf8'));
const namesOf = (list) => list.flatMap((emoji) => emoji.short_names).sort().join(' ');
const hasTones = (emoji) => emoji.skin_variations !== undefined;
const names = { plain: namesOf(emojis.filter((emoji) => !hasTones(emoji))), toned: namesOf(emojis.filter(hasTones)) };
writeFileSync(new URL('system-names.json', import.meta.url), `${JSON.stringify(names)}\n`);

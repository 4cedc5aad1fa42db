import names from './data/system-names.json' with { type: 'json' };

const TONES = /_(light|medium_light|medium|medium_dark|dark)_skin_tone$/;

const toned = new Set(names.toned.split(' '));
// The protocol's own sign is drawn by its clients.
const all = new Set([...names.plain.split(' '), ...toned, 'mattermost']);

/** Whether every client knows this emoji without asking: `thumbsup`, `wave_dark_skin_tone`. */
export function isSystemEmoji(name: string): boolean {
  return all.has(name) || (TONES.test(name) && toned.has(name.replace(TONES, '')));
}

import { describe, expect, it } from 'vitest';
import data from './catalogue/emoji-data.json' with { type: 'json' };
import keywords from './catalogue/emoji-keywords.json' with { type: 'json' };
import { addKeywords, emojiName, emojiText, nameInTone, readCatalogue, searchEmojis } from './emoji.catalogue.ts';

const catalogue = readCatalogue(data);

describe('the emoji catalogue', () => {
  it('knows the protocol names and their aliases', () => {
    expect(['+1', 'thumbsup', 'smile', 'us', 'flag-us', 'white_check_mark'].map((name) => emojiText(catalogue, name))).toEqual(['👍', '👍', '😄', '🇺🇸', '🇺🇸', '✅']);
    expect(emojiText(catalogue, 'no_such_thing')).toBeUndefined();
  });

  it('writes and reads skin tones', () => {
    expect(emojiText(catalogue, '+1_medium_light_skin_tone')).toBe('👍🏼');
    expect(emojiText(catalogue, 'man-shrugging_dark_skin_tone')).toBe('🤷🏿‍♂️');
    expect(emojiText(catalogue, 'tada_dark_skin_tone')).toBeUndefined();
    expect(nameInTone(catalogue.by_name.get('wave')!, 'medium_skin_tone')).toBe('wave_medium_skin_tone');
    expect(nameInTone(catalogue.by_name.get('tada')!, 'medium_skin_tone')).toBe('tada');
  });

  it('names emoji characters with and without variation selectors', () => {
    expect(['❤️', '❤', '👍🏿', '👍'].map((text) => emojiName(catalogue, text))).toEqual(['heart', 'heart', '+1_dark_skin_tone', '+1']);
    expect(emojiName(catalogue, 'x')).toBeUndefined();
  });

  it('finds names first and keywords after them', () => {
    expect(searchEmojis(catalogue, 'rocket', 5)[0]?.names[0]).toBe('rocket');
    expect(searchEmojis(catalogue, 'check', 3).map((emoji) => emoji.text)).toContain('✅');
    addKeywords(catalogue, keywords);
    expect(searchEmojis(catalogue, 'launch', 5).map((emoji) => emoji.names[0])).toContain('rocket');
  });

  it('gives every emoji its own names', () => {
    const all = [...catalogue.groups.values()].flat().flatMap((emoji) => emoji.names);
    expect(all.length).toBeGreaterThan(1900);
    expect(all.every((name) => /^[a-zA-Z0-9_+-]+$/.test(name))).toBe(true);
  });
});

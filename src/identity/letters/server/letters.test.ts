import { expect, test } from 'vitest';
import { letterAsHtml, letterAsText, type Settings } from '#kernel/server/index.ts';
import de from './de.json' with { type: 'json' };
import en from './en.json' with { type: 'json' };
import { writeLetter } from './letters.ts';

const settings = { all: [] as never[], get: () => '' } as unknown as Settings;
const frame = { service: 'Muster', url: 'https://chat.example.com', locale: 'en' };
const places = (value: unknown) => [...new Set(JSON.stringify(value).match(/\{\w+\}/g) ?? [])].sort();

test('every letter exists in every language, with the same places to fill', () => {
  expect(Object.keys(de)).toEqual(Object.keys(en));
  for (const [name, letter] of Object.entries(en)) expect(places((de as Record<string, unknown>)[name]), name).toEqual(places(letter));
});

test('a letter is in the language of its reader, and in English where there is no translation', () => {
  expect(writeLetter(settings, 'de', 'test').title).toBe('Es klappt');
  expect(writeLetter(settings, 'de-CH', 'test').title).toBe('Es klappt');
  for (const locale of ['en', 'xx', '', '__proto__', 'constructor']) expect(writeLetter(settings, locale, 'test').title).toBe('It works');
});

test('names and texts stay text in every form of a letter', () => {
  const letter = writeLetter(settings, 'en', 'mentioned', { values: { author: '<img src=x onerror=alert(1)>\r\nBcc: eve@example.com', channel: '{site}' }, url: 'https://chat.example.com/"><script>', quotes: [{ from: '<b>Ann</b>', text: '</td><script>alert(1)</script>\nsecond line' }] });
  const html = letterAsHtml(letter, frame);
  expect(html).not.toMatch(/<script|<img|<b>Ann/);
  expect(html).toContain('&lt;/td&gt;&lt;script&gt;alert(1)&lt;/script&gt;<br>second line');
  expect(letter.subject).not.toMatch(/[\r\n]/);
  expect(letterAsText(letter, frame)).toContain('> second line');
});

import { describe, expect, test } from 'vitest';
import { link, quiet, shorten } from './payload-text.ts';
import { parseLenient } from './read-payload.ts';
import { attachmentFromSlack, fromSlack, peopleIn } from './slack-text.ts';
import { splitText } from './post-payload.ts';

const ID = 'a'.repeat(26);

describe('Slack\'s markup', () => {
  test.each([
    ['<!here> <!channel> <!all> <!everyone>', '@here @channel @all @all'],
    [`<@${ID}> and <@${'b'.repeat(26)}>`, `@ann and <@${'b'.repeat(26)}>`],
    ['<https://ci.example.com/42|build 42> failed', '[build 42](https://ci.example.com/42) failed'],
    ['<https://ci.example.com/42>', '<https://ci.example.com/42>'],
    ['<mailto:ann@example.com|Ann>', '[Ann](mailto:ann@example.com)'],
    ['a < b | c > d', 'a < b | c > d'],
    ['plain', 'plain'],
  ])('%j becomes %j', (text, markdown) => {
    expect(fromSlack(text, new Map([[ID, 'ann']]))).toBe(markdown);
  });

  test('names people by their ids', () => {
    expect(peopleIn([`<@${ID}> <@${ID}>`, '<@U123>'])).toEqual([ID]);
  });

  test('stands in every text of an attachment; buttons with an address become links', () => {
    const attachment = { pretext: '<!here>', text: '<http://a.example|A>', title: '<!all>', fields: [{ title: 'x', value: '<!here>', short: true }, { title: 'n', value: 7, short: false }], actions: [{ type: 'button', text: 'Run [now]', url: 'https://r.example/(1)' }, { type: 'button', text: 'x' }] };
    expect(attachmentFromSlack(attachment as never, new Map())).toMatchObject({
      pretext: '@here', title: '@all', text: '[A](http://a.example)\n\n[Run \\[now\\]](https://r.example/%281%29)', fields: [{ value: '@here' }, { value: 7 }], actions: undefined,
    });
    const working = { name: 'Go', integration: { url: 'https://i.example' } };
    expect(attachmentFromSlack({ actions: [working] } as never, new Map()).actions).toEqual([working]);
  });
});

test('long texts are cut where a line or a word ends, and nothing is lost', () => {
  expect(splitText('short')).toEqual(['short']);
  expect(splitText('aaaa bbbb cccc', 10)).toEqual(['aaaa bbbb', 'cccc']);
  expect(splitText('🚀'.repeat(25), 10)).toEqual(['🚀'.repeat(10), '🚀'.repeat(10), '🚀'.repeat(5)]);
});

describe('JSON as tools write it', () => {
  test('may have raw line breaks and tabs in its texts', () => {
    expect(parseLenient('{"text":"one\ntwo\tthree \\"four\\"\r\n"}')).toEqual({ text: 'one\ntwo\tthree "four"\r\n' });
    expect(parseLenient('{\n\t"text": "fine"\n}')).toEqual({ text: 'fine' });
  });

  test.each(['', 'text', '{', '{"text": "never closed', '{"text": }'])('%j is refused in words', (text) => {
    expect(() => parseLenient(text)).toThrow(/not valid JSON/);
  });
});

test('what is no JSON is refused quickly, however long it is', () => {
  for (const text of [`"${'\\"'.repeat(500_000)}`, '"\\n'.repeat(300_000), '<'.repeat(1_000_000)]) expect(() => parseLenient(text)).toThrow(/not valid JSON/);
}, 5_000);

test('foreign texts stay texts', () => {
  expect(quiet('ask @all, mail a@b.example')).toBe('ask @\u2060all, mail a@\u2060b.example');
  expect(shorten('one two three', 9)).toBe('one two…');
  expect(link('a]b', 'javascript:alert(1)')).toBe('a\\]b');
  expect(link('a', 'https://x.example/a b)')).toBe('[a](https://x.example/a%20b%29)');
});

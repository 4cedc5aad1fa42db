import { describe, expect, it } from 'vitest';
import { continueLine, findTrigger, isCommand, isInsideFence, lettersLeft, makeLink, toggleCode, toggleLines, toggleMark, type Selected } from './composer.rules.ts';

/** `|` marks the caret, or both ends of the selection. */
function at(marked: string): Selected {
  const start = marked.indexOf('|');
  const last = marked.lastIndexOf('|');
  return { text: marked.replaceAll('|', ''), start, end: last > start ? last - 1 : start };
}
const show = ({ text, start, end }: Selected) => (start === end ? `${text.slice(0, start)}|${text.slice(start)}` : `${text.slice(0, start)}|${text.slice(start, end)}|${text.slice(end)}`);
const trigger = (marked: string) => {
  const found = findTrigger(at(marked).text, at(marked).start);
  return found && `${found.kind} ${found.term}`;
};

describe('completion while writing', () => {
  it('begins with a sign at the start of a word', () => {
    expect([trigger('hi @am|'), trigger('@|'), trigger('~op|'), trigger('(:ta|'), trigger('/inc|'), trigger('a@b|'), trigger('10:30|'), trigger('~~st|')])
      .toEqual(['person am', 'person ', 'channel op', 'emoji ta', 'command /inc', undefined, undefined, undefined]);
  });

  it('stays away from code', () => {
    expect([trigger('`@am|'), trigger('```\n@am|\n```'), trigger('```\nx\n```\n@am|')]).toEqual([undefined, undefined, 'person am']);
  });
});

describe('marks around words', () => {
  it('are put on and taken off', () => {
    expect(show(toggleMark(at('a |b| c'), '**'))).toBe('a **|b|** c');
    expect(show(toggleMark(at('a **|b|** c'), '**'))).toBe('a |b| c');
    expect(show(toggleMark(at('|'), '**'))).toBe('**|**');
    expect(show(toggleMark(at('**|b|**'), '*'))).toBe('***|b|***');
  });

  it('make links and code', () => {
    expect(show(makeLink(at('see |docs|')))).toBe('see [docs](|https://|)');
    expect(show(toggleCode(at('|ls|')))).toBe('`|ls|`');
    expect(show(toggleCode(at('|a\nb|')))).toBe('```\n|a\nb|\n```');
  });

  it('begin all selected lines', () => {
    expect(toggleLines(at('|a\nb|'), '- ').text).toBe('- a\n- b');
    expect(toggleLines(at('|- a\n- b|'), '- ').text).toBe('a\nb');
  });

  it('continue lists and quotes, and end them after an empty item', () => {
    expect(['- a', '3. c', '- [x] done', '> q', 'plain', '- '].map((line) => continueLine(line, line.length))).toEqual(['- ', '4. ', '- [ ] ', '> ', '', null]);
  });
});

describe('the text of a message', () => {
  it('knows open fences', () => {
    expect([isInsideFence('```\nx', 5), isInsideFence('```\nx\n```\n', 10)]).toEqual([true, false]);
  });

  it('is a command only when it begins with a slash and a letter', () => {
    expect(['/away', ' /away', '/', '// note', '/1'].map(isCommand)).toEqual([true, false, false, false, false]);
  });

  it('counts letters as the server does', () => {
    expect([lettersLeft('abc', 10), lettersLeft('👍👍👍👍👍👍', 10)]).toEqual([7, 4]);
  });
});

import { describe, expect, it } from 'vitest';
import { splitText } from './text-runs.ts';

const write = (text: string, words?: string[]) => splitText(text, words).map((run) => `${run.kind}:${run.text}`);

describe('runs of text', () => {
  it('cuts emoji out of words, whole sequences at once', () => {
    expect(write('ok 👍🏽 👩‍🚒🇩🇪 1️⃣')).toEqual(['text:ok ', 'emoji:👍🏽', 'text: ', 'emoji:👩‍🚒', 'emoji:🇩🇪', 'text: ', 'emoji:1️⃣']);
  });

  it('leaves digits, arrows and trade marks as text', () => {
    expect(write('1 → 2 © ™ #5')).toEqual(['text:1 → 2 © ™ #5']);
    expect(write('❤️ ✅')).toEqual(['emoji:❤️', 'text: ', 'emoji:✅']);
  });

  it('draws emoticons that stand alone', () => {
    expect(write('fine :) http://a:/b')).toEqual(['text:fine ', 'emoticon:slightly_smiling_face', 'text: http://a:/b']);
  });

  it('marks whole words, and beginnings where the word ends in a star', () => {
    expect(write('Rollback the roll', ['roll'])).toEqual(['text:Rollback the ', 'mark:roll']);
    expect(write('Rollback', ['roll*'])).toEqual(['mark:Rollback']);
    expect(write('a-b (c)', ['a-b', '(c'])).toEqual(['mark:a-b', 'text: ', 'mark:(c', 'text:)']);
  });
});

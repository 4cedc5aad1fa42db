import { describe, expect, it } from 'vitest';
import type { Post } from '#messaging/posts/wire/index.ts';
import { findWideMention, mentionsPerson } from './mentions.rules.ts';

const keys = { username: 'john.vu', keys: ['database', '@dba'], is_called_by_all: true };
const calls = (message: string, more = {}) => mentionsPerson({ message } as Post, { ...keys, ...more });

describe('mentions of the reader', () => {
  it('are found by name, also at the end of a sentence', () => {
    expect([calls('hi @john.vu'), calls('@John.Vu: look'), calls('ask @john.vu.'), calls('@john.vue')]).toEqual([true, true, true, false]);
  });

  it('are found by keywords as whole words', () => {
    expect([calls('the Database is down'), calls('databases'), calls('@dba now')]).toEqual([true, false, true]);
  });

  it('are not found in code or addresses', () => {
    expect([calls('`@john.vu`'), calls('```\ndatabase\n```'), calls('https://a.example/@john.vu')]).toEqual([false, false, false]);
  });

  it('include everybody, unless the person does not want that', () => {
    expect([calls('@here'), calls('@channel!'), calls('@all', { is_called_by_all: false })]).toEqual([true, true, false]);
    expect(findWideMention('please look @All.')).toBe('all');
    expect(findWideMention('`@all`')).toBeUndefined();
  });
});

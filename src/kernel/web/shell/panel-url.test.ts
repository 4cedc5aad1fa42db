import { expect, it } from 'vitest';
import { readEntry, withEntry } from './panel-url.ts';

const thread = { kind: 'thread', post_id: 'p1' };

it('an address keeps the panel that is open', () => {
  expect(withEntry('', undefined, thread)).toBe('?panel=thread&post_id=p1');
  expect(readEntry('?panel=thread&post_id=p1')).toEqual(thread);
});

it('another panel takes the place of the one before, and closing it leaves the rest of the address alone', () => {
  const search = withEntry('?tab=2', undefined, thread);
  expect(search).toBe('?tab=2&panel=thread&post_id=p1');
  expect(withEntry(search, readEntry(search), { kind: 'search', text: 'a b' })).toBe('?tab=2&panel=search&text=a+b');
  expect(withEntry(search, readEntry(search), undefined)).toBe('?tab=2');
});

it('an address without a panel names none', () => {
  expect(readEntry('')).toBeUndefined();
  expect(readEntry('?tab=2')).toBeUndefined();
});

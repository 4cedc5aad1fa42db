import { expect, test } from 'vitest';
import { connectionFor } from './connections.rules.ts';

test('a connection is for its own origin and what lies below its path; the longest audience counts', () => {
  const wide = { id: 'wide', audiences: ['https://ci.example.com'] };
  const narrow = { id: 'narrow', audiences: ['https://ci.example.com/hooks/'] };
  const find = (address: string) => connectionFor([wide, narrow], address)?.id;
  expect(find('https://ci.example.com/')).toBe('wide');
  expect(find('https://ci.example.com/hooksmith')).toBe('wide');
  expect(find('https://ci.example.com/hooks/1?x=2')).toBe('narrow');
  for (const none of ['https://ci.example.com.evil.com/', 'http://ci.example.com/', 'https://ci.example.com:444/', 'x']) expect(find(none)).toBeUndefined();
});

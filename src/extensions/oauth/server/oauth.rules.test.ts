import { expect, test } from 'vitest';
import { comeBack, fitsPattern, isOwnAddress } from './oauth.rules.ts';

test('an app leads back to its own addresses only; on the own machine to any port', () => {
  const own = ['https://app.example.com/cb?x=1', 'http://127.0.0.1/cb'];
  for (const good of ['https://app.example.com/cb?x=1', 'http://127.0.0.1/cb', 'http://127.0.0.1:49152/cb']) expect(isOwnAddress(own, good), good).toBe(true);
  for (const bad of ['https://app.example.com/cb', 'https://app.example.com/cb?x=1#f', 'https://app.example.com.evil.com/cb?x=1', 'http://127.0.0.1:1/other', 'https://127.0.0.1/cb', 'javascript:alert(1)', '', '//app.example.com/cb']) expect(isOwnAddress(own, bad), bad).toBe(false);
});

test('what the app had in its address stays there', () => {
  expect(comeBack('https://a.example.com/cb?x=1', { code: 'c d', state: 'ä&', empty: '' })).toBe('https://a.example.com/cb?x=1&code=c+d&state=%C3%A4%26');
});

test('a pattern matches the whole address', () => {
  expect(fitsPattern('https://a.example.com/cb', 'https://*.example.com/**')).toBe(true);
  expect(fitsPattern('https://evil.com/x.example.com/cb', 'https://*.example.com/**')).toBe(false);
  expect(fitsPattern('https://aXexample.com/', 'https://a.example.com/')).toBe(false);
});

import { expect, test } from 'vitest';
import { hostOf, requestOf } from './oauth.rules.ts';

test('what an app asks for is read from the address, and nothing else', () => {
  expect(requestOf(new URLSearchParams('client_id=abc&response_type=code&redirect_uri=https%3A%2F%2Fa.example.com%2Fcb&evil=1'))).toEqual({
    response_type: 'code', client_id: 'abc', redirect_uri: 'https://a.example.com/cb', scope: '', state: '', code_challenge: '', code_challenge_method: '',
  });
});

test('only web addresses have a host to go back to', () => {
  expect(hostOf('https://a.example.com:8443/cb')).toBe('a.example.com:8443');
  for (const none of ['javascript:alert(1)', 'x', '']) expect(hostOf(none)).toBe('');
});

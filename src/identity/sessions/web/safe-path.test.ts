import { expect, it } from 'vitest';
import { safePath } from './safe-path.ts';

it('a log-in leads back to the address that was wanted', () => {
  expect(safePath('/team/channels/ops?panel=thread')).toBe('/team/channels/ops?panel=thread');
});

it('a log-in never leads to another server or around in circles', () => {
  for (const target of [null, '', 'https://evil.example', '//evil.example', '/\\evil.example', 'javascript:alert(1)', '/login?redirect_to=/x']) expect(safePath(target)).toBe('/');
});

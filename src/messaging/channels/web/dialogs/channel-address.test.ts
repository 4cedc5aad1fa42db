import { expect, it } from 'vitest';
import { channel_name_pattern } from '#messaging/channels/wire/index.ts';
import { addressFrom } from './channel-address.ts';

it('an address keeps what it can of a name', () => {
  expect(addressFrom('Release 5.32')).toBe('release-5-32');
  expect(addressFrom('  Büro & Größe! ')).toBe('buro-grosse');
  expect(addressFrom('a_b')).toBe('a_b');
});

it('an address of a name without Latin letters is left to the person', () => {
  expect(addressFrom('数据库')).toBe('');
});

it('an address made from a name is valid', () => {
  for (const name of ['Release 5.32', '--x--', 'Ops / EU', 'a'.repeat(80)]) expect(addressFrom(name)).toMatch(channel_name_pattern);
});

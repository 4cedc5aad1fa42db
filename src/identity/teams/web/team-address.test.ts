import { expect, it } from 'vitest';
import { faultOfAddress, teamAddressFrom } from './team-address.ts';

it('a team gets an address from its name', () => {
  expect(teamAddressFrom('Platform & Ops')).toBe('platform-ops');
  expect(teamAddressFrom('Équipe Réseau')).toBe('equipe-reseau');
  expect(teamAddressFrom('開発')).toBe('');
});

it('addresses that the server needs itself are refused before they are sent', () => {
  expect(faultOfAddress('admins')).toBe('reserved');
  expect(faultOfAddress('api')).toBe('reserved');
  expect(faultOfAddress('platform')).toBe('');
});

it('addresses outside of the protocol are refused', () => {
  for (const name of ['', 'a', '-ab', 'ab-', 'Ab', 'a b', 'a_b', 'a'.repeat(65)]) expect(faultOfAddress(name)).toBe('invalid');
});

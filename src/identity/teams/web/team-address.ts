import { reserved_team_names, team_limits, team_name_pattern } from '#identity/teams/wire/index.ts';

/** A team's address made from its name; '' when nothing is left of the name. */
export function teamAddressFrom(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, team_limits.name_max);
}

export type AddressFault = 'invalid' | 'reserved' | '';

export function faultOfAddress(name: string): AddressFault {
  if (name.length < team_limits.name_min || name.length > team_limits.name_max || !team_name_pattern.test(name) || name.includes('_')) return 'invalid';
  // The protocol refuses every name that begins with one of its own words.
  if (reserved_team_names.some((reserved) => name.startsWith(reserved))) return 'reserved';
  return '';
}

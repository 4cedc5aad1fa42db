import { channel_limits } from '#messaging/channels/wire/index.ts';

/** An address made from a name: what the protocol allows of it. '' when nothing is left of the name. */
export function addressFrom(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/[^a-z0-9_-]+/g, '-')
    .replace(/-{2,}/g, '-')
    .replace(/^[-_]+|[-_]+$/g, '')
    .slice(0, channel_limits.name_max);
}

import { createHash } from 'node:crypto';
import { userError, type AppError } from '#kernel/server/index.ts';
import { channel_limits, channel_name_pattern, default_channel_notify_props, type Channel, type ChannelBannerInfo, type ChannelNotifyProps } from '../wire/index.ts';

const NAME_OF_DIRECT = /^[a-z0-9]{26}__[a-z0-9]{26}$/i;
const NAME_OF_GROUP = /^[a-f0-9]{40}$/;
const COLOR = /^#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$/;

type Validated = Pick<Channel, 'type' | 'display_name' | 'name' | 'header' | 'purpose' | 'banner_info'>;

/** What is wrong with a channel, in the protocol's order of checks; null if nothing. */
export function findChannelFault(channel: Validated): AppError | null {
  const { display_name_max, name_max, header_max, purpose_max } = channel_limits;
  const fault = (id: string, message: string) => userError(`model.channel.is_valid.${id}.app_error`, message);
  if (length(channel.display_name) > display_name_max) return fault('display_name', `The display name must have at most ${display_name_max} characters.`);
  if (channel.name.length > name_max || !channel_name_pattern.test(channel.name)) return fault('1_or_more', `The name must have 1 to ${name_max} lower-case letters, digits, hyphens or underscores.`);
  if (!['O', 'P', 'D', 'G'].includes(channel.type)) return fault('type', 'The type must be O (public) or P (private).');
  if (length(channel.header) > header_max) return fault('header', `The header must have at most ${header_max} characters.`);
  if (length(channel.purpose) > purpose_max) return fault('purpose', `The purpose must have at most ${purpose_max} characters.`);
  if (isOfTeam(channel) && (NAME_OF_DIRECT.test(channel.name) || NAME_OF_GROUP.test(channel.name))) return fault('name', 'This name has the form of a direct channel. Choose another.');
  return findBannerFault(channel, channel.banner_info);
}

function findBannerFault(channel: Pick<Channel, 'type'>, banner: ChannelBannerInfo | null): AppError | null {
  if (!banner?.enabled) return null;
  const fault = (id: string, message: string) => userError(`model.channel.is_valid.banner_info.${id}.app_error`, message);
  if (!isOfTeam(channel)) return fault('channel_type', 'Only public and private channels have a banner.');
  if (!banner.text) return fault('text.empty', 'The banner needs a text.');
  if (banner.text.length > 1024) return fault('text.invalid_length', 'The text of the banner must have at most 1024 characters.');
  if (!banner.background_color) return fault('background_color.empty', 'The banner needs a background colour.');
  return COLOR.test(banner.background_color) ? null : fault('background_color.invalid', 'The background colour must be written like #1c58d9.');
}

const length = (text: string) => [...text].length;

/** Public and private channels belong to a team; direct and group channels to their people. */
export function isOfTeam(channel: Pick<Channel, 'type'>): boolean {
  return channel.type === 'O' || channel.type === 'P';
}

/** The name of the direct channel of two people, or of one with himself. */
export function directChannelName(a: string, b: string): string {
  return a < b ? `${a}__${b}` : `${b}__${a}`;
}

/** The name of the group channel of these people. */
export function groupChannelName(user_ids: readonly string[]): string {
  return createHash('sha1').update([...user_ids].sort().join('')).digest('hex');
}

/** All notification settings of a member; the table keeps only what differs from the default. */
export function fullNotifyProps(kept: Record<string, string>): ChannelNotifyProps {
  return { ...default_channel_notify_props, ...kept };
}

/** Names of channels that a text points to with a tilde. */
export function channelNamesIn(text: string): string[] {
  if (!text.includes('~')) return [];
  return [...new Set([...text.matchAll(/(?<![\w~])~([a-z0-9_-]+)/gi)].map((match) => match[1]!.toLowerCase()))].slice(0, 50);
}

import type { MemberNotify } from '#messaging/channels/server/feature.ts';

/** Whether a member wants a notice of every post of the channel: its level for the channel counts, else the person's own. */
export function hearsAll(member: MemberNotify | undefined): boolean {
  const level = member?.channel_props.desktop ?? 'default';
  return level === 'all' || (level === 'default' && member?.user_props.desktop === 'all');
}

/** Whether a follower of a thread wants a notice of a reply. A muted channel, and a level "none", are silent. */
export function hearsReply({ channel_props, user_props }: MemberNotify, is_mentioned: boolean): boolean {
  if (channel_props.mark_unread === 'mention') return false;
  const { desktop, desktop_threads } = channel_props.desktop === 'default' ? user_props : channel_props;
  return desktop !== 'none' && (is_mentioned || desktop === 'all' || (desktop_threads ?? 'all') === 'all');
}

import type { ChannelNotifyProps, ChannelType } from '#messaging/channels/wire/index.ts';
import type { UserNotifyProps } from '#identity/users/wire/index.ts';
import type { StatusValue } from '#identity/status/wire/index.ts';

export type NotifyFacts = {
  /** Written by this person, on this page or another. */
  is_own: boolean;
  is_system: boolean;
  is_reply: boolean;
  /** The server says that this person is mentioned. */
  is_mention: boolean;
  /** The server says that this person follows the thread and wants to hear of it. */
  is_followed: boolean;
  /** The person is looking at the conversation or its thread. */
  is_seen: boolean;
  channel_type: ChannelType;
  my_level: UserNotifyProps['desktop'];
  channel_props: Pick<ChannelNotifyProps, 'desktop' | 'mark_unread'>;
  my_status: StatusValue;
};

/** Whether a new post is worth calling the person back to the page. */
export function shouldNotify(facts: NotifyFacts): boolean {
  if (facts.is_own || facts.is_system || facts.is_seen) return false;
  if (facts.my_status === 'dnd' || facts.my_status === 'ooo') return false;
  if (facts.channel_props.mark_unread === 'mention') return false;
  const level = facts.channel_props.desktop === 'default' ? facts.my_level : facts.channel_props.desktop;
  if (level === 'none') return false;
  // Replies belong to their thread: only who is in it hears of them.
  if (facts.is_reply) return facts.is_mention || facts.is_followed;
  const is_group_by_mention = facts.channel_type === 'G' && facts.channel_props.desktop === 'default';
  return level === 'all' || is_group_by_mention || facts.is_mention;
}

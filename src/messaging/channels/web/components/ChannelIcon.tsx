import { Archive, Hash, Lock, Users } from 'lucide-react';
import type { ReactNode } from 'react';
import { StatusDot } from '#identity/status/web/index.ts';
import { useMyUserId } from '#kernel/web/index.ts';
import type { Channel } from '#messaging/channels/wire/index.ts';
import { dmPartnerId } from '../channels.rules.ts';

/** What kind of channel it is; for direct channels the other person's presence. */
export function ChannelIcon({ channel, size = 16 }: { channel: Channel; size?: number }): ReactNode {
  const my_id = useMyUserId();
  if (channel.delete_at > 0) return <Archive size={size} aria-hidden="true" />;
  if (channel.type === 'D') return <StatusDot user_id={dmPartnerId(channel.name, my_id)} />;
  const Icon = { O: Hash, P: Lock, G: Users }[channel.type];
  return <Icon size={channel.type === 'P' ? size - 1 : size} aria-hidden="true" />;
}

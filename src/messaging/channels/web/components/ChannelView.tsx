import { Archive } from 'lucide-react';
import type { ReactNode } from 'react';
import { useCan } from '#identity/roles/web/index.ts';
import { useMyTeamMember } from '#identity/teams/web/index.ts';
import { useMe } from '#identity/users/web/index.ts';
import { Button, EmptyState, toast, useT } from '#kernel/web/index.ts';
import type { Id } from '#kernel/wire/index.ts';
import type { Channel } from '#messaging/channels/wire/index.ts';
import { joinChannel, restoreChannel } from '../channels.client.ts';
import { channel_messages as m } from '../channels.messages.ts';
import { useChannelName } from '../channels.names.ts';
import { channel_slots } from '../channels.slots.ts';
import { useMyChannelMember } from '../channels.state.ts';
import { ChannelHeader } from './ChannelHeader.tsx';
import { ChannelIcon } from './ChannelIcon.tsx';
import styles from './ChannelView.module.css';

/** Header and conversation of one channel, or the way into it. */
export function ChannelView({ channel, focused_post_id }: { channel: Channel; focused_post_id: Id }): ReactNode {
  const member = useMyChannelMember(channel.id);
  const [Messages] = channel_slots.messages.all();
  return (
    <>
      <ChannelHeader channel={channel} />
      {channel_slots.below_header.all().map((Part, i) => <Part key={i} channel={channel} />)}
      {member ? Messages && <Messages channel_id={channel.id} {...(focused_post_id ? { focused_post_id } : {})} /> : <JoinInvitation channel={channel} />}
      {channel.delete_at > 0 && <ArchivedNote channel={channel} />}
    </>
  );
}

function JoinInvitation({ channel }: { channel: Channel }): ReactNode {
  const t = useT();
  const name = useChannelName(channel);
  const join = (): void => void joinChannel(channel.id).catch(toast.failure);
  return (
    <EmptyState
      icon={<ChannelIcon channel={channel} size={20} />}
      title={name}
      text={channel.purpose || t(m.join_text)}
      action={channel.delete_at === 0 && <Button variant="primary" onClick={join}>{t(m.join)}</Button>}
    />
  );
}

function ArchivedNote({ channel }: { channel: Channel }): ReactNode {
  const t = useT();
  const me = useMe();
  const team_member = useMyTeamMember(channel.team_id);
  const can_restore = useCan('manage_team', [me.roles, team_member?.roles]);
  return (
    <div className={styles.archived}>
      <Archive size={15} aria-hidden="true" />
      <span>{t(m.archived_note)}</span>
      {can_restore && <Button size="s" onClick={() => void restoreChannel(channel.id).catch(toast.failure)}>{t(m.restore)}</Button>}
    </div>
  );
}

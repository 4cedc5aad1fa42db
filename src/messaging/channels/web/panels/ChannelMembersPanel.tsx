import { Ellipsis, Search, UserPlus } from 'lucide-react';
import { useEffect, useMemo, useState, type ReactNode } from 'react';
import { useCan } from '#identity/roles/web/index.ts';
import { StatusDot, WithStatus } from '#identity/status/web/index.ts';
import { useMyTeamMember } from '#identity/teams/web/index.ts';
import { ProfilePopover, UserAvatar, useFormatName, useMe, useUsers } from '#identity/users/web/index.ts';
import type { User } from '#identity/users/wire/index.ts';
import { Button, Chip, IconButton, Input, ListRow, Menu, MenuItem, openDialog, PanelFrame, toast, useT, type PanelProps } from '#kernel/web/index.ts';
import type { Channel, ChannelMember } from '#messaging/channels/wire/index.ts';
import { removeMember } from '../channels.client.ts';
import { channel_messages as m } from '../channels.messages.ts';
import { useChannelName } from '../channels.names.ts';
import { useChannel, useMyChannelMember } from '../channels.state.ts';
import { AddMembersDialog } from '../dialogs/AddMembersDialog.tsx';
import styles from './panels.module.css';
import { setChannelAdmin, useMembers } from './useMembers.ts';

/** Who is in a channel. */
export default function ChannelMembersPanel({ entry }: PanelProps): ReactNode {
  const t = useT();
  const channel = useChannel(entry.channel_id ?? '');
  const name = useChannelName(channel);
  return <PanelFrame title={t(m.members)} subtitle={name}>{channel && <MemberList key={channel.id} channel={channel} />}</PanelFrame>;
}

function MemberList({ channel }: { channel: Channel }): ReactNode {
  const t = useT();
  const formatName = useFormatName();
  const [text, setText] = useState('');
  const { members, refresh, fetchMore } = useMembers(channel.id);
  const ids = useMemo(() => members.map((member) => member.user_id), [members]);
  const users = useUsers(ids);
  const can_manage = useMemberRight(channel);
  const wanted = text.trim().toLocaleLowerCase();
  const shown = users
    .filter((user) => `${formatName(user)} ${user.username}`.toLocaleLowerCase().includes(wanted))
    .toSorted((a, b) => formatName(a).localeCompare(formatName(b)));
  useEffect(() => {
    if (wanted) fetchMore?.();
  }, [wanted, fetchMore]);
  return (
    <>
      <div className={styles.tools}>
        <Input type="search" icon={<Search size={15} />} aria-label={t(m.filter_members)} placeholder={t(m.filter_members)} value={text} onChange={(event) => setText(event.target.value)} />
        {can_manage && channel.delete_at === 0 && <Button icon={<UserPlus size={15} />} onClick={() => openDialog(<AddMembersDialog channel={channel} />)}>{t(m.add_people)}</Button>}
      </div>
      <div className={styles.list}>
        {shown.map((user) => <MemberLine key={user.id} channel={channel} user={user} member={members.find((one) => one.user_id === user.id)} can_manage={can_manage} on_change={refresh} />)}
        {text && !shown.length && <p className={styles.pane}>{t(m.nobody_called, { text })}</p>}
        {fetchMore && !text && <p className={styles.pane}><Button size="s" onClick={fetchMore}>{t(m.show_more)}</Button></p>}
      </div>
    </>
  );
}

type LineProps = { channel: Channel; user: User; member: ChannelMember | undefined; can_manage: boolean; on_change: () => void };

function MemberLine({ channel, user, member, can_manage, on_change }: LineProps): ReactNode {
  const t = useT();
  const name = useFormatName()(user);
  const remove = (): void => void removeMember(channel.id, user.id).then(() => {
    on_change();
    toast.show(t(m.removed_member, { name }));
  }).catch(toast.failure);
  const setAdmin = (is_admin: boolean): void => void setChannelAdmin(channel.id, user.id, is_admin).then(on_change).catch(toast.failure);
  return (
    <ListRow
      start={user.is_bot ? <UserAvatar user_id={user.id} size={32} /> : <WithStatus surface="sunken" dot={<StatusDot user_id={user.id} />}><UserAvatar user_id={user.id} size={32} /></WithStatus>}
      title={
        <>
          <ProfilePopover user_id={user.id} side="left" trigger={<button type="button" className={styles.person}>{name}</button>} />
          {user.is_bot && <Chip size="s">{t(m.bot)}</Chip>}
          {member?.scheme_guest && <Chip size="s">{t(m.guest)}</Chip>}
          {member?.scheme_admin && <Chip size="s" tone="accent">{t(m.channel_admin)}</Chip>}
        </>
      }
      text={`@${user.username}`}
      end={
        can_manage && (
          <Menu align="end" trigger={<IconButton size="s" label={`${name}: ${t(m.menu)}`} icon={<Ellipsis size={16} />} />}>
            {!user.is_bot && !member?.scheme_guest && <MenuItem on_select={() => setAdmin(!member?.scheme_admin)}>{t(member?.scheme_admin ? m.unmake_admin : m.make_admin)}</MenuItem>}
            <MenuItem tone="bad" on_select={remove}>{t(m.remove_member)}</MenuItem>
          </Menu>
        )
      }
    />
  );
}

function useMemberRight(channel: Channel): boolean {
  const me = useMe();
  const team_member = useMyTeamMember(channel.team_id);
  const member = useMyChannelMember(channel.id);
  const can_manage = useCan(channel.type === 'P' ? 'manage_private_channel_members' : 'manage_public_channel_members', [me.roles, team_member?.roles, member?.roles]);
  return can_manage && (channel.type === 'O' || channel.type === 'P');
}

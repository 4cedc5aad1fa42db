import { Archive, Bell, BellOff, CheckCheck, Info, Link as LinkIcon, LogOut, Pencil, RotateCcw, ShieldCheck, UserPlus, Users, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useCan } from '#identity/roles/web/index.ts';
import { useMyTeamMember } from '#identity/teams/web/index.ts';
import { useMe } from '#identity/users/web/index.ts';
import { MenuItem, MenuSeparator, openDialog, panel, toast, useT } from '#kernel/web/index.ts';
import { default_channel_name, type Channel } from '#messaging/channels/wire/index.ts';
import { restoreChannel, setNotifyProps } from '../channels.client.ts';
import { channel_messages as m } from '../channels.messages.ts';
import { channelPath } from '../channels.paths.ts';
import { channel_slots } from '../channels.slots.ts';
import { useChannelUnread, useMyChannelMember } from '../channels.state.ts';
import { markChannelsRead } from '../channels.view.ts';
import { AddMembersDialog } from '../dialogs/AddMembersDialog.tsx';
import { ChannelPermissionsDialog } from '../dialogs/ChannelPermissionsDialog.tsx';
import { EditChannelDialog } from '../dialogs/EditChannelDialog.tsx';
import { NotificationsDialog } from '../dialogs/NotificationsDialog.tsx';
import { archive, closeDirect, leave } from '../leave.tsx';

/** What can be done with a channel, for its menus in header and sidebar. */
export function ChannelMenuItems({ channel }: { channel: Channel }): ReactNode {
  const is_direct = channel.type === 'D' || channel.type === 'G';
  return (
    <>
      <ReadingItems channel={channel} />
      {channel_slots.menu.all().map((Part, i) => <Part key={i} channel={channel} />)}
      <MenuSeparator />
      <PeopleItems channel={channel} is_direct={is_direct} />
      <MenuSeparator />
      <EndingItems channel={channel} is_direct={is_direct} />
    </>
  );
}

function ReadingItems({ channel }: { channel: Channel }): ReactNode {
  const t = useT();
  const { is_unread } = useChannelUnread(channel.id);
  const is_muted = useMyChannelMember(channel.id)?.notify_props.mark_unread === 'mention';
  const toggleMute = (): void => void setNotifyProps(channel.id, { mark_unread: is_muted ? 'all' : 'mention' }).catch(toast.failure);
  const copyLink = (): void => {
    void navigator.clipboard.writeText(location.origin + channelPath(channel)).then(() => toast.show(t(m.link_copied)), toast.failure);
  };
  return (
    <>
      {is_unread && <MenuItem icon={<CheckCheck size={16} />} on_select={() => void markChannelsRead([channel.id]).catch(toast.failure)}>{t(m.mark_read)}</MenuItem>}
      <MenuItem icon={<Bell size={16} />} on_select={() => openDialog(<NotificationsDialog channel_id={channel.id} />)}>{t(m.notifications)}</MenuItem>
      <MenuItem icon={<BellOff size={16} />} on_select={toggleMute}>{t(is_muted ? m.unmute : m.mute)}</MenuItem>
      <MenuItem icon={<LinkIcon size={16} />} on_select={copyLink}>{t(m.copy_link)}</MenuItem>
    </>
  );
}

function PeopleItems({ channel, is_direct }: { channel: Channel; is_direct: boolean }): ReactNode {
  const t = useT();
  const can_edit = useChannelRight(channel, channel.type === 'P' ? 'manage_private_channel_properties' : 'manage_public_channel_properties');
  const can_add = useChannelRight(channel, channel.type === 'P' ? 'manage_private_channel_members' : 'manage_public_channel_members');
  const can_moderate = useChannelRight(channel, 'manage_channel_roles');
  const is_active = channel.delete_at === 0;
  return (
    <>
      <MenuItem icon={<Info size={16} />} on_select={() => panel.open({ kind: 'channel-info', channel_id: channel.id })}>{t(m.info)}</MenuItem>
      {channel.type !== 'D' && <MenuItem icon={<Users size={16} />} on_select={() => panel.open({ kind: 'channel-members', channel_id: channel.id })}>{t(m.members)}</MenuItem>}
      {!is_direct && is_active && can_add && <MenuItem icon={<UserPlus size={16} />} on_select={() => openDialog(<AddMembersDialog channel={channel} />)}>{t(m.add_people)}</MenuItem>}
      {is_active && (is_direct || can_edit) && <MenuItem icon={<Pencil size={16} />} on_select={() => openDialog(<EditChannelDialog channel={channel} />)}>{t(m.edit)}</MenuItem>}
      {is_active && !is_direct && can_moderate && <MenuItem icon={<ShieldCheck size={16} />} on_select={() => openDialog(<ChannelPermissionsDialog channel={channel} />)}>{t(m.permissions)}</MenuItem>}
    </>
  );
}

function EndingItems({ channel, is_direct }: { channel: Channel; is_direct: boolean }): ReactNode {
  const t = useT();
  const can_archive = useChannelRight(channel, channel.type === 'P' ? 'delete_private_channel' : 'delete_public_channel');
  const can_restore = useChannelRight(channel, 'manage_team');
  const is_default = channel.name === default_channel_name;
  if (is_direct) return <MenuItem icon={<X size={16} />} on_select={() => closeDirect(channel)}>{t(m.close_direct)}</MenuItem>;
  return (
    <>
      {!is_default && <MenuItem icon={<LogOut size={16} />} on_select={() => leave(channel)}>{t(m.leave)}</MenuItem>}
      {!is_default && channel.delete_at === 0 && can_archive && <MenuItem tone="bad" icon={<Archive size={16} />} on_select={() => archive(channel)}>{t(m.archive)}</MenuItem>}
      {channel.delete_at > 0 && can_restore && <MenuItem icon={<RotateCcw size={16} />} on_select={() => void restoreChannel(channel.id).catch(toast.failure)}>{t(m.restore)}</MenuItem>}
    </>
  );
}

function useChannelRight(channel: Channel, permission: string): boolean {
  const me = useMe();
  const team_member = useMyTeamMember(channel.team_id);
  const member = useMyChannelMember(channel.id);
  return useCan(permission, [me.roles, team_member?.roles, member?.roles]);
}

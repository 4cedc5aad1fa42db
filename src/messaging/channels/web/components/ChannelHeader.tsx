import { BellOff, ChevronDown, Info, Pin, Users } from 'lucide-react';
import { type ReactNode } from 'react';
import { useCan } from '#identity/roles/web/index.ts';
import { useMyTeamMember } from '#identity/teams/web/index.ts';
import { customStatusOf, useMe, useUser } from '#identity/users/web/index.ts';
import { classNames, IconButton, Menu, openDialog, panel, Tooltip, usePanel, useT } from '#kernel/web/index.ts';
import type { Channel } from '#messaging/channels/wire/index.ts';
import { channel_messages as m } from '../channels.messages.ts';
import { useChannelName } from '../channels.names.ts';
import { dmPartnerId } from '../channels.rules.ts';
import { channel_slots } from '../channels.slots.ts';
import { useChannelStats, useMyChannelMember } from '../channels.state.ts';
import { EditChannelDialog } from '../dialogs/EditChannelDialog.tsx';
import styles from './ChannelHeader.module.css';
import { ChannelIcon } from './ChannelIcon.tsx';
import { ChannelMenuItems } from './ChannelMenuItems.tsx';
import { Topic } from './Topic.tsx';

/** Name with menu, topic, people and pins of the channel on the screen. */
export function ChannelHeader({ channel }: { channel: Channel }): ReactNode {
  const t = useT();
  const name = useChannelName(channel);
  const member = useMyChannelMember(channel.id);
  const is_muted = member?.notify_props.mark_unread === 'mention';
  return (
    <header className={styles.header}>
      <h1 className={styles.name}>
        <Menu trigger={<button type="button" className={styles.name_button} aria-label={`${name}: ${t(m.menu)}`}><ChannelIcon channel={channel} size={17} /><span className={styles.text}>{name}</span><ChevronDown size={15} className={styles.chevron} /></button>}>
          <ChannelMenuItems channel={channel} />
        </Menu>
      </h1>
      {is_muted && <Tooltip label={t(m.muted)}><span className={styles.muted} tabIndex={0} role="img" aria-label={t(m.muted)}><BellOff size={15} /></span></Tooltip>}
      <ChannelTopic channel={channel} />
      <span className={styles.grow} />
      <ChannelCounts channel={channel} />
      {channel_slots.header_actions.all().map((Part, i) => <Part key={i} channel={channel} />)}
      <PanelButton channel={channel} kind="channel-info" label={t(m.info)} icon={<Info size={17} />} />
    </header>
  );
}

function ChannelTopic({ channel }: { channel: Channel }): ReactNode {
  const t = useT();
  const me = useMe();
  const partner = useUser(channel.type === 'D' ? dmPartnerId(channel.name, me.id) : '');
  const status = customStatusOf(partner);
  const member = useMyChannelMember(channel.id);
  const team_member = useMyTeamMember(channel.team_id);
  const can_edit = useCan(channel.type === 'P' ? 'manage_private_channel_properties' : 'manage_public_channel_properties', [me.roles, team_member?.roles, member?.roles]);
  if (channel.header) return <Topic className={styles.topic} text={channel.header} />;
  if (status?.text) return <span className={styles.topic}>{status.text}</span>;
  if (!can_edit || channel.delete_at > 0 || channel.type === 'D' || channel.type === 'G') return null;
  return <button type="button" className={classNames(styles.topic, styles.add_topic)} onClick={() => openDialog(<EditChannelDialog channel={channel} />)}>{t(m.add_topic)}</button>;
}

function ChannelCounts({ channel }: { channel: Channel }): ReactNode {
  const t = useT();
  const stats = useChannelStats(channel.id);
  if (!stats) return null;
  return (
    <>
      {stats.pinnedpost_count > 0 && <PanelButton channel={channel} kind="pinned" label={t(m.pinned_count, { count: stats.pinnedpost_count })} icon={<Pin size={16} />} count={stats.pinnedpost_count} />}
      {channel.type !== 'D' && <PanelButton channel={channel} kind="channel-members" label={t(m.members_count, { count: stats.member_count })} icon={<Users size={17} />} count={stats.member_count} />}
    </>
  );
}

function PanelButton({ channel, kind, label, icon, count }: { channel: Channel; kind: string; label: string; icon: ReactNode; count?: number }): ReactNode {
  const is_active = usePanel()?.kind === kind;
  const toggle = (): void => panel.toggle({ kind, channel_id: channel.id });
  if (count === undefined) return <IconButton label={label} icon={icon} is_active={is_active} aria-expanded={is_active} onClick={toggle} />;
  return (
    <Tooltip label={label}>
      <button type="button" className={classNames(styles.count, is_active && styles.active)} aria-label={label} aria-expanded={is_active} onClick={toggle}>{icon}{count}</button>
    </Tooltip>
  );
}

import { type ReactNode } from 'react';
import { useDisplayName } from '#identity/users/web/index.ts';
import { Button, Chip, formatExact, intl, openDialog, panel, PanelFrame, toast, Tooltip, useT, type PanelProps } from '#kernel/web/index.ts';
import type { Channel } from '#messaging/channels/wire/index.ts';
import { channel_messages as m } from '../channels.messages.ts';
import { useChannelName } from '../channels.names.ts';
import { channelPath } from '../channels.paths.ts';
import { useChannel, useChannelStats } from '../channels.state.ts';
import { ChannelIcon } from '../components/ChannelIcon.tsx';
import { Topic } from '../components/Topic.tsx';
import { EditChannelDialog } from '../dialogs/EditChannelDialog.tsx';
import styles from './panels.module.css';

const kinds = { O: m.public, P: m.private, D: m.direct, G: m.group };

/** What a channel is for, who made it, where it is. */
export default function ChannelInfoPanel({ entry }: PanelProps): ReactNode {
  const t = useT();
  const channel = useChannel(entry.channel_id ?? '');
  const name = useChannelName(channel);
  if (!channel) return <PanelFrame title={t(m.info)}>{null}</PanelFrame>;
  return (
    <PanelFrame title={t(m.info)}>
      <div className={styles.pane}>
        <div className={styles.title}>
          <h3 className={styles.name}><ChannelIcon channel={channel} />{name}</h3>
          <Chip tone={channel.delete_at ? 'warn' : 'plain'}>{t(channel.delete_at ? m.archived : kinds[channel.type])}</Chip>
        </div>
        <InfoBox channel={channel} />
        <CountsBox channel={channel} />
        <AddressBox channel={channel} />
      </div>
    </PanelFrame>
  );
}

function InfoBox({ channel }: { channel: Channel }): ReactNode {
  const t = useT();
  if (!channel.header && !channel.purpose) return <Button size="s" onClick={() => openDialog(<EditChannelDialog channel={channel} />)}>{t(m.add_topic)}</Button>;
  return (
    <section className={styles.box}>
      {channel.header && <Fact label={t(m.topic)}><Topic text={channel.header} /></Fact>}
      {channel.purpose && <Fact label={t(m.purpose)}>{channel.purpose}</Fact>}
    </section>
  );
}

function CountsBox({ channel }: { channel: Channel }): ReactNode {
  const t = useT();
  const stats = useChannelStats(channel.id);
  if (!stats) return null;
  return (
    <section className={styles.counts}>
      <button type="button" onClick={() => panel.open({ kind: 'channel-members', channel_id: channel.id })}><b>{stats.member_count}</b>{t(m.members)}</button>
      <button type="button" onClick={() => panel.open({ kind: 'pinned', channel_id: channel.id })}><b>{stats.pinnedpost_count}</b>{t(m.pinned)}</button>
    </section>
  );
}

function AddressBox({ channel }: { channel: Channel }): ReactNode {
  const t = useT();
  const creator = useDisplayName(channel.creator_id);
  const date = intl.formatDate(channel.create_at, { dateStyle: 'medium' });
  const copyLink = (): void => void navigator.clipboard.writeText(location.origin + channelPath(channel)).then(() => toast.show(t(m.link_copied)), toast.failure);
  return (
    <section className={styles.box}>
      <Fact label={t(m.created)}>
        <Tooltip label={formatExact(channel.create_at)}><span tabIndex={0}>{creator ? t(m.created_by, { date, name: creator }) : date}</span></Tooltip>
      </Fact>
      <Fact label={t(m.id)}><code>{channel.id}</code></Fact>
      <Button size="s" onClick={copyLink}>{t(m.copy_link)}</Button>
    </section>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }): ReactNode {
  return (
    <div>
      <p className={styles.label}>{label}</p>
      <div className={styles.value}>{children}</div>
    </div>
  );
}

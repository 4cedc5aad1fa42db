import { useEffect, useState, type ReactNode } from 'react';
import { Dialog, Skeleton, Switch, toast, useConfig, useT } from '#kernel/web/index.ts';
import type { Channel, ChannelModeration, ModeratedName } from '#messaging/channels/wire/index.ts';
import { fetchModerations, patchModerations } from '../channels.client.ts';
import { useChannelName } from '../channels.names.ts';
import { dialog_messages as m } from './dialogs.messages.ts';
import styles from './dialogs.module.css';

const LABELS: Readonly<Record<ModeratedName, (typeof m)[keyof typeof m]>> = {
  create_post: m.may_post, create_reactions: m.may_react, manage_members: m.may_add, use_channel_mentions: m.may_mention, manage_bookmarks: m.may_bookmark,
};

type Who = 'members' | 'guests';

/** What members and guests may do in a channel; every change takes effect at once. */
export function ChannelPermissionsDialog({ channel }: { channel: Channel }): ReactNode {
  const t = useT();
  const name = useChannelName(channel);
  const has_guests = useConfig('EnableGuestAccounts') === 'true';
  const [moderations, setModerations] = useState<ChannelModeration[]>();
  useEffect(() => void fetchModerations(channel.id).then(setModerations, toast.failure), [channel.id]);
  const change = (name_of: ModeratedName, who: Who, is_allowed: boolean): void => void patchModerations(channel.id, [{ name: name_of, roles: { [who]: is_allowed } }]).then(setModerations, toast.failure);
  return (
    <Dialog title={t(m.permissions_title, { name })} description={t(m.permissions_text)}>
      {!moderations && <Skeleton height={240} />}
      {moderations && <Group title={t(m.members)} who="members" moderations={moderations} on_change={change} />}
      {moderations && has_guests && <Group title={t(m.guests)} who="guests" moderations={moderations} on_change={change} />}
    </Dialog>
  );
}

type GroupProps = { title: string; who: Who; moderations: readonly ChannelModeration[]; on_change: (name: ModeratedName, who: Who, is_allowed: boolean) => void };

function Group({ title, who, moderations, on_change }: GroupProps): ReactNode {
  const t = useT();
  return (
    <section>
      <h3 className={styles.heading}>{title}</h3>
      {moderations.map(({ name, roles }) => {
        const state = roles[who];
        if (!state) return null;
        return <Switch key={name} label={t(LABELS[name])} hint={state.enabled ? undefined : t(m.off_everywhere)} is_on={state.value} is_disabled={!state.enabled} on_change={(is_on) => on_change(name, who, is_on)} />;
      })}
    </section>
  );
}

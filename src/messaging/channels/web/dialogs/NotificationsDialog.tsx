import type { ReactNode } from 'react';
import { useMe } from '#identity/users/web/index.ts';
import { Choice, Dialog, Switch, toast, useT } from '#kernel/web/index.ts';
import type { Id } from '#kernel/wire/index.ts';
import type { ChannelNotifyProps } from '#messaging/channels/wire/index.ts';
import { setNotifyProps } from '../channels.client.ts';
import { useChannelName } from '../channels.names.ts';
import { useChannel, useMyChannelMember } from '../channels.state.ts';
import { dialog_messages as m } from './dialogs.messages.ts';

const level_messages = { all: m.notify_all, mention: m.notify_mention, none: m.notify_none };

/** What a channel may tell this person; every change takes effect at once. */
export function NotificationsDialog({ channel_id }: { channel_id: Id }): ReactNode {
  const t = useT();
  const name = useChannelName(useChannel(channel_id));
  const props = useMyChannelMember(channel_id)?.notify_props;
  const my_level = useMe().notify_props?.desktop ?? 'mention';
  if (!props) return null;
  const change = (next: Partial<ChannelNotifyProps>): void => void setNotifyProps(channel_id, next).catch(toast.failure);
  return (
    <Dialog title={t(m.notify_title, { name })} size="s">
      <Choice
        look="rows"
        label={t(m.notify_level)}
        value={props.desktop}
        on_change={(level) => change({ desktop: level, push: level })}
        options={[
          { value: 'default', label: t(m.notify_default), hint: t(m.notify_default_hint, { level: t(level_messages[my_level]) }) },
          { value: 'all', label: t(m.notify_all) },
          { value: 'mention', label: t(m.notify_mention) },
          { value: 'none', label: t(m.notify_none) },
        ]}
      />
      <div>
        <Switch label={t(m.notify_mute)} hint={t(m.notify_mute_hint)} is_on={props.mark_unread === 'mention'} on_change={(is_on) => change({ mark_unread: is_on ? 'mention' : 'all' })} />
        <Switch label={t(m.notify_ignore)} is_on={props.ignore_channel_mentions === 'on'} on_change={(is_on) => change({ ignore_channel_mentions: is_on ? 'on' : 'off' })} />
        <Switch label={t(m.notify_follow)} is_on={props.channel_auto_follow_threads === 'on'} on_change={(is_on) => change({ channel_auto_follow_threads: is_on ? 'on' : 'off' })} />
      </div>
    </Dialog>
  );
}

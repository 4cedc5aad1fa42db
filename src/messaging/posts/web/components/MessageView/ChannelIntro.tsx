import type { ReactNode } from 'react';
import { UserAvatar } from '#identity/users/web/index.ts';
import { Button, useMyUserId, useT, type MessageDescriptor } from '#kernel/web/index.ts';
import type { Id } from '#kernel/wire/index.ts';
import { ChannelIcon, dmPartnerId, useChannel, useChannelName } from '#messaging/channels/web/index.ts';
import type { Channel } from '#messaging/channels/wire/index.ts';
import { intro_messages as m } from '../../intro.messages.ts';
import { Markdown } from '../Markdown/Markdown.tsx';
import { PersonButton } from '../PersonButton/PersonButton.tsx';
import styles from './MessageView.module.css';

/** Above the first message of a channel: what the place is for. */
export function ChannelIntro({ channel_id, is_empty }: { channel_id: Id; is_empty: boolean }): ReactNode {
  const t = useT();
  const me = useMyUserId();
  const channel = useChannel(channel_id);
  const name = useChannelName(channel);
  if (!channel) return null;
  const partner_id = channel.type === 'D' ? dmPartnerId(channel.name, me) : '';
  const writeFirst = () => document.querySelector<HTMLElement>('[data-composer="channel"] textarea')?.focus();
  return (
    <div className={styles.intro}>
      {partner_id ? <PersonButton user_id={partner_id} is_picture><UserAvatar user_id={partner_id} size={48} /></PersonButton> : <span className={styles.sign}><ChannelIcon channel={channel} size={22} /></span>}
      <h2 className={styles.name}>{name}</h2>
      <p className={styles.about}>{t(textOf(channel, partner_id === me), { name })}</p>
      {channel.purpose && <div className={styles.about}><Markdown text={channel.purpose} /></div>}
      {is_empty && channel.delete_at === 0 && <Button className={styles.first} onClick={writeFirst}>{t(m.write_first)}</Button>}
    </div>
  );
}

function textOf(channel: Channel, is_self: boolean): MessageDescriptor {
  if (channel.type === 'D') return is_self ? m.self_text : m.direct_text;
  if (channel.type === 'G') return m.group_text;
  return channel.type === 'P' ? m.private_text : m.channel_text;
}

import { Check, Hash, Plus, Search } from 'lucide-react';
import { useEffect, useState, type ReactNode } from 'react';
import { api, Button, Dialog, EmptyState, Input, ListRow, openDialog, Skeleton, toast, useCloseDialog, useT } from '#kernel/web/index.ts';
import type { Id } from '#kernel/wire/index.ts';
import type { Channel } from '#messaging/channels/wire/index.ts';
import { joinChannel } from '../channels.client.ts';
import { channel_messages } from '../channels.messages.ts';
import { goToChannel } from '../channels.paths.ts';
import { useMyChannelMember } from '../channels.state.ts';
import { CreateChannelDialog } from './CreateChannelDialog.tsx';
import styles from './dialogs.module.css';
import { dialog_messages as m } from './dialogs.messages.ts';

const PER_PAGE = 50;
const TYPING_PAUSE_MS = 150;

/** The public channels of a team, to look into and join. */
export function BrowseChannelsDialog({ team_id }: { team_id: Id }): ReactNode {
  const t = useT();
  const close = useCloseDialog();
  const [text, setText] = useState('');
  const { channels, has_more, fetchMore } = usePublicChannels(team_id, text.trim());
  const create = (): void => {
    close();
    openDialog(<CreateChannelDialog team_id={team_id} name={text.trim()} />);
  };
  return (
    <Dialog title={t(m.browse_title)} is_flush footer={<Button icon={<Plus size={15} />} onClick={create}>{t(m.create_title)}</Button>}>
      <div className={styles.filter}>
        <Input icon={<Search size={15} />} type="search" aria-label={t(m.browse_filter)} placeholder={t(m.browse_filter)} value={text} autoFocus onChange={(event) => setText(event.target.value)} />
      </div>
      <div className={styles.list}>
        {!channels && [1, 2, 3, 4].map((i) => <ListRow key={i} start={<Skeleton width={28} height={28} />} title={<Skeleton width={140} />} text={<Skeleton width={220} height={10} />} />)}
        {channels?.map((channel) => <ChannelLine key={channel.id} channel={channel} />)}
        {channels?.length === 0 && <EmptyState text={text ? t(m.browse_nothing, { text }) : t(m.browse_empty)} />}
        {has_more && <div className={styles.more}><Button size="s" onClick={fetchMore}>{t(m.browse_more)}</Button></div>}
      </div>
    </Dialog>
  );
}

function ChannelLine({ channel }: { channel: Channel }): ReactNode {
  const t = useT();
  const close = useCloseDialog();
  const is_member = useMyChannelMember(channel.id) !== undefined;
  const open = (): void => {
    close();
    goToChannel(channel);
  };
  const join = (): void => void joinChannel(channel.id).then(open).catch(toast.failure);
  return (
    <ListRow
      start={<Hash size={16} />}
      title={channel.display_name}
      text={channel.purpose || channel.header}
      on_click={open}
      end={is_member ? <><Check size={14} />{t(channel_messages.joined)}</> : <Button size="s" onClick={join} aria-label={`${t(channel_messages.join_short)}: ${channel.display_name}`}>{t(channel_messages.join_short)}</Button>}
    />
  );
}

function usePublicChannels(team_id: Id, text: string): { channels: Channel[] | undefined; has_more: boolean; fetchMore: () => void } {
  const [channels, setChannels] = useState<Channel[]>();
  const [pages, setPages] = useState(0);
  const [has_more, setHasMore] = useState(false);
  const fetchPage = async (page: number): Promise<void> => {
    const part = await api.get<Channel[]>(`/api/v4/teams/${team_id}/channels`, { page, per_page: PER_PAGE });
    setChannels((known) => [...(page ? (known ?? []) : []), ...part]);
    setPages(page + 1);
    setHasMore(part.length === PER_PAGE);
  };
  useEffect(() => {
    let is_current = true;
    const timer = setTimeout(() => {
      if (!text) return void fetchPage(0).catch(toast.failure);
      api
        .post<Channel[]>(`/api/v4/teams/${team_id}/channels/search`, { term: text })
        .then((found) => {
          if (!is_current) return;
          setChannels(found.filter((channel) => channel.delete_at === 0));
          setHasMore(false);
        })
        .catch(toast.failure);
    }, text ? TYPING_PAUSE_MS : 0);
    return () => {
      is_current = false;
      clearTimeout(timer);
    };
    // fetchPage only uses setters and team_id.
  }, [team_id, text]);
  return { channels, has_more, fetchMore: () => void fetchPage(pages).catch(toast.failure) };
}

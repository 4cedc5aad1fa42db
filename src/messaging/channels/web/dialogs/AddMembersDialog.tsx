import { useCallback, useState, type ReactNode } from 'react';
import { PeoplePicker, searchUsers } from '#identity/users/web/index.ts';
import type { User } from '#identity/users/wire/index.ts';
import { Button, common_messages, Dialog, FormError, toast, useCloseDialog, useSubmit, useT } from '#kernel/web/index.ts';
import type { Channel } from '#messaging/channels/wire/index.ts';
import { addMembers } from '../channels.client.ts';
import { refreshStats } from '../channels.missing.ts';
import { useChannelName } from '../channels.names.ts';
import { dialog_messages as m } from './dialogs.messages.ts';

/** Adds people of the team to a channel. */
export function AddMembersDialog({ channel }: { channel: Channel }): ReactNode {
  const t = useT();
  const close = useCloseDialog();
  const name = useChannelName(channel);
  const [picked, setPicked] = useState<User[]>([]);
  const { is_busy, error, submit } = useSubmit();
  const search = useCallback((text: string) => searchUsers(text, { team_id: channel.team_id, not_in_channel_id: channel.id }), [channel]);
  const add = (): void => {
    if (!picked.length) return;
    submit(
      () => addMembers(channel.id, picked.map((user) => user.id)),
      () => {
        refreshStats(channel.id);
        toast.show(t(m.added, { count: picked.length, name }));
        close();
      },
    );
  };
  return (
    <Dialog
      title={t(m.add_title, { name })}
      on_submit={add}
      footer={
        <>
          <Button onClick={close}>{t(common_messages.cancel)}</Button>
          <Button type="submit" variant="primary" is_busy={is_busy} disabled={!picked.length}>{t(m.add, { count: picked.length })}</Button>
        </>
      }
    >
      <PeoplePicker picked={picked} on_change={setPicked} search={search} />
      <FormError>{error}</FormError>
    </Dialog>
  );
}

import { useState, type ReactNode } from 'react';
import { PeoplePicker } from '#identity/users/web/index.ts';
import { savePreference } from '#identity/preferences/web/index.ts';
import { preference_category } from '#identity/preferences/wire/index.ts';
import type { User } from '#identity/users/wire/index.ts';
import { Button, common_messages, Dialog, FormError, useCloseDialog, useMyUserId, useSubmit, useT } from '#kernel/web/index.ts';
import { channel_limits } from '#messaging/channels/wire/index.ts';
import { openDirectChannel, openGroupChannel } from '../channels.client.ts';
import { goToChannel } from '../channels.paths.ts';
import { dialog_messages as m } from './dialogs.messages.ts';

/** Opens a conversation with one person or a group. */
export function NewDirectMessageDialog(): ReactNode {
  const t = useT();
  const my_id = useMyUserId();
  const close = useCloseDialog();
  const [picked, setPicked] = useState<User[]>([]);
  const { is_busy, error, submit } = useSubmit();
  const start = (): void => {
    const [only] = picked;
    if (!only) return;
    submit(async () => {
      const channel = picked.length === 1 ? await openDirectChannel(only.id) : await openGroupChannel(picked.map((user) => user.id));
      const [category, name] = channel.type === 'D' ? [preference_category.direct_channel_show, only.id] : [preference_category.group_channel_show, channel.id];
      await savePreference(category, name, 'true');
      close();
      goToChannel(channel);
    });
  };
  return (
    <Dialog
      title={t(m.dm_title)}
      description={t(m.dm_text)}
      on_submit={start}
      footer={
        <>
          <Button onClick={close}>{t(common_messages.cancel)}</Button>
          <Button type="submit" variant="primary" is_busy={is_busy} disabled={!picked.length}>{t(m.dm_start)}</Button>
        </>
      }
    >
      <PeoplePicker picked={picked} on_change={setPicked} max={channel_limits.group_max - 1} is_offered={(user) => user.id !== my_id || picked.length === 0} />
      <FormError>{error}</FormError>
    </Dialog>
  );
}

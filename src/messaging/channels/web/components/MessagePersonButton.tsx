import { MessageCircle } from 'lucide-react';
import type { ReactNode } from 'react';
import type { User } from '#identity/users/wire/index.ts';
import { Button, PopoverClose, toast, useT } from '#kernel/web/index.ts';
import { openDirectChannel } from '../channels.client.ts';
import { channel_messages as m } from '../channels.messages.ts';
import { goToChannel } from '../channels.paths.ts';

/** On a person's card: goes to the conversation with them. */
export function MessagePersonButton({ user }: { user: User }): ReactNode {
  const t = useT();
  const open = (): void => void openDirectChannel(user.id).then((channel) => goToChannel(channel)).catch(toast.failure);
  return <PopoverClose asChild><Button variant="primary" icon={<MessageCircle size={15} />} onClick={open}>{t(m.message_person)}</Button></PopoverClose>;
}

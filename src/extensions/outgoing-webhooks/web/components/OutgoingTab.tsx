import { Send } from 'lucide-react';
import { useCallback, type ReactNode } from 'react';
import { IntegrationList } from '#extensions/webhooks/web/index.ts';
import { openDialog } from '#kernel/web/index.ts';
import type { Id } from '#kernel/wire/index.ts';
import { fetchOutgoing } from '../outgoing.client.ts';
import { outgoing_messages as m } from '../outgoing.messages.ts';
import { OutgoingDialog } from './OutgoingDialog.tsx';
import { OutgoingItem } from './OutgoingItem.tsx';

/** The outgoing webhooks of a team. */
export default function OutgoingTab({ team_id }: { team_id: Id }): ReactNode {
  const fetch = useCallback(() => fetchOutgoing(team_id), [team_id]);
  return (
    <IntegrationList
      icon={<Send size={20} />}
      texts={{ heading: m.outgoing, none_title: m.none_title, none: m.none, create: m.create }}
      fetch={fetch}
      open_create={(on_saved) => openDialog(<OutgoingDialog team_id={team_id} on_saved={on_saved} />)}
      item={(hook, row) => <OutgoingItem key={hook.id} hook={hook} row={row} />}
    />
  );
}

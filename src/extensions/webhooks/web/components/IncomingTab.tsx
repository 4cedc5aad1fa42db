import { Webhook } from 'lucide-react';
import { useCallback, type ReactNode } from 'react';
import { openDialog } from '#kernel/web/index.ts';
import type { Id } from '#kernel/wire/index.ts';
import { fetchWebhooks } from '../webhooks.client.ts';
import { webhook_messages as m } from '../webhooks.messages.ts';
import { HookItem } from './HookItem.tsx';
import { IntegrationList } from './IntegrationList.tsx';
import { WebhookDialog } from './WebhookDialog.tsx';

/** The incoming webhooks of a team. */
export default function IncomingTab({ team_id }: { team_id: Id }): ReactNode {
  const fetch = useCallback(() => fetchWebhooks(team_id), [team_id]);
  return (
    <IntegrationList
      icon={<Webhook size={20} />}
      texts={{ heading: m.incoming, none_title: m.none_title, none: m.none, create: m.create }}
      fetch={fetch}
      open_create={(on_saved) => openDialog(<WebhookDialog team_id={team_id} on_saved={on_saved} />)}
      item={(hook, row) => <HookItem key={hook.id} hook={hook} row={row} />}
    />
  );
}

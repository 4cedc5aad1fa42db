import { Radio } from 'lucide-react';
import { useCallback, type ReactNode } from 'react';
import { IntegrationList } from '#extensions/webhooks/web/index.ts';
import { openDialog } from '#kernel/web/index.ts';
import type { Id } from '#kernel/wire/index.ts';
import { fetchSubscriptions } from '../subscriptions.client.ts';
import { subscription_messages as m } from '../subscriptions.messages.ts';
import type { Subscription } from '../../wire/index.ts';
import { SubscriptionDialog } from './SubscriptionDialog.tsx';
import { SubscriptionItem } from './SubscriptionItem.tsx';

/** What is told to other systems of a team. */
export default function SubscriptionsTab({ team_id }: { team_id: Id }): ReactNode {
  const fetch = useCallback((): Promise<Subscription[]> => fetchSubscriptions(team_id), [team_id]);
  return (
    <IntegrationList
      icon={<Radio size={20} />}
      texts={{ heading: m.subscriptions, none_title: m.none_title, none: m.none, create: m.create }}
      fetch={fetch}
      open_create={(on_saved) => openDialog(<SubscriptionDialog team_id={team_id} on_saved={on_saved} />)}
      item={(one, row) => <SubscriptionItem key={one.id} subscription={one} team_id={team_id} row={row} />}
    />
  );
}

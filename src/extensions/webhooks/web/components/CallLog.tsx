import { useCallback, useEffect, useState, type ReactNode } from 'react';
import type { Delivery } from '#extensions/deliveries/wire/index.ts';
import { realtime, toast } from '#kernel/web/index.ts';
import type { Id } from '#kernel/wire/index.ts';
import { fetchCalls } from '../webhooks.client.ts';
import { CallList } from './CallList.tsx';

/** The last calls of an integration as they come. `on_use`: offers to take the body of a call; `on_calls` is told of all that are shown. */
export function CallLog({ integration_id, on_use, on_calls }: { integration_id: Id; on_use?: (call: Delivery) => void; on_calls?: (calls: Delivery[]) => void }): ReactNode {
  const [calls, setCalls] = useState<Delivery[]>();
  const load = useCallback(() => {
    fetchCalls(integration_id).then((list) => {
      setCalls(list);
      on_calls?.(list);
    }, toast.failure);
  }, [integration_id, on_calls]);
  useEffect(() => {
    load();
    return realtime.on<{ integration_id: string }>('muster_delivery_updated', (data) => {
      if (data.integration_id === integration_id) load();
    });
  }, [integration_id, load]);
  return <CallList calls={calls} {...(on_use && { on_use })} on_replayed={load} />;
}

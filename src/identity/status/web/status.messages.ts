import type { StatusValue } from '#identity/status/wire/index.ts';
import { defineMessages, type MessageDescriptor } from '#kernel/web/index.ts';

export const status_messages: Record<StatusValue, MessageDescriptor> = defineMessages({
  online: { id: 'status.online', defaultMessage: 'Online' },
  away: { id: 'status.away', defaultMessage: 'Away' },
  dnd: { id: 'status.dnd', defaultMessage: 'Do not disturb' },
  offline: { id: 'status.offline', defaultMessage: 'Offline' },
  ooo: { id: 'status.ooo', defaultMessage: 'Out of office' },
});

import { defineWebFeature } from '#kernel/web/index.ts';
import { fetchMyStatus, startStatusPolling } from './status.client.ts';
import { listenToStatuses } from './status.realtime.ts';
import { statusStore } from './status.state.ts';

export { StatusDot, StatusMark, WithStatus } from './components/StatusDot.tsx';
export { setMyStatus } from './status.client.ts';
export { status_messages } from './status.messages.ts';
export { statusStore, useStatus } from './status.state.ts';

export default defineWebFeature({
  name: 'status',
  start: () => {
    listenToStatuses();
    startStatusPolling();
  },
  load: fetchMyStatus,
  forget: () => statusStore.setState({ by_user: {}, dnd_end_time: 0 }),
});

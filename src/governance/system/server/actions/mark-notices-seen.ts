import { z } from 'zod';
import { action, signedIn } from '#kernel/server/index.ts';

export const noteNoticesSeen = action({
  name: 'mark-notices-seen',
  summary: 'Takes note that notices were seen. There are none, so there is nothing to keep.',
  input: z.object({ notice_ids: z.array(z.string()) }),
  permission: signedIn('it is about oneself'),
  unaudited: 'nothing changes',
  run: () => undefined,
});

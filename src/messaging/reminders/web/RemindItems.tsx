import { AlarmClock } from 'lucide-react';
import type { ReactNode } from 'react';
import { api, defineMessages, formatExact, LaterItems, SubMenu, toast, useT } from '#kernel/web/index.ts';
import type { Post } from '#messaging/posts/wire/index.ts';

const m = defineMessages({
  remind: { id: 'reminders.remind', defaultMessage: 'Remind me' },
  will: { id: 'reminders.will', defaultMessage: 'You will be reminded {time}.' },
  title: { id: 'reminders.title', defaultMessage: 'When to remind you of this message' },
});

/** Lines of a message's menu: be reminded of it. */
export function RemindItems({ post }: { post: Post }): ReactNode {
  const t = useT();
  if (post.type.startsWith('system_')) return null;
  // The server's own confirmation stands in the thread, which may be closed.
  const remind = (at: number): void => void api.post(`/api/v4/users/me/posts/${post.id}/reminder`, { target_time: Math.floor(at / 1000) }).then(() => toast.show(t(m.will, { time: formatExact(at) })), toast.failure);
  return (
    <SubMenu label={t(m.remind)} icon={<AlarmClock size={16} />}>
      <LaterItems title={t(m.title)} action={t(m.remind)} has_soon on_pick={remind} />
    </SubMenu>
  );
}

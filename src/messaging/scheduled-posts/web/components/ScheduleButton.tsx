import { Clock } from 'lucide-react';
import type { ReactNode } from 'react';
import { IconButton, LaterItems, Menu, MenuLabel, useConfig, useT } from '#kernel/web/index.ts';
import type { ComposerSlotProps } from '#messaging/posts/web/index.ts';
import { schedule } from '../scheduled.actions.ts';
import { scheduled_messages as m } from '../scheduled.messages.ts';

/** Beside Send: at what later time the message is to leave. */
export function ScheduleButton({ channel_id, root_id, is_ready, take }: ComposerSlotProps): ReactNode {
  const t = useT();
  if (useConfig('ScheduledPosts') !== 'true') return null;
  return (
    <Menu side="top" align="end" trigger={<IconButton label={t(m.later)} icon={<Clock size={16} />} disabled={!is_ready} />}>
      <MenuLabel>{t(m.later)}</MenuLabel>
      <LaterItems title={t(m.title)} action={t(m.schedule)} on_pick={(at) => schedule(channel_id, root_id, take(), at)} />
    </Menu>
  );
}

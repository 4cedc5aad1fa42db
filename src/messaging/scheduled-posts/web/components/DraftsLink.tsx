import { PencilLine } from 'lucide-react';
import type { ReactNode } from 'react';
import { useCurrentTeam } from '#identity/teams/web/index.ts';
import { useT } from '#kernel/web/index.ts';
import { SidebarLink } from '#messaging/sidebar/web/index.ts';
import { scheduled_messages as m } from '../scheduled.messages.ts';
import { useWaiting } from '../useWaiting.ts';

/** The sidebar's way to what is not sent yet, while there is something. */
export function DraftsLink(): ReactNode {
  const t = useT();
  const team = useCurrentTeam();
  const { drafts, scheduled } = useWaiting(team?.id ?? '');
  const count = drafts.length + scheduled.length;
  if (!team || !count) return null;
  const has_failed = scheduled.some((post) => post.error_code);
  return <SidebarLink to={`/${team.name}/drafts`} icon={<PencilLine size={16} />} label={t(m.drafts)} count={count} tone={has_failed ? 'alarm' : 'quiet'} />;
}

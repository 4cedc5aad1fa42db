import { Compass } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { Button } from '../components/Button.tsx';
import { EmptyState } from '../components/EmptyState.tsx';
import { useT } from '../i18n/i18n.ts';
import { shell_messages as m } from './shell.messages.ts';

/** Says that an address leads nowhere and offers the way home. Also for things the person may not see. */
export function NotFound({ text }: { text?: string }): ReactNode {
  const t = useT();
  return (
    <EmptyState is_page icon={<Compass size={20} />} title={t(m.not_found_title)} text={text ?? t(m.not_found_text)} action={<Button variant="primary" as_child><Link to="/">{t(m.home)}</Link></Button>} />
  );
}

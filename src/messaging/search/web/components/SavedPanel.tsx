import { Bookmark } from 'lucide-react';
import { useMemo, type ReactNode } from 'react';
import { usePreferenceCategory } from '#identity/preferences/web/index.ts';
import { preference_category } from '#identity/preferences/wire/index.ts';
import { EmptyState, PanelFrame, useT } from '#kernel/web/index.ts';
import { postsState } from '#messaging/posts/web/index.ts';
import { search_messages as m } from '../search.messages.ts';
import { useSaved } from '../useSearch.ts';
import { Results } from './Results.tsx';

/** What the person keeps for later. */
export default function SavedPanel(): ReactNode {
  const t = useT();
  const { ids: loaded, failure, retry } = useSaved();
  const flags = usePreferenceCategory(preference_category.flagged_post);
  const posts = postsState((state) => state.posts);
  const ids = useMemo(() => {
    if (!loaded) return null;
    const saved = Object.keys(flags).flatMap((id) => (flags[id] === 'true' && posts[id] && !posts[id].delete_at ? [posts[id]] : []));
    return saved.sort((a, b) => b.create_at - a.create_at).map((post) => post.id);
  }, [loaded, flags, posts]);
  return (
    <PanelFrame title={t(m.saved)}>
      <Results ids={ids} failure={failure} on_retry={retry} empty={<EmptyState icon={<Bookmark size={20} />} text={t(m.saved_none)} />} />
    </PanelFrame>
  );
}

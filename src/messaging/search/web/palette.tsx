import { Bookmark, Search } from 'lucide-react';
import { panel, t, type PaletteSource } from '#kernel/web/index.ts';
import { search_messages as m } from './search.messages.ts';

/** Leads from the palette to the search of messages. */
export const search_source: PaletteSource = {
  id: 'search',
  title: m.section,
  search: (text) => {
    const terms = text.trim();
    const saved = { id: 'saved', icon: <Bookmark size={16} />, label: t(m.saved), run: () => panel.open({ kind: 'saved' }) };
    if (!terms) return [];
    const search = { id: 'search', icon: <Search size={16} />, label: t(m.in_messages, { terms }), run: () => panel.open({ kind: 'search', terms }) };
    return saved.label.toLowerCase().includes(terms.toLowerCase()) ? [search, saved] : [search];
  },
};

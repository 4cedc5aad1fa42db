import { lazy } from 'react';
import { defineWebFeature, shell_slots } from '#kernel/web/index.ts';
import { SavedButton } from './components/SavedButton.tsx';
import { search_source } from './palette.tsx';

export default defineWebFeature({
  name: 'search',
  panels: {
    search: lazy(() => import('./components/SearchPanel.tsx')),
    saved: lazy(() => import('./components/SavedPanel.tsx')),
    pinned: lazy(() => import('./components/PinnedPanel.tsx')),
  },
  slots: [shell_slots.palette.add(search_source), shell_slots.header_end.add(SavedButton)],
});

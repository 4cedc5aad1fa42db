import { useEffect, useRef } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { isSameEntry, panel, panelStore, usePanel } from '../state/panel.state.ts';
import { readEntry, withEntry } from './panel-url.ts';

/** Keeps the visible panel page in the address (`?panel=thread&post_id=…`), so that a link shows the same. */
export function usePanelInUrl(): void {
  const entry = usePanel();
  const location = useLocation();
  const navigate = useNavigate();
  const is_first = useRef(true);
  useEffect(() => {
    const in_url = readEntry(location.search);
    if (is_first.current) {
      is_first.current = false;
      if (in_url && !panelStore.getState().stack.length) return panel.open(in_url);
    }
    if (!isSameEntry(entry, in_url)) void navigate({ pathname: location.pathname, search: withEntry(location.search, in_url, entry), hash: location.hash }, { replace: true });
  }, [entry, location.pathname, location.search, location.hash, navigate]);
}

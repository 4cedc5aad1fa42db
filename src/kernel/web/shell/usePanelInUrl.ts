import { useEffect, useRef } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { isSameEntry, panel, panelStore, usePanel, type PanelEntry } from '../state/panel.state.ts';

const KIND_PARAM = 'panel';

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

// The entry's parameters stand right after its kind, so that other parameters of a page keep theirs.
function readEntry(search: string): PanelEntry | undefined {
  const params = [...new URLSearchParams(search)];
  const start = params.findIndex(([name]) => name === KIND_PARAM);
  if (start < 0) return undefined;
  return { kind: params[start]![1], ...Object.fromEntries(params.slice(start + 1)) };
}

function withEntry(search: string, before: PanelEntry | undefined, entry: PanelEntry | undefined): string {
  const params = new URLSearchParams(search);
  params.delete(KIND_PARAM);
  for (const name of Object.keys(before ?? {})) if (name !== 'kind') params.delete(name);
  if (entry) {
    params.append(KIND_PARAM, entry.kind);
    for (const [name, value] of Object.entries(entry)) if (name !== 'kind') params.append(name, value);
  }
  const text = params.toString();
  return text ? `?${text}` : '';
}

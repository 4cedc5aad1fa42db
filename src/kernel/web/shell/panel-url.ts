import type { PanelEntry } from '../state/panel.state.ts';

const KIND_PARAM = 'panel';

/** The panel page that a query names. Its parameters stand after its kind, so that those of the page before it keep theirs. */
export function readEntry(search: string): PanelEntry | undefined {
  const params = [...new URLSearchParams(search)];
  const start = params.findIndex(([name]) => name === KIND_PARAM);
  if (start < 0) return undefined;
  return { kind: params[start]![1], ...Object.fromEntries(params.slice(start + 1)) };
}

/** The query with this panel page instead of the one before. */
export function withEntry(search: string, before: PanelEntry | undefined, entry: PanelEntry | undefined): string {
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

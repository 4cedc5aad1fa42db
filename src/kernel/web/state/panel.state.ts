import { create } from 'zustand';

/** One page of the right-hand panel: its kind and flat parameters, so that it fits into the URL. */
export type PanelEntry = { kind: string } & Record<string, string>;

type PanelState = { stack: PanelEntry[] };

/** The right-hand panel's pages, the visible one last. */
export const panelStore = create<PanelState>(() => ({ stack: [] }));

/** The right-hand panel. Features register their kinds in `defineWebFeature({ panels })`. */
export const panel = {
  /** Opens a page over the ones that are there. A page of the same kind as the visible one replaces it. */
  open: (entry: PanelEntry): void =>
    panelStore.setState(({ stack }) => ({ stack: [...(stack.at(-1)?.kind === entry.kind ? stack.slice(0, -1) : stack), entry] })),
  /** Opens the page, or closes the panel if exactly this page is visible. */
  toggle: (entry: PanelEntry): void => (isSameEntry(panelStore.getState().stack.at(-1), entry) ? panel.close() : panel.open(entry)),
  /** One page back; closes the panel after the last. */
  back: (): void => panelStore.setState(({ stack }) => ({ stack: stack.slice(0, -1) })),
  close: (): void => panelStore.setState({ stack: [] }),
};

/** The visible page, or undefined. */
export function usePanel(): PanelEntry | undefined {
  return panelStore((state) => state.stack.at(-1));
}

export function isSameEntry(a: PanelEntry | undefined, b: PanelEntry | undefined): boolean {
  if (!a || !b) return a === b;
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...keys].every((key) => a[key] === b[key]);
}

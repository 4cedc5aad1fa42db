import type { ComponentType, ReactNode } from 'react';
import type { MessageDescriptor } from '../i18n/i18n.ts';
import { defineSlot } from '../slot.ts';

/** One line of the palette (Ctrl K). */
export type PaletteItem = {
  id: string;
  icon: ReactNode;
  label: string;
  /** Softer text after the label. */
  detail?: string;
  /** Keys that do the same. */
  keys?: string;
  run: () => void;
};

/** Where the palette finds lines. `search` may answer later; answers for an older text are dropped. */
export type PaletteSource = {
  id: string;
  title: MessageDescriptor;
  search: (text: string) => PaletteItem[] | Promise<PaletteItem[]>;
};

/** A page of the settings dialog. */
export type SettingsPage = {
  id: string;
  title: MessageDescriptor;
  icon: ComponentType<{ size?: number | string }>;
  component: ComponentType;
};

/** The places of the frame that features fill. */
export const shell_slots = {
  /** The narrow column at the start, e.g. teams. */
  rail: defineSlot<ComponentType>('shell.rail'),
  /** The navigation column. The first one wins the whole column; later ones stand below it. */
  sidebar: defineSlot<ComponentType>('shell.sidebar'),
  /** Towards the end of the header, e.g. incidents now. */
  header_end: defineSlot<ComponentType>('shell.header_end'),
  /** The very end of the header: oneself. */
  account: defineSlot<ComponentType>('shell.account'),
  /** Lines above the page, e.g. announcements. */
  banner: defineSlot<ComponentType>('shell.banner'),
  /** Mounted once inside the frame, draws nothing or over everything: title, notifications, listeners. */
  background: defineSlot<ComponentType>('shell.background'),
  palette: defineSlot<PaletteSource>('shell.palette'),
  settings: defineSlot<SettingsPage>('shell.settings'),
};

import type { ComponentType } from 'react';
import { defineSlot } from '#kernel/web/index.ts';

export const sidebar_slots = {
  /** Lines above the categories, e.g. Threads: a SidebarLink each. */
  top: defineSlot<ComponentType>('sidebar.top'),
};

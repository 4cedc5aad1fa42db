import type { ComponentType } from 'react';
import { defineSlot } from '#kernel/web/index.ts';
import type { Id } from '#kernel/wire/index.ts';

export const team_slots = {
  /** A mark on a team's tile: what is unread in it. */
  badge: defineSlot<ComponentType<{ team_id: Id }>>('teams.badge'),
  /** Lines of the team's menu: MenuItems. */
  menu: defineSlot<ComponentType<{ team_id: Id }>>('teams.menu'),
};

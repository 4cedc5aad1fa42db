import type { ComponentType } from 'react';
import { defineSlot } from '#kernel/web/index.ts';
import type { User } from '#identity/users/wire/index.ts';

export const profile_slots = {
  /** Buttons at the foot of a person's card, e.g. "Message". */
  actions: defineSlot<ComponentType<{ user: User }>>('users.profile_actions'),
  /** Lines of a person's card, e.g. being on call. */
  facts: defineSlot<ComponentType<{ user: User }>>('users.profile_facts'),
};

import type { ComponentType } from 'react';
import { defineSlot } from '#kernel/web/index.ts';

/** Sections below those of the password and the sessions, in the settings under Security. */
export const security_sections = defineSlot<ComponentType>('sessions.security');

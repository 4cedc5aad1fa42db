import type { ComponentType } from 'react';
import { defineSlot, type MessageDescriptor } from '#kernel/web/index.ts';
import type { Id } from '#kernel/wire/index.ts';

/** A kind of integration on the page of integrations. */
export type IntegrationTab = {
  /** Last part of its address. */
  name: string;
  label: MessageDescriptor;
  component: ComponentType<{ team_id: Id }>;
};

export const integration_slots = {
  /** Tabs of the page of integrations, in their order. */
  tab: defineSlot<IntegrationTab>('webhooks.integration-tab'),
};

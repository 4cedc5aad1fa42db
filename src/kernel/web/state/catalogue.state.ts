import type { WebFeature } from '../feature.ts';

let catalogue: readonly WebFeature[] = [];
const by_slot = new Map<string, unknown[]>();

/** Called once, before the first render. */
export function registerFeatures(features: readonly WebFeature[]): void {
  catalogue = features;
  by_slot.clear();
  for (const { slot, value } of features.flatMap((feature) => feature.slots ?? [])) by_slot.set(slot, [...(by_slot.get(slot) ?? []), value]);
}

export function registeredFeatures(): readonly WebFeature[] {
  return catalogue;
}

const nothing: unknown[] = [];

export function registeredContributions(slot: string): unknown[] {
  return by_slot.get(slot) ?? nothing;
}

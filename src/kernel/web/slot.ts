import { registeredContributions } from './state/catalogue.state.ts';

/** One value for one slot, listed in a feature's manifest under `slots`. */
export type Contribution = { readonly slot: string; readonly value: unknown };

/** A place of the page that one feature opens for others to fill. */
export type Slot<T> = {
  readonly name: string;
  /** Wraps a value for `defineWebFeature({ slots: [...] })`. */
  add: (value: T) => Contribution;
  /** What all features put in, in the order of the catalogue. */
  all: () => T[];
};

/** Opens a slot. `name` is unique in the whole page, e.g. `channels.header`. */
export function defineSlot<T>(name: string): Slot<T> {
  return {
    name,
    add: (value) => ({ slot: name, value }),
    all: () => registeredContributions(name) as T[],
  };
}

import { create } from 'zustand';
import type { ProfileField, ProfileValues } from '#identity/profile-attributes/wire/index.ts';
import type { Id } from '#kernel/wire/index.ts';

type State = { fields: readonly ProfileField[]; values: Record<Id, ProfileValues> };

export const attributesStore = create<State>(() => ({ fields: [], values: {} }));

export function receiveFields(fields: readonly ProfileField[]): void {
  attributesStore.setState({ fields: [...fields].sort((a, b) => a.attrs.sort_order - b.attrs.sort_order) });
}

export function receiveField(field: ProfileField): void {
  receiveFields([...attributesStore.getState().fields.filter((one) => one.id !== field.id), field]);
}

export function dropField(field_id: Id): void {
  receiveFields(attributesStore.getState().fields.filter((one) => one.id !== field_id));
}

export function receiveValues(user_id: Id, values: ProfileValues): void {
  attributesStore.setState((state) => ({ values: { ...state.values, [user_id]: { ...state.values[user_id], ...values } } }));
}

export function forgetAttributes(): void {
  attributesStore.setState({ fields: [], values: {} });
}

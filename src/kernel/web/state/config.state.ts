import { create } from 'zustand';
import type { ClientConfig } from '#kernel/wire/index.ts';
import { api } from '../api/api.ts';

/** The server's client config; before log-in only the part that everybody may see. */
export const configStore = create<{ config: ClientConfig }>(() => ({ config: {} }));

export async function fetchConfig(): Promise<void> {
  configStore.setState({ config: await api.get<ClientConfig>('/api/v4/config/client', { format: 'old' }) });
}

/** A value of the client config; '' while unknown. */
export function useConfig(key: string): string {
  return configStore((state) => state.config[key] ?? '');
}

export function configValue(key: string): string {
  return configStore.getState().config[key] ?? '';
}

import { create } from 'zustand';
import { api } from '../api/api.ts';
import { ApiError } from '../api/api-error.ts';
import { realtime } from '../realtime/realtime.ts';
import { realtimeState } from '../realtime/realtime.state.ts';
import { registeredFeatures } from './catalogue.state.ts';
import { fetchConfig } from './config.state.ts';
import { closeAllDialogs } from './dialog.state.ts';
import { panel } from './panel.state.ts';
import { sessionStore } from './session.state.ts';

// Waiting a moment for the first event spares the second load that a late connection needs.
const HELLO_WAIT_MS = 250;

export type LoadState = 'idle' | 'loading' | 'ready' | 'failed';

/** How far the page is with fetching what the person's features need. */
export const loadStore = create<{ state: LoadState; error: Error | null }>(() => ({ state: 'idle', error: null }));

/** Finds out whether somebody is signed in and loads their page. */
export async function startSession(): Promise<void> {
  watchSession();
  realtime.on_resync(() => void reload());
  window.addEventListener('online', () => void retryFailed());
  await resumeSession();
}

/** Tries again after the server could not be reached at the start. */
export async function resumeSession(): Promise<void> {
  loadStore.setState({ state: 'loading', error: null });
  const config = fetchConfig().catch(() => undefined);
  try {
    const me = await api.get<{ id: string }>('/api/v4/users/me');
    await enterSession(me.id);
  } catch (error) {
    await config;
    if (error instanceof ApiError && error.status_code === 401) loadStore.setState({ state: 'idle' });
    else loadStore.setState({ state: 'failed', error: error as Error });
  }
}

/** Loads everything for the person that has just signed in. */
export async function enterSession(user_id: string): Promise<void> {
  loadStore.setState({ state: 'loading', error: null });
  sessionStore.getState().begin(user_id);
  realtime.hold();
  realtime.start();
  const is_connected_in_time = await waitForHello();
  try {
    await Promise.all([fetchConfig(), ...loaders()]);
    loadStore.setState({ state: 'ready' });
  } catch (error) {
    if (sessionStore.getState().status === 'signed_in') loadStore.setState({ state: 'failed', error: error as Error });
  } finally {
    realtime.release();
  }
  if (!is_connected_in_time) reloadOnceConnected();
}

async function reload(): Promise<void> {
  if (sessionStore.getState().status !== 'signed_in') return;
  realtime.hold();
  await Promise.all([fetchConfig(), ...loaders()]).catch(() => undefined);
  realtime.release();
}

function loaders(): Promise<void>[] {
  return registeredFeatures().flatMap((feature) => (feature.load ? [feature.load()] : []));
}

function waitForHello(): Promise<boolean> {
  if (realtimeState.getState().connection_id) return Promise.resolve(true);
  return new Promise((resolve) => {
    const timer = setTimeout(() => done(false), HELLO_WAIT_MS);
    const off = realtime.on('hello', () => done(true));
    const done = (is_connected: boolean): void => {
      clearTimeout(timer);
      off();
      resolve(is_connected);
    };
  });
}

// What happened between the load and the connection was told to nobody here.
function reloadOnceConnected(): void {
  if (realtimeState.getState().connection_id) return void reload();
  const off = realtime.on('hello', () => {
    off();
    void reload();
  });
}

function watchSession(): void {
  sessionStore.subscribe((state, before) => {
    if (state.status !== 'signed_out' || before.status === 'signed_out') return;
    realtime.stop();
    panel.close();
    closeAllDialogs();
    loadStore.setState({ state: 'idle', error: null });
    for (const feature of registeredFeatures()) feature.forget?.();
  });
}

async function retryFailed(): Promise<void> {
  if (loadStore.getState().state === 'failed') await resumeSession();
}

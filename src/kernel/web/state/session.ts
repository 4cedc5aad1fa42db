import { create } from 'zustand';
import type { KernelEvents } from '#kernel/wire/index.ts';
import { endLoading, forgetAhead, readCookie, USER_COOKIE } from '../ahead.ts';
import { realtime } from '../realtime/realtime.ts';
import { realtimeState } from '../realtime/realtime.state.ts';
import { registeredFeatures } from './catalogue.state.ts';
import { configStore, fetchConfig } from './config.state.ts';
import { closeAllDialogs } from './dialog.state.ts';
import { panel } from './panel.state.ts';
import { sessionStore } from './session.state.ts';

// Waiting a moment for the first event spares the second load that a late connection needs.
const HELLO_WAIT_MS = 150;

export type LoadState = 'idle' | 'loading' | 'ready' | 'failed';

/** How far the page is with fetching what the person's features need. */
export const loadStore = create<{ state: LoadState; error: Error | null }>(() => ({ state: 'idle', error: null }));

/** Finds out whether somebody is signed in and loads their page. */
export async function startSession(): Promise<void> {
  watchSession();
  realtime.on_resync(() => void reload());
  realtime.on<KernelEvents['config_changed']>('config_changed', ({ config }) => configStore.setState({ config }));
  window.addEventListener('online', () => void retryFailed());
  await resumeSession();
}

/** Tries again after the server could not be reached at the start. */
export async function resumeSession(): Promise<void> {
  // The cookie tells who it will be, so that everything can be asked for at once; a session that is over answers 401.
  const user_id = readCookie(USER_COOKIE);
  if (user_id) return enterSession(user_id);
  loadStore.setState({ state: 'loading', error: null });
  try {
    await fetchConfig();
    sessionStore.getState().end('logout');
    loadStore.setState({ state: 'idle' });
  } catch (error) {
    loadStore.setState({ state: 'failed', error: error as Error });
  }
}

/** Loads everything for the person that has signed in. */
export async function enterSession(user_id: string): Promise<void> {
  loadStore.setState({ state: 'loading', error: null });
  sessionStore.getState().begin(user_id);
  realtime.hold();
  realtime.start();
  const config = fetchConfig();
  const is_connected_in_time = await waitForHello();
  try {
    await Promise.all([config, ...loaders()]);
    loadStore.setState({ state: 'ready' });
    endLoading(user_id);
  } catch (error) {
    if (sessionStore.getState().status === 'signed_in') loadStore.setState({ state: 'failed', error: error as Error });
    else await fetchConfig().catch(() => undefined);
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
    document.cookie = `${USER_COOKIE}=; Max-Age=0; Path=/`;
    forgetAhead();
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

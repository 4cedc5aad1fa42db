// Imports nothing: it runs before the rest of the page's code is there.
const PLAN_KEY = 'muster.ahead';
const SOCKET_PATH = '/api/v4/websocket';
const PATHS_MAX = 60;
const LEARN_AFTER_READY_MS = 2000;

/** Written at log-in beside the session's own cookie, which no script can read. */
export const USER_COOKIE = 'MMUSERID';

/** Headers of every call of the page: the server takes state-changing ones only with them. */
export const PAGE_HEADERS: Readonly<Record<string, string>> = { 'X-Requested-With': 'XMLHttpRequest', Accept: 'application/json' };

/** What the page of a person asked for when it started last: for any page, and for this one. */
type Plan = { user_id: string; pathname: string; any: string[]; here: string[] };
type Answer = { status: number; is_ok: boolean; text: string };

/** A socket that was opened before its owner was there, and what it received meanwhile. */
export type AheadSocket = { socket: WebSocket; frames: string[] };

const answers = new Map<string, Promise<Answer>>();
const asked: { any: string[]; here: string[] } = { any: [], here: [] };
let started_at = '';
let ahead: AheadSocket | null = null;
let learning: 'any' | 'here' | 'no' = 'any';

/**
 * Opens the socket and, once it is greeted, asks for what this page asked for at its last start: the answers are there when the
 * code that wants them is. What comes after the greeting is not missed, so that they are as good as answers asked for later.
 */
export function askAhead(): void {
  started_at = location.pathname;
  const user_id = readCookie(USER_COOKIE);
  if (!user_id) return;
  const socket = openSocket('', 0);
  const frames: string[] = [];
  ahead = { socket, frames };
  socket.onmessage = (message) => {
    frames.push(String(message.data));
    if (frames.length === 1) for (const path of plannedPaths(user_id)) answers.set(path, ask(path));
  };
}

/** A socket that resumes this connection behind this event, or begins anew. */
export function openSocket(connection_id: string, sequence_number: number): WebSocket {
  const query = new URLSearchParams({ connection_id, sequence_number: String(sequence_number) });
  return new WebSocket(`${location.protocol === 'https:' ? 'wss:' : 'ws:'}//${location.host}${SOCKET_PATH}?${query.toString()}`);
}

/** The socket that was opened ahead, once; null if there is none or it is closed already. */
export function takeSocket(): AheadSocket | null {
  const taken = ahead;
  ahead = null;
  return taken && taken.socket.readyState <= WebSocket.OPEN ? taken : null;
}

/** The answer that was asked for ahead, once. What is asked at the start is noted for the next one. */
export function takeAnswer(path: string): Promise<Answer> | undefined {
  if (learning !== 'no' && asked[learning].length < PATHS_MAX && !asked.any.includes(path) && !asked.here.includes(path)) asked[learning].push(path);
  const answer = answers.get(path);
  answers.delete(path);
  return answer;
}

/** The features have loaded: what is asked now belongs to the page of this address, and soon to nothing. */
export function endLoading(user_id: string): void {
  if (learning !== 'any') return;
  learning = 'here';
  setTimeout(() => {
    learning = 'no';
    answers.clear();
    localStorage.setItem(PLAN_KEY, JSON.stringify({ user_id, pathname: started_at, ...asked } satisfies Plan));
  }, LEARN_AFTER_READY_MS);
}

/** Forgets what the person's page asked for: the session is over. */
export function forgetAhead(): void {
  learning = 'no';
  answers.clear();
  localStorage.removeItem(PLAN_KEY);
}

function plannedPaths(user_id: string): string[] {
  try {
    const plan = JSON.parse(localStorage.getItem(PLAN_KEY) ?? '') as Plan;
    if (plan.user_id !== user_id) return [];
    return plan.pathname === started_at ? [...plan.any, ...plan.here] : plan.any;
  } catch {
    return []; // a first start, or a plan of another version
  }
}

async function ask(path: string): Promise<Answer> {
  const response = await fetch(path, { credentials: 'same-origin', headers: PAGE_HEADERS });
  return { status: response.status, is_ok: response.ok, text: await response.text() };
}

/** A cookie that scripts may read; '' if there is none. */
export function readCookie(name: string): string {
  for (const part of document.cookie.split(';')) {
    const [key, value] = part.trim().split('=');
    if (key === name) return decodeURIComponent(value ?? '');
  }
  return '';
}

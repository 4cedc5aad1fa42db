import type { Frame } from '#kernel/server/index.ts';

/** Whether one of the patterns names the event: its name, `post.*` or `*`. */
export function hears(patterns: readonly string[], event: string): boolean {
  return patterns.some((pattern) => pattern === event || pattern === '*' || (pattern.endsWith('.*') && event.startsWith(pattern.slice(0, -1))));
}

/** Whether an account that follows these topics is shown the frame, as the WebSocket would decide. */
export function isShownTo(frame: Frame, user_id: string, topics: ReadonlySet<string>): boolean {
  const { connection_id, omit_users } = frame.broadcast ?? {};
  if (connection_id || omit_users?.[user_id]) return false;
  return frame.topics.some((topic) => topics.has(topic)) && !frame.except_topics?.some((topic) => topics.has(topic)) && (!frame.only_topic || topics.has(frame.only_topic));
}

/** Where a frame belongs: ids or ''. */
export function placeOf(frame: Frame): { team_id: string; channel_id: string } {
  const topicId = (kind: string) => frame.topics.find((topic) => topic.startsWith(`${kind}:`))?.slice(kind.length + 1) ?? '';
  const data = frame.data as Record<string, unknown>;
  const textOf = (value: unknown) => (typeof value === 'string' ? value : '');
  return {
    team_id: frame.broadcast?.team_id || topicId('team') || textOf(data['team_id']),
    channel_id: frame.broadcast?.channel_id || topicId('channel') || textOf(data['channel_id']),
  };
}

// What people wrote may look like JSON and is none.
const TEXTS = /name|text|message|header|purpose|title|url/;

/** The data of a frame, with the objects that the protocol writes as JSON inside of a string. */
export function plainData(data: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, typeof value === 'string' && /^[[{]/.test(value) && !TEXTS.test(key) ? parsed(value) : value]));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

import type { JsonText } from '#kernel/wire/index.ts';

/** What a realtime event carries as JSON text, e.g. `parseJsonText(data.post)`. */
export function parseJsonText<T>(text: JsonText<T>): T {
  return JSON.parse(text) as T;
}

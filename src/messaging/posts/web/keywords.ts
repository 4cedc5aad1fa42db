import { useMemo } from 'react';
import { useMe } from '#identity/users/web/index.ts';

/** Words that count as a mention of the reader, besides @name. */
export function useKeywords(): readonly string[] {
  const me = useMe();
  const keys = me.notify_props?.mention_keys ?? '';
  const first_name = me.notify_props?.first_name === 'true' ? me.first_name : '';
  return useMemo(() => [...keys.split(','), first_name].map((word) => word.trim()).filter((word) => word && !word.startsWith('@')), [keys, first_name]);
}

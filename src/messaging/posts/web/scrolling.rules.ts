type Keyed = { readonly key: string; readonly kind: string };

/** True where rows were only added before the ones that are there, so that the list must keep its distance from the end. */
export function wasPrepended(before: readonly Keyed[], after: readonly Keyed[]): boolean {
  if (before === after || after.length <= before.length || before.at(-1)?.key !== after.at(-1)?.key) return false;
  const first = before.find((row) => row.kind === 'post' || row.kind === 'activity');
  if (!first) return false;
  return after.findIndex((row) => row.key === first.key) > before.indexOf(first);
}

/** True where a message of one's own has just been added at the end. */
export function isWritten(before: readonly Keyed[], after: readonly Keyed[]): boolean {
  const last = after.at(-1);
  return last?.kind === 'pending' && before.length > 0 && !before.some((row) => row.key === last.key);
}

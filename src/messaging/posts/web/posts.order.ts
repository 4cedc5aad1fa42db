import type { Id, Timestamp } from '#kernel/wire/index.ts';

/** A stretch of a channel's posts without a gap, oldest first. */
export type Stretch = {
  readonly ids: readonly Id[];
  /** Nothing older exists. */
  readonly is_oldest: boolean;
  /** Nothing newer exists: new posts are added here. */
  readonly is_newest: boolean;
};

/** What is known of a channel's order: stretches with gaps between them, oldest first. */
export type ChannelOrder = readonly Stretch[];

/** A page as the server sent it, oldest first. `touches` names the post that the page was asked before or after. */
export type OrderPage = Stretch & { readonly touches?: Id };

type TimeOf = (id: Id) => Timestamp;

/** Puts a page into the order. Stretches that share a post with it become one. */
export function addPage(order: ChannelOrder, page: OrderPage, time_of: TimeOf): ChannelOrder {
  const own = new Set(page.ids);
  if (page.touches) own.add(page.touches);
  const touching = order.filter((stretch) => stretch.ids.some((id) => own.has(id)) || (stretch.is_newest && page.is_newest));
  const ids = new Set(page.ids);
  for (const stretch of touching) for (const id of stretch.ids) ids.add(id);
  const merged: Stretch = {
    ids: sortIds([...ids], time_of),
    is_oldest: page.is_oldest || touching.some((stretch) => stretch.is_oldest),
    is_newest: page.is_newest || touching.some((stretch) => stretch.is_newest),
  };
  const rest = order.filter((stretch) => !touching.includes(stretch));
  return [...rest, merged].sort((a, b) => firstTime(a, time_of) - firstTime(b, time_of));
}

/** Adds a post that has just been written. Where the newest stretch is not known it is left for a later page. */
export function addNewest(order: ChannelOrder, id: Id, time_of: TimeOf): ChannelOrder {
  return order.map((stretch) => {
    if (!stretch.is_newest || stretch.ids.includes(id)) return stretch;
    const last = stretch.ids.at(-1);
    const is_after = last === undefined || isBefore(last, id, time_of);
    return { ...stretch, ids: is_after ? [...stretch.ids, id] : sortIds([...stretch.ids, id], time_of) };
  });
}

/** Takes posts out of the order. */
export function removeIds(order: ChannelOrder, ids: ReadonlySet<Id>): ChannelOrder {
  if (!order.some((stretch) => stretch.ids.some((id) => ids.has(id)))) return order;
  return order.map((stretch) => ({ ...stretch, ids: stretch.ids.filter((id) => !ids.has(id)) })).filter((stretch) => stretch.ids.length || stretch.is_newest);
}

/** The stretch that holds the post, or the newest one where no post is asked for. */
export function findStretch(order: ChannelOrder | undefined, id?: Id): Stretch | undefined {
  return order?.find((stretch) => (id ? stretch.ids.includes(id) : stretch.is_newest));
}

export function sortIds(ids: readonly Id[], time_of: TimeOf): Id[] {
  return [...ids].sort((a, b) => (isBefore(a, b, time_of) ? -1 : 1));
}

function isBefore(a: Id, b: Id, time_of: TimeOf): boolean {
  const difference = time_of(a) - time_of(b);
  return difference === 0 ? a < b : difference < 0;
}

function firstTime(stretch: Stretch, time_of: TimeOf): Timestamp {
  return stretch.ids[0] === undefined ? Number.MAX_SAFE_INTEGER : time_of(stretch.ids[0]);
}

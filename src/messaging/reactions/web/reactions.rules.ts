import type { Id } from '#kernel/wire/index.ts';
import type { Reaction } from '#messaging/reactions/wire/index.ts';

/** All reactions with one emoji, in the order in which the emoji were first used. */
export type ReactionGroup = { readonly emoji_name: string; readonly user_ids: readonly Id[]; readonly is_mine: boolean };

export function groupReactions(reactions: readonly Reaction[], me: Id): ReactionGroup[] {
  const groups = new Map<string, Reaction[]>();
  for (const reaction of [...reactions].sort((a, b) => a.create_at - b.create_at)) groups.set(reaction.emoji_name, [...(groups.get(reaction.emoji_name) ?? []), reaction]);
  return [...groups].map(([emoji_name, members]) => {
    const user_ids = members.map((member) => member.user_id);
    return { emoji_name, user_ids, is_mine: user_ids.includes(me) };
  });
}

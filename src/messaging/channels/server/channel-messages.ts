import type { User } from '#identity/users/wire/index.ts';
import type { Ctx } from '#kernel/server/index.ts';
import type { Channel } from '../wire/index.ts';
import { postSystemMessage, type SystemMessage } from './channels.extensions.ts';
import { joinLeaveMessages } from './channels.settings.ts';

type Named = Pick<User, 'id' | 'username'>;

/** Tells in the channel what happened. */
export async function announce(ctx: Ctx, message: SystemMessage): Promise<void> {
  for (const post of ctx.app.all(postSystemMessage)) await post(ctx, message);
}

async function announceMember(ctx: Ctx, message: SystemMessage): Promise<void> {
  if (ctx.settings.get(joinLeaveMessages)) await announce(ctx, message);
}

export function announceJoin(ctx: Ctx, channel_id: string, user: Named, is_guest: boolean): Promise<void> {
  return announceMember(ctx, {
    channel_id, user_id: user.id, props: { username: user.username },
    type: is_guest ? 'system_guest_join_channel' : 'system_join_channel',
    message: `${user.username} joined the channel${is_guest ? ' as a guest' : ''}.`,
  });
}

export function announceAddition(ctx: Ctx, channel_id: string, user: Named, by: Named, is_guest: boolean): Promise<void> {
  return announceMember(ctx, {
    channel_id, user_id: by.id, props: { userId: by.id, username: by.username, addedUserId: user.id, addedUsername: user.username },
    type: is_guest ? 'system_add_guest_to_chan' : 'system_add_to_channel',
    message: `${user.username} added to the channel${is_guest ? ' as a guest' : ''} by ${by.username}.`,
  });
}

/** One message for many people who came at once. */
export function announceMany(ctx: Ctx, channel_id: string, count: number, by: Named, where: 'channel' | 'team'): Promise<void> {
  return announceMember(ctx, { channel_id, user_id: by.id, props: { username: by.username }, type: 'system_generic', message: `${by.username} added ${count} people to the ${where}.` });
}

// These name the person with an @, so that it is still a mention when the person is no longer in the channel.
export function announceLeave(ctx: Ctx, channel_id: string, user: Named): Promise<void> {
  return announceMember(ctx, { channel_id, user_id: user.id, props: { username: user.username }, type: 'system_leave_channel', message: `@${user.username} left the channel.` });
}

export function announceRemoval(ctx: Ctx, channel_id: string, user: Named, remover_id: string): Promise<void> {
  return announceMember(ctx, { channel_id, user_id: remover_id, props: { removedUserId: user.id, removedUsername: user.username }, type: 'system_remove_from_channel', message: `@${user.username} was removed from the channel.` });
}

/** Something about the channel itself; `by` is who did it. */
export function announceChange(ctx: Ctx, channel_id: string, by: Named, type: string, message: string, props: Record<string, unknown> = {}): Promise<void> {
  return announce(ctx, { channel_id, user_id: by.id, type, message, props: { username: by.username, ...props } });
}

/** Tells how the header, purpose or display name of a channel has changed; nothing if it has not. */
export async function announceTexts(ctx: Ctx, by: Named, before: Channel, after: Channel): Promise<void> {
  if (before.display_name !== after.display_name) {
    const message = `${by.username} updated the channel display name from: ${before.display_name} to: ${after.display_name}`;
    await announceChange(ctx, after.id, by, 'system_displayname_change', message, { old_displayname: before.display_name, new_displayname: after.display_name });
  }
  for (const part of ['header', 'purpose'] as const) {
    const [old, now] = [before[part], after[part]];
    if (old === now) continue;
    await announceChange(ctx, after.id, by, `system_${part}_change`, changeText(by.username, part, old, now), { [`old_${part}`]: old, [`new_${part}`]: now });
  }
}

function changeText(who: string, part: string, old: string, now: string): string {
  if (!now) return `${who} removed the channel ${part} (was: ${old})`;
  return old ? `${who} updated the channel ${part} from: ${old} to: ${now}` : `${who} updated the channel ${part} to: ${now}`;
}

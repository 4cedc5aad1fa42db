import { SYSTEM, type App, type Ctx } from '#kernel/server/index.ts';
import type { Channel, ChannelMember } from '../wire/index.ts';
import { channelNamesIn } from './channels.rules.ts';
import { readChannelsByNames } from './channels.store.ts';

/** Adds to channels what clients need to show links to other public channels in their headers. */
export async function addMentions<C extends Channel>(app: App, channels: readonly C[]): Promise<C[]> {
  const wanted = new Map<string, Set<string>>();
  for (const { team_id, header } of channels) {
    if (!team_id || !header.includes('~')) continue;
    const names = wanted.get(team_id) ?? new Set<string>();
    wanted.set(team_id, names);
    for (const name of channelNamesIn(header)) names.add(name);
  }
  if (!wanted.size) return [...channels];
  const found = new Map<string, string>();
  for (const [team_id, names] of wanted) for (const other of await readChannelsByNames(app.db, team_id, [...names])) if (other.type === 'O') found.set(`${team_id}/${other.name}`, other.display_name);
  return channels.map((channel) => ({ ...channel, props: mentionsOf(channel, found) }));
}

function mentionsOf(channel: Channel, found: ReadonlyMap<string, string>): Channel['props'] {
  const known = channelNamesIn(channel.header).flatMap((name) => {
    const display_name = found.get(`${channel.team_id}/${name}`);
    return display_name === undefined ? [] : [[name, { display_name }]];
  });
  return known.length ? { ...channel.props, channel_mentions: Object.fromEntries(known) } : channel.props;
}

/** A membership as the actor may see it: when others have read a channel is their own business. */
export function showMember<M extends ChannelMember>(ctx: Ctx, member: M): M {
  return ctx.actor === SYSTEM || member.user_id === ctx.actor.user_id ? member : { ...member, last_viewed_at: -1, last_update_at: -1 };
}

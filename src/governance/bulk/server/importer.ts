import { userError, type Ctx } from '#kernel/server/index.ts';
import { savePreferences } from '#identity/preferences/server/feature.ts';
import { getTeamByName, importTeam, importTeamMembers } from '#identity/teams/server/feature.ts';
import { changeUser, createUser, getUserByEmail, getUserByUsername, setUserActive } from '#identity/users/server/feature.ts';
import type { User } from '#identity/users/wire/index.ts';
import { getChannelByName, getOrCreateDirectChannel, getOrCreateGroupChannel, importChannel, importChannelMembers, markImportedRead } from '#messaging/channels/server/feature.ts';
import type { Channel } from '#messaging/channels/wire/index.ts';
import { storeWholeFile } from '#messaging/files/server/feature.ts';
import { importPost } from '#messaging/posts/server/feature.ts';
import { importReactions } from '#messaging/reactions/server/feature.ts';
import type { Archive } from './archive.ts';
import type { BulkLine, BulkPost, BulkReply, BulkUser } from './bulk.format.ts';

type Place = { readonly channel: Channel; readonly root?: { readonly id: string; readonly user_id: string } };

/** Takes lines one after the other. What is there already is found again by its name, a message by channel, author and time. */
export class Importer {
  readonly #ctx: Ctx;
  readonly #archive: Archive;
  readonly #touched = new Set<string>();
  readonly #counts = { teams: 0, channels: 0, users: 0, posts: 0, files: 0, skipped: 0 };

  constructor(ctx: Ctx, archive: Archive) {
    this.#ctx = ctx;
    this.#archive = archive;
  }

  async take(line: BulkLine): Promise<void> {
    const ctx = this.#ctx;
    if (line.type === 'team') {
      await importTeam(ctx, { ...line.team, description: line.team.description ?? '', allow_open_invite: line.team.allow_open_invite ?? false });
      this.#counts.teams++;
    } else if (line.type === 'channel') {
      const { team, deleted_at, header, purpose, ...channel } = line.channel;
      await importChannel(ctx, { ...channel, header: header ?? '', purpose: purpose ?? '', team_id: (await this.#team(team)).id, delete_at: deleted_at ?? 0 });
      this.#counts.channels++;
    } else if (line.type === 'user') await this.#takeUser(line.user);
    else if (line.type === 'post') await this.#takePost(await this.#channel(line.post.team, line.post.channel), line.post);
    else if (line.type === 'direct_channel') await this.#directChannel(line.direct_channel.members);
    else if (line.type === 'direct_post') await this.#takePost(await this.#directChannel(line.direct_post.channel_members), line.direct_post);
  }

  /** What was brought over counts as read. */
  async finish(): Promise<void> {
    for (const channel_id of this.#touched) await markImportedRead(this.#ctx, channel_id);
  }

  figures(): Record<string, string> {
    return Object.fromEntries(Object.entries(this.#counts).map(([name, count]) => [name, String(count)]));
  }

  async #takeUser(given: BulkUser): Promise<void> {
    const ctx = this.#ctx;
    const profile = { nickname: given.nickname ?? '', first_name: given.first_name ?? '', last_name: given.last_name ?? '', position: given.position ?? '', ...(given.locale ? { locale: given.locale } : {}) };
    const known = (await getUserByUsername(ctx.app, given.username)) ?? (await getUserByEmail(ctx.app, given.email));
    const user = known
      ? await changeUser(ctx, known.id, () => profile)
      : await createUser(ctx, { ...profile, username: given.username, email: given.email, roles: given.roles || 'system_user', auth_service: given.auth_service ?? '', auth_data: given.auth_data || null, email_verified: true, ...(given.notify_props ? { notify_props: given.notify_props as User['notify_props'] } : {}), ...(given.password ? { password: given.password } : {}) });
    for (const membership of given.teams ?? []) await this.#takeMembership(user, membership);
    if (given.delete_at && !user.delete_at) await setUserActive(ctx, user.id, false, { is_silent: true });
    this.#counts.users++;
  }

  async #takeMembership(user: User, { name, roles, channels }: NonNullable<BulkUser['teams']>[number]): Promise<void> {
    const team = await this.#team(name);
    await importTeamMembers(this.#ctx, team.id, [flagsOf(user.id, roles)]);
    const pairs = [];
    for (const channel of channels ?? []) pairs.push({ channel_id: (await this.#channel(name, channel.name)).id, ...flagsOf(user.id, channel.roles) });
    await importChannelMembers(this.#ctx, pairs);
  }

  async #takePost(channel: Channel, given: BulkPost): Promise<void> {
    const root = await this.#takeMessage({ channel }, given);
    for (const reply of given.replies ?? []) await this.#takeMessage({ channel, root }, reply);
  }

  async #takeMessage({ channel, root }: Place, given: BulkReply): Promise<{ id: string; user_id: string }> {
    const ctx = this.#ctx;
    const author = await this.#user(given.user);
    const found = await ctx.db.maybe<{ id: string }>('SELECT id FROM posts WHERE channel_id = $1 AND user_id = $2 AND create_at = $3 AND message = $4 AND delete_at = 0 LIMIT 1', [channel.id, author.id, given.create_at, given.message]);
    if (found) {
      this.#counts.skipped++;
      return { id: found.id, user_id: author.id };
    }
    const file_ids: string[] = [];
    for (const { path } of given.attachments ?? []) file_ids.push(await this.#takeFile(channel, author, path));
    const id = await importPost(ctx, {
      channel_id: channel.id, user_id: author.id, message: given.message, create_at: given.create_at, edit_at: given.edit_at ?? 0, type: given.type ?? '', props: given.props ?? {}, file_ids, is_pinned: given.is_pinned === true,
      ...(root ? { root_id: root.id, root_user_id: root.user_id } : {}),
    });
    const reactions = [];
    for (const reaction of given.reactions ?? []) reactions.push({ ...reaction, user_id: (await this.#user(reaction.user)).id });
    await importReactions(ctx, id, channel.id, reactions);
    for (const username of given.flagged_by ?? []) await savePreferences(ctx, (await this.#user(username)).id, [{ category: 'flagged_post', name: id, value: 'true' }]);
    this.#touched.add(channel.id);
    this.#counts.posts++;
    return { id, user_id: author.id };
  }

  async #takeFile(channel: Channel, author: User, path: string): Promise<string> {
    const file = await this.#archive.openData(path);
    if (!file) throw userError('app.import.attachment.file_missing.error', `The archive does not hold the attachment ${path}.`);
    this.#counts.files++;
    return (await storeWholeFile(this.#ctx, { user_id: author.id, channel_id: channel.id, name: file.name }, file.bytes)).id;
  }

  async #team(name: string) {
    const team = await getTeamByName(this.#ctx.app, name);
    if (!team) throw userError('app.import.team_not_found.error', `There is no team ${name}: its line must come before.`);
    return team;
  }

  async #channel(team: string, name: string): Promise<Channel> {
    const channel = await getChannelByName(this.#ctx.app, (await this.#team(team)).id, name);
    if (!channel) throw userError('app.import.channel_not_found.error', `There is no channel ${name} in the team ${team}: its line must come before.`);
    return channel;
  }

  async #user(username: string): Promise<User> {
    const user = await getUserByUsername(this.#ctx.app, username);
    if (!user) throw userError('app.import.user_not_found.error', `There is no account ${username}: its line must come before.`);
    return user;
  }

  async #directChannel(usernames: readonly string[]): Promise<Channel> {
    const ids = [];
    for (const username of usernames) ids.push((await this.#user(username)).id);
    if (ids.length > 2) return getOrCreateGroupChannel(this.#ctx, ids);
    return getOrCreateDirectChannel(this.#ctx, ids.length === 1 ? [ids[0]!, ids[0]!] : ids);
  }
}

function flagsOf(user_id: string, roles: string | null | undefined) {
  const names = (roles ?? '').split(' ');
  return { user_id, is_guest: names.some((name) => name.endsWith('_guest')), is_admin: names.some((name) => name.endsWith('_admin')) };
}

import { newId, userError, type App, type Ctx } from '#kernel/server/index.ts';
import { getUser } from '#identity/users/server/feature.ts';
import { groupsMentioned, type MentionedGroup } from '#identity/groups/server/feature.ts';
import { getTeam } from '#identity/teams/server/feature.ts';
import { canReadChannel, channelsViewed, getChannel, getChannelByName, hasChannelPermission, notifyPropsOf, seesThreads, type MemberNotify } from '#messaging/channels/server/feature.ts';
import type { Channel } from '#messaging/channels/wire/index.ts';
import type { Post, PostPriority, PostProps } from '../wire/index.ts';
import { normalizeAttachments, textsOf } from './attachments.ts';
import { findMentions, type Mentions } from './mentions.ts';
import { isTooLarge } from './mentions-of.ts';
import { answerOnce } from './pending-posts.ts';
import { postCreated } from './posts.events.ts';
import { hearsAll, hearsReply } from './notify-levels.ts';
import { beforePostCreated, threadFollowers, type PostDraft } from './posts.extensions.ts';
import { presentPost } from './posts.present.ts';
import { toPriority } from './posts.priority.ts';
import { checkPost, hashtagsOf, isSystemType } from './posts.rules.ts';
import { findPost, type PostRow } from './posts.store.ts';
import { PostWriter } from './posts.writer.ts';

export interface NewPostInput extends Partial<PostDraft> {
  channel_id: string;
  user_id: string;
  message: string;
  pending_post_id?: string;
  /** As clients write it; only its priority counts. */
  metadata?: { readonly priority?: unknown } | null;
  /** Only for administrators who bring old messages over. */
  create_at?: number;
}

export interface CreateOptions {
  /** The author has the channel open: posting marks it as viewed. */
  readonly views_channel?: boolean;
  readonly set_online?: boolean;
  /** A line for the record: it addresses and notifies nobody, and makes nobody follow its thread. */
  readonly is_quiet?: boolean;
}

const writers = new WeakMap<App, PostWriter>();

function writerOf(app: App): PostWriter {
  const known = writers.get(app) ?? new PostWriter(app);
  writers.set(app, known);
  return known;
}

/** Writes a post of a person, bot, integration or the server itself, tells everybody and returns it as clients see it. The caller has checked the right to post. */
export function createPost(ctx: Ctx, input: NewPostInput, options: CreateOptions = {}): Promise<Post> {
  const write = () => writeNewPost(ctx, input, options);
  return input.pending_post_id ? answerOnce(ctx, input.user_id, input.channel_id, input.pending_post_id, write) : write();
}

async function writeNewPost(ctx: Ctx, input: NewPostInput, options: CreateOptions): Promise<Post> {
  const channel = await postableChannel(ctx, input.channel_id, input.type ?? '');
  const root = input.root_id ? await rootOf(ctx, input.root_id, input.channel_id) : undefined;
  const draft: PostDraft = { channel_id: channel.id, user_id: input.user_id, root_id: input.root_id ?? '', message: input.message, type: input.type ?? '', props: { ...input.props }, file_ids: input.file_ids ?? [], priority: toPriority(input.metadata?.priority) };
  for (const hook of ctx.app.all(beforePostCreated)) await hook(ctx, draft);
  if (draft.props['attachments'] !== undefined) draft.props['attachments'] = normalizeAttachments(draft.props['attachments']);
  const hashtags = hashtagsOf(draft.message);
  checkPost({ ...draft, hashtags });
  await addChannelMentions(ctx, channel, draft);
  const members = await notifyPropsOf(ctx.app, channel.id);
  const mentions = options.is_quiet ? NOBODY_ADDRESSED : await addressees(ctx, channel, draft, members);
  const create_at = input.create_at || ctx.app.clock();
  const { priority, ...content } = draft;
  const row: PostRow = { ...content, id: newId(create_at), create_at, update_at: create_at, edit_at: 0, hashtags, pending_post_id: input.pending_post_id ?? '', props: draft.props as PostProps };
  const is_automatic = draft.props['from_webhook'] === 'true';
  const views_channel = options.views_channel === true && !is_automatic && (!draft.root_id || !(await seesThreads(ctx, draft.user_id)));
  const root_mentioned = root && !root.reply_count && !options.is_quiet ? [...findMentions([root.message], members).users] : [];
  await writerOf(ctx.app).write({ row, root_user_id: root && !options.is_quiet && members.has(root.user_id) ? root.user_id : '', root_mentioned, is_automatic, mentioned: root ? everybodyMeant(draft.user_id, mentions, members) : [...mentions.users], counted: countedMentions(mentions, members), is_wide: mentions.is_wide, is_urgent: priority?.priority === 'urgent', priority, views_channel });
  const post = await presentPost(ctx, freshPost(row, root, priority), true);
  ctx.emit(postCreated, {
    post,
    channel,
    sender_name: await senderName(ctx, draft),
    set_online: options.set_online !== false,
    mentioned: mentions.users,
    is_wide: mentions.is_wide,
    is_unheard: mentions.is_unheard,
    hearsWide: (user_id) => members.get(user_id)?.channel_wide === true,
    hearsAll: (user_id) => hearsAll(members.get(user_id)),
    notified_followers: root && !options.is_quiet ? followersToNotify(ctx, row, mentions, members) : NOBODY_FOLLOWS,
    unknown_names: mentions.unknown_names,
    groups: mentions.groups,
    group_outsiders: [...new Set(mentions.groups.flatMap((group) => group.member_ids))].filter((user_id) => !members.has(user_id)),
    row,
  });
  if (views_channel) ctx.emit(channelsViewed, { user_id: input.user_id, channel_times: { [channel.id]: create_at } });
  return post;
}

const NOBODY_FOLLOWS: ReadonlySet<string> = new Set();

// Who follows the thread and wants to hear of this reply.
function followersToNotify(ctx: Ctx, row: PostRow, mentions: Addressees, members: ReadonlyMap<string, MemberNotify>): ReadonlySet<string> {
  const followers = ctx.app.all(threadFollowers).flatMap((find) => [...find(row)]);
  return new Set(followers.filter((user_id) => {
    const member = members.get(user_id);
    return user_id !== row.user_id && member !== undefined && hearsReply(member, mentions.users.has(user_id) || (mentions.is_wide && member.channel_wide));
  }));
}

// A reply to the whole channel makes everybody who listens to that follow the thread.
function everybodyMeant(author_id: string, mentions: Addressees, members: ReadonlyMap<string, MemberNotify>): string[] {
  if (!mentions.is_wide) return [...mentions.users];
  return [...members].flatMap(([user_id, member]) => (mentions.users.has(user_id) || (member.channel_wide && user_id !== author_id) ? user_id : []));
}

// Who is addressed both in person and with the whole channel is counted once.
function countedMentions(mentions: Addressees, members: ReadonlyMap<string, MemberNotify>): string[] {
  return [...mentions.users].filter((user_id) => !mentions.is_wide || members.get(user_id)?.channel_wide !== true);
}

async function postableChannel(ctx: Ctx, channel_id: string, type: string): Promise<Channel> {
  const channel = await getChannel(ctx.app, channel_id);
  if (!channel) throw userError('app.channel.get.existing.app_error', 'This channel does not exist.', 404);
  if (channel.delete_at && !isSystemType(type)) throw userError('api.post.create_post.can_not_post_to_deleted.error', 'The channel is archived: nobody can post in it. Restore it first.');
  return channel;
}

async function rootOf(ctx: Ctx, root_id: string, channel_id: string): Promise<Post> {
  const root = await findPost(ctx.db, root_id);
  if (!root || root.root_id) throw userError('api.post.create_post.root_id.app_error', 'The message to reply to does not exist any more.');
  if (root.channel_id !== channel_id) throw userError('api.post.create_post.channel_root_id.app_error', 'The message to reply to is in another channel.');
  return root;
}

function freshPost(row: PostRow, root: Post | undefined, priority: PostPriority | null): Post {
  return {
    ...row, file_ids: [...row.file_ids], delete_at: 0, is_pinned: false, has_reactions: false, original_id: '', remote_id: '',
    reply_count: root ? root.reply_count + 1 : 0, last_reply_at: 0, participants: null, metadata: priority ? { priority } : {},
  };
}

// ~town-square becomes a link for every reader: the names go along with the post.
async function addChannelMentions(ctx: Ctx, channel: Channel, draft: PostDraft): Promise<void> {
  delete draft.props['channel_mentions'];
  if (!draft.message.includes('~') || !channel.team_id) return;
  const names = [...new Set([...draft.message.matchAll(/(?:^|[^\w~])~([a-z0-9][a-z0-9_-]*)/gi)].map((match) => match[1]!.toLowerCase()))].slice(0, 20);
  const found: NonNullable<PostProps['channel_mentions']> = {};
  for (const name of names) {
    const other = await getChannelByName(ctx.app, channel.team_id, name);
    if (!other || other.delete_at || (other.type !== 'O' && !(await canReadChannel(ctx, other.id)))) continue;
    found[name] = { display_name: other.display_name, team_name: (await getTeam(ctx.app, other.team_id))?.name ?? '', id: other.id };
  }
  if (Object.keys(found).length) draft.props['channel_mentions'] = found;
}

interface Addressees {
  readonly users: ReadonlySet<string>;
  readonly is_wide: boolean;
  readonly is_unheard: boolean;
  readonly unknown_names: readonly string[];
  readonly groups: readonly MentionedGroup[];
}

const NOBODY_ADDRESSED: Addressees = { users: new Set(), is_wide: false, is_unheard: false, unknown_names: [], groups: [] };

async function addressees(ctx: Ctx, channel: Channel, draft: PostDraft, members: ReadonlyMap<string, MemberNotify>): Promise<Addressees> {
  const users = new Set<string>();
  if (isSystemType(draft.type)) {
    const added = draft.props['addedUserId'];
    if (draft.type === 'system_add_to_channel' && typeof added === 'string') users.add(added);
    return { users, is_wide: false, is_unheard: false, unknown_names: [], groups: [] };
  }
  const found = findMentions([draft.message, ...textsOf((draft.props as PostProps).attachments ?? [])], members);
  for (const user_id of found.users) users.add(user_id);
  const groups = await groupsAddressed(ctx, channel, draft, found.unknown);
  for (const group of groups) for (const user_id of group.member_ids) if (members.has(user_id)) users.add(user_id);
  if (channel.type === 'D' || channel.type === 'G') for (const user_id of members.keys()) users.add(user_id);
  const is_wide = await mayMentionAll(ctx, channel, draft, found, members);
  if (is_wide && found.is_here) for (const [user_id, member] of members) if (member.channel_wide && ctx.app.hub.countOpen(user_id) > 0) users.add(user_id);
  if (draft.props['from_webhook'] !== 'true') users.delete(draft.user_id);
  return { users, is_wide: is_wide && found.is_wide, is_unheard: (found.is_wide || found.is_here) && isTooLarge(ctx, members), unknown_names: found.unknown.filter((name) => !groups.some((group) => group.name === name)), groups };
}

async function mayMentionAll(ctx: Ctx, channel: Channel, draft: PostDraft, found: Mentions, members: ReadonlyMap<string, MemberNotify>): Promise<boolean> {
  if (!found.is_wide && !found.is_here) return false;
  if (isTooLarge(ctx, members)) return false;
  if (draft.props['from_webhook'] === 'true' || (await hasChannelPermission(ctx, channel.id, 'use_channel_mentions'))) return true;
  draft.props['mentionHighlightDisabled'] = true;
  return false;
}

// Who may not mention groups writes their names as plain text; clients must not highlight them.
async function groupsAddressed(ctx: Ctx, channel: Channel, draft: PostDraft, names: readonly string[]): Promise<MentionedGroup[]> {
  if (!names.length || !channel.team_id) return [];
  const groups = await groupsMentioned(ctx.app, names, { channel, team: await getTeam(ctx.app, channel.team_id) });
  if (!groups.length || draft.props['from_webhook'] === 'true' || (await hasChannelPermission(ctx, channel.id, 'use_group_mentions'))) return groups;
  draft.props['disable_group_highlight'] = true;
  return [];
}

async function senderName(ctx: Ctx, draft: PostDraft): Promise<string> {
  if (isSystemType(draft.type)) return 'System';
  const override = draft.props['override_username'];
  if (draft.props['from_webhook'] === 'true' && typeof override === 'string' && override) return override;
  return `@${(await getUser(ctx.app, draft.user_id))?.username ?? ''}`;
}

import { formOf, pictureForm } from '../lib/form.ts';
import { PNG } from '../lib/png.ts';
import { Person, signUp } from '../lib/person.ts';

const CALLBACK = 'https://app.example/callback';
let serial = 0;

/** Makes what the methods of the client name. Everything is of the administrator, and new at each call. */
export class Things {
  readonly admin: Person;
  readonly team: any;
  readonly bob: any;

  constructor(admin: Person, team: any, bob: any) {
    this.admin = admin;
    this.team = team;
    this.bob = bob;
  }

  name(): string {
    return `thing${++serial}`;
  }

  async person(): Promise<any> {
    const { id, username, token } = await signUp(this.admin.url, this.name());
    await this.admin.post(`/teams/${this.team.id}/members`, { team_id: this.team.id, user_id: id });
    return { id, username, token };
  }

  async channel(): Promise<any> {
    const name = this.name();
    const channel = await this.admin.post('/channels', { team_id: this.team.id, name, display_name: name, type: 'O' });
    await this.admin.post(`/channels/${channel.id}/members`, { user_id: this.bob.id });
    return channel;
  }

  newTeam(): Promise<any> {
    const name = this.name();
    return this.admin.post('/teams', { name, display_name: name, type: 'O' });
  }

  async post(): Promise<any> {
    return this.admin.post('/posts', { channel_id: (await this.channel()).id, message: 'hello' });
  }

  async thread(): Promise<any> {
    const post = await this.post();
    await this.admin.post('/posts', { channel_id: post.channel_id, root_id: post.id, message: 'reply' });
    return post;
  }

  async file(): Promise<any> {
    const channel = await this.channel();
    const info = await this.admin.upload(channel.id, 'plan.txt', 'the plan', 'text/plain');
    await this.admin.post('/posts', { channel_id: channel.id, message: 'file', file_ids: [info.id] });
    return info;
  }

  async outgoingHook(): Promise<any> {
    return this.admin.post('/hooks/outgoing', await this.outgoing());
  }

  async outgoing(): Promise<any> {
    return { team_id: this.team.id, channel_id: (await this.channel()).id, display_name: 'CI', callback_urls: ['https://integration.example/'] };
  }

  command(): Promise<any> {
    return this.admin.post('/commands', this.ofCommand());
  }

  ofCommand(): any {
    return { team_id: this.team.id, trigger: this.name(), method: 'P', url: 'https://integration.example/' };
  }

  app(): Promise<any> {
    return this.admin.post('/oauth/apps', this.ofApp());
  }

  ofApp(): any {
    return { name: this.name(), description: 'Shows figures', homepage: 'https://app.example', callback_urls: [CALLBACK] };
  }

  hook(): Promise<any> {
    return this.channel().then((channel) => this.admin.post('/hooks/incoming', { channel_id: channel.id, display_name: 'CI' }));
  }

  bot(): Promise<any> {
    return this.admin.post('/bots', { username: this.name(), display_name: 'Bot' });
  }

  category(): Promise<any> {
    return this.admin.post(`/users/me/teams/${this.team.id}/channels/categories`, { user_id: this.admin.id, team_id: this.team.id, display_name: 'Mine', type: 'custom', channel_ids: [] });
  }

  emoji(): Promise<any> {
    const form = formOf('image', 'dot.png', PNG, 'image/png', { emoji: JSON.stringify({ name: this.name(), creator_id: this.admin.id }) });
    return this.admin.must('POST', '/emoji', undefined, { raw: form });
  }

  accessToken(): Promise<any> {
    return this.admin.post('/users/me/tokens', { description: 'test' });
  }

  group(): Promise<any> {
    const name = this.name();
    return this.admin.post('/groups', { name, display_name: name, source: 'custom', allow_reference: true, user_ids: [this.bob.id] });
  }

  scheme(scope = 'team'): Promise<any> {
    const name = this.name();
    return this.admin.post('/schemes', { name, display_name: name, scope });
  }

  profileField(): Promise<any> {
    return this.admin.post('/custom_profile_attributes/fields', { name: this.name(), type: 'text' });
  }

  async scheduledPost(): Promise<any> {
    return this.admin.post('/posts/schedule', { user_id: this.admin.id, channel_id: (await this.channel()).id, message: 'later', scheduled_at: Date.now() + 3_600_000 });
  }

  draft(channel_id: string): Promise<any> {
    return this.admin.post('/drafts', { user_id: this.admin.id, channel_id, message: 'unsent' });
  }

  job(): Promise<any> {
    return this.admin.post('/jobs', { type: 'active_users' });
  }

  async bookmark(): Promise<{ channel_id: string; id: string }> {
    const channel = await this.channel();
    const made = await this.admin.post(`/channels/${channel.id}/bookmarks`, { channel_id: channel.id, display_name: 'Docs', link_url: 'https://example.com', type: 'link' });
    return { channel_id: channel.id, id: made.id };
  }
}

type Maker = (things: Things) => unknown;

/** What a parameter stands for wherever it has this name. */
export const BY_NAME: Readonly<Record<string, Maker>> = {
  userId: (t) => t.bob.id, userID: (t) => t.bob.id, otherUserId: (t) => t.bob.id, userIds: (t) => [t.bob.id], newOwnerId: (t) => t.bob.id, username: (t) => t.bob.username, usernames: (t) => [t.bob.username], loginId: (t) => t.bob.username,
  teamId: (t) => t.team.id, teamID: (t) => t.team.id, teamIds: (t) => [t.team.id], teamName: (t) => t.team.name, inviteId: (t) => t.team.invite_id,
  channelId: async (t) => (await t.channel()).id, channelID: async (t) => (await t.channel()).id, channelIds: async (t) => [(await t.channel()).id], channelsIds: async (t) => [(await t.admin.post('/channels/group', [t.admin.id, t.bob.id, (await t.person()).id])).id],
  postId: async (t) => (await t.post()).id, postIds: async (t) => [(await t.post()).id], threadId: async (t) => (await t.thread()).id, fileId: async (t) => (await t.file()).id,
  hookId: async (t) => (await t.hook()).id, botUserId: async (t) => (await t.bot()).user_id, categoryId: async (t) => (await t.category()).id, emojiId: async (t) => (await t.emoji()).id, tokenId: async (t) => (await t.accessToken()).id,
  groupId: async (t) => (await t.group()).id, groupID: async (t) => (await t.group()).id, groupIDs: async (t) => [(await t.group()).id], schemeId: async (t) => (await t.scheme()).id, roleId: async (t) => (await t.admin.get('/roles/name/system_guest')).id, roleName: () => 'team_user', rolesNames: () => ['team_user'],
  email: () => 'bob@example.com', emails: () => ['somebody@example.com'], term: () => 'bob', name: () => 'town-square', emojiName: () => 'rocket', names: () => ['rocket'], terms: () => 'hello', isOrSearch: () => false, filter: () => '', prefix: () => 'a',
  timestamp: () => Date.now(), connectionId: () => '', imageData: () => new Blob([PNG], { type: 'image/png' }), fileFormData: pictureForm, includeDeleted: () => false, params: () => ({}), opts: () => ({}), options: () => ({}), limit: () => 10, after: () => '', page: () => 0, perPage: () => 10,
  preferences: (t) => [{ user_id: t.admin.id, category: 'display_settings', name: 'use_military_time', value: 'true' }], privacy: () => 'P', message: () => 'come in', patch: () => ({}), isSchemeUser: () => true, isSchemeAdmin: () => true, roles: () => '', state: () => true, status: (t) => ({ user_id: t.admin.id, status: 'online' }),
  customStatus: () => ({ emoji: 'calendar', text: 'in a meeting' }), description: () => 'for a test', currentPassword: () => 'Admin-Pass-1', newPassword: () => 'Another-Pass-1', active: () => true,
};

const own = async (t: Things): Promise<string> => (await t.admin.get('/users/me')).id;
const category = async (t: Things): Promise<any> => t.category();

/** The arguments of methods whose parameters' names do not tell enough. */
export const BY_METHOD: Readonly<Record<string, (things: Things) => Promise<unknown[]> | unknown[]>> = {
  createUser: (t) => { const name = t.name(); return [{ username: name, email: `${name}@example.com`, password: 'User-Pass-1' }, '', '']; },
  patchMe: () => [{ nickname: 'boss' }],
  patchUser: (t) => [{ id: t.bob.id, nickname: 'bobby' }],
  updateUser: async (t) => { const { id } = await t.person(); return [{ ...(await t.admin.get(`/users/${id}`)), nickname: 'changed' }]; },
  updateUserRoles: async (t) => [(await t.person()).id, 'system_user system_user_manager'],
  updateUserPassword: async (t) => [(await t.person()).id, '', 'Another-Pass-1'],
  updateUserActive: async (t) => [(await t.person()).id, false],
  promoteGuestToUser: async (t) => { const { id } = await t.person(); await t.admin.post(`/users/${id}/demote`); return [id]; },
  demoteUserToGuest: async (t) => [(await t.person()).id],
  revokeAllSessionsForUser: async (t) => [(await t.person()).id],
  resetFailedAttempts: async (t) => [(await t.person()).id],
  updateUserMfa: async (t) => [(await t.person()).id, false, ''],
  login: (t) => [t.bob.username, 'User-Pass-1'],
  loginById: (t) => [t.bob.id, 'User-Pass-1'],
  createTeam: (t) => { const name = t.name(); return [{ name, display_name: name, type: 'O' }]; },
  updateTeam: async (t) => [{ ...(await t.newTeam()), display_name: 'Renamed' }],
  patchTeam: async (t) => [{ id: (await t.newTeam()).id, display_name: 'Renamed' }],
  deleteTeam: async (t) => [(await t.newTeam()).id],
  archiveTeam: async (t) => [(await t.newTeam()).id],
  unarchiveTeam: async (t) => { const { id } = await t.newTeam(); await t.admin.del(`/teams/${id}`); return [id]; },
  regenerateTeamInviteId: async (t) => [(await t.newTeam()).id],
  joinTeam: (t) => [t.team.invite_id],
  addToTeam: async (t) => [(await t.newTeam()).id, t.bob.id],
  addUsersToTeam: async (t) => [(await t.newTeam()).id, [t.bob.id]],
  addUsersToTeamGracefully: async (t) => [(await t.newTeam()).id, [t.bob.id]],
  removeFromTeam: async (t) => [t.team.id, (await t.person()).id],
  updateTeamMemberRoles: (t) => [t.team.id, t.bob.id, 'team_user'],
  updateTeamMemberSchemeRoles: (t) => [t.team.id, t.bob.id, true, false],
  setTeamIcon: async (t) => [(await t.newTeam()).id, new Blob([PNG], { type: 'image/png' })],
  removeTeamIcon: async (t) => { const { id } = await t.newTeam(); await t.admin.must('POST', `/teams/${id}/image`, undefined, { raw: pictureForm() }); return [id]; },
  createChannel: (t) => { const name = t.name(); return [{ team_id: t.team.id, name, display_name: name, type: 'O' }]; },
  createDirectChannel: (t) => [[t.admin.id, t.bob.id]],
  createGroupChannel: async (t) => [[t.admin.id, t.bob.id, (await t.person()).id]],
  updateChannel: async (t) => [{ ...(await t.channel()), header: 'new' }],
  patchChannel: async (t) => [(await t.channel()).id, { header: 'new' }],
  patchChannelModerations: async (t) => [(await t.channel()).id, [{ name: 'create_post', roles: { members: false } }]],
  unarchiveChannel: async (t) => { const { id } = await t.channel(); await t.admin.del(`/channels/${id}`); return [id]; },
  updateChannelNotifyProps: async (t) => [{ channel_id: (await t.channel()).id, user_id: t.bob.id, desktop: 'all' }],
  addToChannel: async (t) => [(await t.person()).id, (await t.channel()).id],
  addToChannels: async (t) => [[(await t.person()).id], (await t.channel()).id],
  getChannelByName: (t) => [t.team.id, 'town-square'],
  getChannelByNameAndTeamName: (t) => [t.team.name, 'town-square'],
  convertGroupMessageToPrivateChannel: async (t) => { const group = await t.admin.post('/channels/group', [t.admin.id, t.bob.id, (await t.person()).id]); return [group.id, t.team.id, 'From a group', t.name()]; },
  getGroupMessageMembersCommonTeams: async (t) => [(await t.admin.post('/channels/group', [t.admin.id, t.bob.id, (await t.person()).id])).id],
  createPost: async (t) => [{ channel_id: (await t.channel()).id, message: 'hello' }],
  createPostEphemeral: async (t) => [t.bob.id, { channel_id: (await t.channel()).id, message: 'only you' }],
  updatePost: async (t) => [{ ...(await t.post()), message: 'changed' }],
  patchPost: async (t) => [{ id: (await t.post()).id, message: 'changed' }],
  getPostsSince: async (t) => [(await t.channel()).id, 1],
  getPostsAround: async (t) => { const post = await t.post(); return [post.channel_id, post.id]; },
  getPostsBefore: async (t) => { const post = await t.post(); return [post.channel_id, post.id]; },
  getPostsAfter: async (t) => { const post = await t.post(); return [post.channel_id, post.id]; },
  restorePostVersion: async (t) => { const { id } = await t.post(); await t.admin.put(`/posts/${id}/patch`, { message: 'other' }); return [id, (await t.admin.get(`/posts/${id}/edit_history`))[0].id, '']; },
  addPostReminder: async (t) => [await own(t), (await t.post()).id, Math.floor(Date.now() / 1000) + 3600],
  markPostAsUnread: async (t) => [await own(t), (await t.post()).id],
  addReaction: async (t) => [await own(t), (await t.post()).id, 'rocket'],
  removeReaction: async (t) => { const { id } = await t.post(); await t.admin.post('/reactions', { user_id: t.admin.id, post_id: id, emoji_name: 'rocket' }); return [t.admin.id, id, 'rocket']; },
  moveThread: async (t) => [(await t.thread()).id, (await t.channel()).id],
  getUserThread: async (t) => ['me', t.team.id, (await t.thread()).id],
  updateThreadReadForUser: async (t) => ['me', t.team.id, (await t.thread()).id, Date.now()],
  updateThreadFollowForUser: async (t) => ['me', t.team.id, (await t.thread()).id, true],
  markThreadAsUnreadForUser: async (t) => { const { id } = await t.thread(); return ['me', t.team.id, id, id]; },
  searchPostsWithParams: (t) => [t.team.id, { terms: 'hello', is_or_search: false }],
  searchFilesWithParams: (t) => [t.team.id, { terms: 'plan', is_or_search: false }],
  uploadFile: async (t) => [formOf('files', 'a.txt', 'text', 'text/plain', { channel_id: (await t.channel()).id })],
  getCustomEmoji: async (t) => [(await t.emoji()).id],
  getCustomEmojiByName: async (t) => [(await t.emoji()).name],
  createCustomEmoji: (t) => [{ name: t.name(), creator_id: t.admin.id }, new Blob([PNG], { type: 'image/png' })],
  createIncomingWebhook: async (t) => [{ channel_id: (await t.channel()).id, display_name: 'CI' }],
  updateIncomingWebhook: async (t) => [{ ...(await t.hook()), display_name: 'Renamed' }],
  createOutgoingWebhook: async (t) => [await t.outgoing()],
  getOutgoingWebhook: async (t) => [(await t.outgoingHook()).id],
  updateOutgoingWebhook: async (t) => [{ ...(await t.outgoingHook()), display_name: 'Renamed' }],
  removeOutgoingWebhook: async (t) => [(await t.outgoingHook()).id],
  regenOutgoingHookToken: async (t) => [(await t.outgoingHook()).id],
  addCommand: (t) => [t.ofCommand()],
  editCommand: async (t) => [{ ...(await t.command()), display_name: 'Renamed' }],
  regenCommandToken: async (t) => [(await t.command()).id],
  deleteCommand: async (t) => [(await t.command()).id],
  createOAuthApp: (t) => [t.ofApp()],
  editOAuthApp: async (t) => [{ ...(await t.app()), description: 'Shows more' }],
  getOAuthApp: async (t) => [(await t.app()).id],
  getOAuthAppInfo: async (t) => [(await t.app()).id],
  deleteOAuthApp: async (t) => [(await t.app()).id],
  regenOAuthAppSecret: async (t) => [(await t.app()).id],
  authorizeOAuthApp: async (t) => ['code', (await t.app()).id, CALLBACK, 'state', 'user'],
  deauthorizeOAuthApp: async (t) => [(await t.app()).id],
  createBot: (t) => [{ username: t.name(), display_name: 'Bot' }],
  patchBot: async (t) => [(await t.bot()).user_id, { display_name: 'Renamed' }],
  createChannelCategory: async (t) => [await own(t), t.team.id, { user_id: t.admin.id, team_id: t.team.id, display_name: 'New', type: 'custom', channel_ids: [] }],
  getChannelCategory: async (t) => [await own(t), t.team.id, (await category(t)).id],
  updateChannelCategory: async (t) => { const made = await category(t); return [t.admin.id, t.team.id, { ...made, display_name: 'Renamed' }]; },
  updateChannelCategories: async (t) => [await own(t), t.team.id, [await category(t)]],
  updateChannelCategoryOrder: async (t) => { await category(t); const { order } = await t.admin.get(`/users/me/teams/${t.team.id}/channels/categories`); return [t.admin.id, t.team.id, order]; },
  deleteChannelCategory: async (t) => [await own(t), t.team.id, (await category(t)).id],
  getChannelCategories: async (t) => [await own(t), t.team.id],
  upsertDraft: async (t) => [{ user_id: t.admin.id, channel_id: (await t.channel()).id, message: 'unsent', rootId: '' }],
  deleteDraft: async (t) => { const channel = await t.channel(); await t.draft(channel.id); return [channel.id]; },
  getJob: async (t) => [(await t.job()).id],
  createJob: () => [{ type: 'active_users' }],
  createScheme: (t) => { const name = t.name(); return [{ name, display_name: name, scope: 'team', description: '' }]; },
  patchScheme: async (t) => [(await t.scheme()).id, { display_name: 'Renamed' }],
  patchRole: async (t) => { const role = await t.admin.get('/roles/name/system_guest'); return [role.id, { permissions: role.permissions }]; },
  createGroupWithUserIds: (t) => { const name = t.name(); return [{ name, display_name: name, source: 'custom', allow_reference: true, user_ids: [t.bob.id] }]; },
  patchGroup: async (t) => [(await t.group()).id, { display_name: 'Renamed' }],
  addUsersToGroup: async (t) => [(await t.group()).id, [(await t.person()).id]],
  removeUsersFromGroup: async (t) => [(await t.group()).id, [t.bob.id]],
  createChannelBookmark: async (t) => [(await t.channel()).id, { display_name: 'Docs', link_url: 'https://example.com', type: 'link' }, ''],
  updateChannelBookmark: async (t) => { const made = await t.bookmark(); return [made.channel_id, made.id, { display_name: 'Renamed' }, '']; },
  updateChannelBookmarkSortOrder: async (t) => { const made = await t.bookmark(); return [made.channel_id, made.id, 0, '']; },
  deleteChannelBookmark: async (t) => { const made = await t.bookmark(); return [made.channel_id, made.id, '']; },
  switchEmailToOAuth: () => ['gitlab', 'bob@example.com', 'User-Pass-1'],
  switchOAuthToEmail: () => ['gitlab', 'bob@example.com', 'User-Pass-1'],
  getCommandAutocompleteSuggestionsList: async (t) => ['/sh', t.team.id, { channel_id: (await t.channel()).id }],
  executeCommand: async (t) => ['/shrug hello', { channel_id: (await t.channel()).id, team_id: t.team.id }],
  uploadLicense: () => [new Blob(['not needed'])],
  createTermsOfService: () => ['Be kind.'],
  getTermsOfService: async (t) => { await t.admin.post('/terms_of_service', { text: 'Be kind.' }); return []; },
  updateMyTermsOfServiceStatus: async (t) => [(await t.admin.post('/terms_of_service', { text: 'Be kind.' })).id, true],
  revokeSession: async (t) => { const { id, token } = await t.person(); const [session] = await new Person(t.admin.url, { id, username: '', token }).get('/users/me/sessions'); return [id, session.id]; },
  addToTeamFromInvite: async (t) => ['', (await t.newTeam()).invite_id],
  updateChannelScheme: async (t) => [(await t.channel()).id, (await t.scheme('channel')).id],
  getSchemeChannels: async (t) => [(await t.scheme('channel')).id],
  createCustomProfileAttributeField: (t) => [{ name: t.name(), type: 'text' }],
  patchCustomProfileAttributeField: async (t) => [(await t.profileField()).id, { name: t.name() }],
  deleteCustomProfileAttributeField: async (t) => [(await t.profileField()).id],
  updateCustomProfileAttributeValues: async (t) => [{ [(await t.profileField()).id]: 'green' }],
  updateUserCustomProfileAttributesValues: async (t) => [t.bob.id, { [(await t.profileField()).id]: 'green' }],
  getPostEditHistory: async (t) => { const { id } = await t.post(); await t.admin.put(`/posts/${id}/patch`, { message: 'other' }); return [id]; },
  unacknowledgePost: async (t) => { const { id } = await t.post(); await t.admin.post(`/users/me/posts/${id}/ack`); return [id, t.admin.id]; },
  savePreferences: (t) => [t.admin.id, [{ user_id: t.admin.id, category: 'display_settings', name: 'use_military_time', value: 'true' }]],
  deletePreferences: (t) => [t.admin.id, [{ user_id: t.admin.id, category: 'display_settings', name: 'use_military_time', value: 'true' }]],
  getJobsByType: () => ['active_users'],
  testSiteURL: (t) => [t.admin.url],
  linkGroupSyncable: async (t) => [(await t.group()).id, t.team.id, 'team', { auto_add: true, scheme_admin: false }],
  unlinkGroupSyncable: async (t) => [(await t.group()).id, t.team.id, 'team'],
  getGroupSyncables: async (t) => [(await t.group()).id, 'team'],
  patchGroupSyncable: async (t) => [(await t.group()).id, t.team.id, 'team', { auto_add: false }],
  getAncillaryPermissions: () => [['sysconsole_read_user_management_users']],
  createScheduledPost: async (t) => [{ user_id: t.admin.id, channel_id: (await t.channel()).id, message: 'later', scheduled_at: Date.now() + 3_600_000 }, ''],
  updateScheduledPost: async (t) => [{ ...(await t.scheduledPost()), message: 'later still' }, ''],
  deleteScheduledPost: async (t) => ['', (await t.scheduledPost()).id],
  logClientError: () => ['something broke', 'ERROR'],
  updateConfig: async (t) => [await t.admin.get('/config')],
  patchConfig: () => [{ TeamSettings: { SiteName: 'Muster' } }],
  getInProductNotices: (t) => [t.team.id, 'web', '1.0.0'],
  updateNoticesAsViewed: () => [['a-notice']],
};

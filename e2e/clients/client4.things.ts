import { formOf } from '../lib/form.ts';
import { PNG } from '../lib/png.ts';
import { type Person, signUp } from '../lib/person.ts';

/** Where the apps of these tests have their people come back to. */
export const CALLBACK = 'https://app.example/callback';
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

import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { signIn, signUp, type Client } from '#identity/users/testing.ts';
import { ZipFile } from 'yazl';
import { startTestServer, TEST_ADMIN, type TestServer } from '#kernel/testing/server.ts';

const api = (path: string) => `/api/v4${path}`;

let here: TestServer;
let there: TestServer;
let admin: Client;
let other: Client;

beforeAll(async () => {
  [here, there] = await Promise.all([startTestServer(), startTestServer()]);
  [admin, other] = await Promise.all([signIn(here, TEST_ADMIN), signIn(there, TEST_ADMIN)]);
});
afterAll(() => Promise.all([here?.close(), there?.close()]));

async function run(who: Client, type: string, data: object, ends = 'success') {
  const { status, body } = await who.post(api('/jobs'), { type, data });
  expect(status, JSON.stringify(body)).toBe(201);
  return vi.waitFor(async () => {
    const job = (await who.get(api(`/jobs/${body.id}`))).body;
    expect(job.status, JSON.stringify(job.data)).toBe(ends);
    return job;
  }, 30_000);
}

async function bring(server: TestServer, who: Client, bytes: Uint8Array): Promise<string> {
  const upload = (await who.post(api('/uploads'), { type: 'import', filename: 'export.zip', file_size: bytes.length })).body;
  const answer = await fetch(server.url + api(`/uploads/${upload.id}`), { method: 'POST', headers: { authorization: `Bearer ${who.token}` }, body: new Uint8Array(bytes) });
  expect(answer.status).toBe(201);
  const names = (await who.get<string[]>(api('/imports'))).body;
  expect(names).toContain(`${upload.id}_export.zip`);
  return `${upload.id}_export.zip`;
}

async function zipOf(...lines: (object | string)[]): Promise<Uint8Array> {
  const zip = new ZipFile();
  zip.addBuffer(Buffer.from(lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n')), 'import.jsonl');
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** What somebody sees of a server, without what names it. */
async function lookAround(server: TestServer): Promise<object> {
  const sql = server.app.db;
  return {
    people: await sql.rows("SELECT username, email, nickname, first_name, position, roles, delete_at > 0 AS is_gone FROM users WHERE NOT is_bot ORDER BY username"),
    teams: await sql.rows('SELECT name, display_name, type, description FROM teams ORDER BY name'),
    channels: await sql.rows("SELECT c.name, c.display_name, c.type, c.header, c.purpose, c.delete_at > 0 AS is_gone, c.total_msg_count, c.total_msg_count_root FROM channels c WHERE c.team_id <> '' ORDER BY c.name"),
    members: await sql.rows("SELECT c.name, u.username, m.scheme_admin, m.scheme_guest FROM channel_members m JOIN channels c ON c.id = m.channel_id JOIN users u ON u.id = m.user_id WHERE c.team_id <> '' ORDER BY 1, 2"),
    posts: await sql.rows(`SELECT u.username, p.message, p.type, p.create_at, p.is_pinned, p.hashtags, r.message AS root, coalesce(t.reply_count, 0) AS reply_count,
        (SELECT array_agg(f.name || ':' || f.size || ':' || f.mime_type ORDER BY f.name) FROM files f WHERE f.post_id = p.id) AS files,
        (SELECT array_agg(ru.username || ':' || x.emoji_name ORDER BY 1) FROM reactions x JOIN users ru ON ru.id = x.user_id WHERE x.post_id = p.id) AS reactions
      FROM posts p JOIN users u ON u.id = p.user_id LEFT JOIN posts r ON r.id = p.root_id LEFT JOIN post_threads t ON t.root_id = p.id WHERE p.delete_at = 0 ORDER BY p.create_at, p.message`),
    followers: await sql.rows('SELECT p.message, u.username FROM thread_memberships m JOIN posts p ON p.id = m.post_id JOIN users u ON u.id = m.user_id WHERE m.following ORDER BY 1, 2'),
    saved: await sql.rows("SELECT u.username, p.message FROM preferences s JOIN users u ON u.id = s.user_id JOIN posts p ON p.id = s.name WHERE s.category = 'flagged_post' ORDER BY 1, 2"),
  };
}

describe('everything of a server', () => {
  test('comes to an empty one: people, channels, messages, threads, reactions, files; and a second time nothing is doubled', async () => {
    const [ann, bob, dan] = [await signUp(here, 'ann'), await signUp(here, 'bob'), await signUp(here, 'dan')];
    await ann.put(api('/users/me/patch'), { nickname: 'Änn 🦊', first_name: 'Ann', position: 'Lead' });
    const team = (await admin.post(api('/teams'), { name: 'crew', display_name: 'The Crew', type: 'O', description: 'all of us' })).body;
    for (const person of [ann, bob, dan]) await admin.post(api(`/teams/${team.id}/members`), { team_id: team.id, user_id: person.user.id });
    const channel = (await ann.post(api('/channels'), { team_id: team.id, name: 'ops', display_name: 'Operations', type: 'P', header: 'be kind', purpose: 'run' })).body;
    await ann.post(api(`/channels/${channel.id}/members`), { user_id: bob.user.id });
    const form = new FormData();
    form.append('channel_id', channel.id);
    form.append('files', new Blob(['the plan']), 'a plan.txt');
    const { file_infos } = await (await fetch(here.url + api('/files'), { method: 'POST', headers: { authorization: `Bearer ${ann.token}` }, body: form })).json() as any;
    const root = (await ann.post(api('/posts'), { channel_id: channel.id, message: 'a #plan with <b>files</b>', file_ids: [file_infos[0].id] })).body;
    await bob.post(api('/posts'), { channel_id: channel.id, message: 'an answer\nin two lines', root_id: root.id });
    await bob.post(api('/reactions'), { user_id: bob.user.id, post_id: root.id, emoji_name: 'thumbsup' });
    await bob.put(api('/users/me/preferences'), [{ user_id: bob.user.id, category: 'flagged_post', name: root.id, value: 'true' }]);
    await ann.post(api(`/posts/${root.id}/pin`));
    const direct = (await ann.post(api('/channels/direct'), [ann.user.id, bob.user.id])).body;
    await ann.post(api('/posts'), { channel_id: direct.id, message: 'between us' });
    const group = (await ann.post(api('/channels/group'), [ann.user.id, bob.user.id, dan.user.id])).body;
    await dan.post(api('/posts'), { channel_id: group.id, message: 'the three of us' });
    const old = (await ann.post(api('/channels'), { team_id: team.id, name: 'old', display_name: 'Old', type: 'O' })).body;
    await ann.del(api(`/channels/${old.id}`));
    await admin.put(api(`/users/${dan.user.id}/active`), { active: false });

    const { data } = await run(admin, 'export_process', { include_attachments: 'true', include_archived_channels: 'true' });
    expect((await admin.get(api('/exports'))).body).toEqual([data.export_file]);
    const download = await fetch(here.url + api(`/exports/${data.export_file}`), { headers: { authorization: `Bearer ${admin.token}` } });
    const bytes = new Uint8Array(await download.arrayBuffer());
    const part = await fetch(here.url + api(`/exports/${data.export_file}`), { headers: { authorization: `Bearer ${admin.token}`, range: 'bytes=0-1' } });
    expect([part.status, await part.text()]).toEqual([206, 'PK']);

    const import_file = await bring(there, other, bytes);
    expect((await run(other, 'import_process', { import_file })).data).toMatchObject({ skipped: '0', files: '1' });
    expect(await lookAround(there)).toEqual(await lookAround(here));
    expect((await run(other, 'import_process', { import_file })).data).toMatchObject({ posts: '0', files: '0' });
    expect(await lookAround(there)).toEqual(await lookAround(here));
    const found = await there.app.db.one<{ id: string }>("SELECT f.id FROM files f WHERE f.name = 'a plan.txt'");
    expect((await other.get(api(`/files/${found.id}`))).body).toBe('the plan');
    const unread = await there.app.db.rows('SELECT 1 FROM channel_member_counts WHERE unread_count > 0 OR mention_count > 0');
    expect(unread, 'what was brought counts as read').toEqual([]);
    expect(await there.app.db.rows('SELECT 1 FROM mails'), 'nobody is mailed').toEqual([]);
  });

  test('an import with a fault says in which line, and brings nothing', async () => {
    const version = { type: 'version', version: 1 };
    const team = { type: 'team', team: { name: 'faulty', display_name: 'Faulty', type: 'O' } };
    for (const [lines, why] of [
      [[team], /Line 1: .*version/],
      [[version, team, '{"type": "team", '], /Line 3: It is not valid JSON/],
      [[version, team, { type: 'dance' }], /Line 3: There is no type "dance"/],
      [[version, team, { type: 'post', post: { team: 'faulty', channel: 'x', user: 'admin', create_at: 'now' } }], /Line 3: post.create_at/],
    ] as const) {
      const import_file = await bring(there, other, await zipOf(...lines));
      expect((await run(other, 'import_process', { import_file }, 'error')).data.error).toMatch(why);
      expect(await there.app.db.rows("SELECT 1 FROM teams WHERE name = 'faulty'")).toEqual([]);
    }
    const missing = await bring(there, other, await zipOf(version, team, { type: 'post', post: { team: 'faulty', channel: 'town-square', user: 'nobody1', message: 'x', create_at: 1 } }));
    expect((await run(other, 'import_process', { import_file: missing }, 'error')).data.error).toMatch(/Line 3: There is no account nobody1/);
    const garbage = await bring(there, other, Buffer.from('no zip at all, but long enough to be looked at'));
    expect((await run(other, 'import_process', { import_file: garbage }, 'error')).data.error).toMatch(/no zip/);
  });

  test('files of imports and exports are for administrators, and names lead nowhere else', async () => {
    const eve = await signUp(here, 'eve');
    for (const [method, path] of [['GET', '/imports'], ['GET', '/exports'], ['DELETE', '/imports/a.zip'], ['DELETE', '/exports/a.zip'], ['GET', '/exports/a.zip'], ['POST', '/exports/a.zip/presign-url']] as const) expect(await eve.call(method, api(path)), path).toMatchObject({ status: 403 });
    for (const name of ['..%2F..%2Flogs%2Fmuster.log', '.hidden', '%2Fetc%2Fpasswd']) expect(await admin.get(api(`/exports/${name}`)), name).toMatchObject({ status: 400 });
    expect(await admin.get(api('/exports/none.zip'))).toMatchObject({ status: 404, body: { id: 'api.export.export_not_found.app_error' } });
    expect(await admin.post(api('/jobs'), { type: 'import_process', data: { import_file: 'none.zip' } })).toMatchObject({ status: 404 });
    const [name] = (await admin.get<string[]>(api('/exports'))).body;
    expect(await admin.post(api(`/exports/${name}/presign-url`))).toMatchObject({ status: 200 });
    await run(admin, 'export_delete', {});
    expect((await admin.get(api('/exports'))).body, 'a fresh one stays').toEqual([name]);
    expect(await admin.del(api(`/exports/${name}`))).toMatchObject({ status: 200 });
    expect((await admin.get(api('/exports'))).body).toEqual([]);
  });
});

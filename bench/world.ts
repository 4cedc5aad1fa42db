import { HttpClient } from './client.ts';
import { ADMIN, HOST, type BenchServer } from './server.ts';
import { Listener } from './socket.ts';

const PEOPLE = 200;
const CHANNELS = 20;
const MEMBERS = 30;
const LANES = 64;

export interface Person {
  readonly id: string;
  readonly token: string;
  readonly username: string;
}

export interface Room {
  readonly id: string;
  readonly members: readonly Person[];
}

/** What the measures find: a team, its people signed in, channels of thirty members. */
export interface World {
  readonly server: BenchServer;
  readonly http: HttpClient;
  readonly admin: Person;
  readonly team_id: string;
  readonly people: readonly Person[];
  readonly rooms: readonly Room[];
  /** How many posts the bench has made; the messages of some are read back. */
  post_count: number;
}

/** Arranges everything through the API. */
export async function createWorld(server: BenchServer): Promise<World> {
  const http = new HttpClient(HOST, server.port, LANES);
  const admin = await signIn(http, ADMIN.email, ADMIN.password);
  const team_id: string = (await http.json('POST', '/api/v4/teams', admin.token, { name: 'bench', display_name: 'Bench', type: 'O' })).id;
  const people = await Promise.all(Array.from({ length: PEOPLE }, (_, i) => signUp(http, admin, `person${i}`)));
  await http.json('POST', `/api/v4/teams/${team_id}/members/batch`, admin.token, people.map((p) => ({ team_id, user_id: p.id })));
  const rooms = await Promise.all(Array.from({ length: CHANNELS }, (_, i) => createRoom(http, admin, team_id, i, people)));
  return { server, http, admin, team_id, people, rooms, post_count: 0 };
}

async function createRoom(http: HttpClient, admin: Person, team_id: string, i: number, people: readonly Person[]): Promise<Room> {
  const id: string = (await http.json('POST', '/api/v4/channels', admin.token, { team_id, name: `room-${i}`, display_name: `Room ${i}`, type: 'O' })).id;
  const members = Array.from({ length: MEMBERS }, (_, k) => people[(i * (PEOPLE / CHANNELS) + k) % PEOPLE]!);
  await http.json('POST', `/api/v4/channels/${id}/members`, admin.token, { user_ids: members.map((m) => m.id) });
  return { id, members };
}

async function signUp(http: HttpClient, admin: Person, username: string): Promise<Person> {
  await http.json('POST', '/api/v4/users', admin.token, { username, email: `${username}@example.com`, password: ADMIN.password });
  return signIn(http, username, ADMIN.password);
}

async function signIn(http: HttpClient, login_id: string, password: string): Promise<Person> {
  const answer = await http.request('POST', '/api/v4/users/login', '', { login_id, password });
  const token = /\r\ntoken: (\S+)/i.exec(answer.head)?.[1];
  if (answer.status !== 200 || !token) throw new Error(`${login_id} could not sign in: ${answer.body.toString('utf8').slice(0, 300)}`);
  const user = JSON.parse(answer.body.toString('utf8')) as { id: string; username: string };
  return { id: user.id, token, username: user.username };
}

/** Brings these people online, each by so many connections. */
export function bringOnline(world: World, people: readonly Person[], connections: number, on_frame: (frame: Buffer) => void): Promise<Listener[]> {
  return Promise.all(people.flatMap((person) => Array.from({ length: connections }, () => Listener.open(HOST, world.server.port, person.token, on_frame))));
}

const WORDS = `alert deploy rollback latency database replica backup queue worker certificate gateway cluster node disk memory timeout retry incident
  handover dashboard metric threshold release branch pipeline staging production customer ticket network router firewall token session cache index shard
  migration schema patch version upgrade restart healthy degraded resolved investigating mitigated owner runbook escalate page monitor trace log error
  warning critical region zone traffic request response payload webhook schedule rotation weekend morning tonight`.split(/\s+/);

/** A message of about a hundred characters, different for each number. */
export function messageText(n: number): string {
  const words = Array.from({ length: 14 }, (_, i) => WORDS[(n * 31 + i * i * 7 + (n >> 3) * i) % WORDS.length]);
  return `${words.join(' ')} #${n}`;
}

/** A word that some of the messages hold. */
export function searchWord(n: number): string {
  return WORDS[n % WORDS.length]!;
}

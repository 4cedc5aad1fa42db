import pg from 'pg';
import { newId } from '../src/kernel/server/ids.ts';
import { messageText, searchWord } from './world.ts';

const BATCH = 5_000;
const DAY_MS = 86_400_000;
const LEARNING_LIMIT_MS = 20 * 60_000;
const SPAN_DAYS = 720;
const SYLLABLES = 'ba be bi bo bu da de di do du fa fe fi ga ge gi go ka ke ki ko ku la le li lo lu ma me mi mo mu na ne ni no nu pa pe pi po ra re ri ro ru sa se si so ta te ti to va ve vi vo za zo'.split(' ');
const HAN = [...'部署回滚数据库延迟告警恢复节点网络证书队列会话监控日志升级值班客户流量区域内存磁盘集群缓存版本测试发布'];

/** Where generated posts go. */
export interface Target {
  readonly socket: string;
  readonly channel_ids: readonly string[];
  readonly user_ids: readonly string[];
}

/**
 * Writes so many posts of the last two years straight into the database, as a restored backup would bring them: words are
 * as unevenly common as in a language, one post of fifty is Chinese.
 */
export async function generatePosts({ socket, channel_ids, user_ids }: Target, count: number): Promise<void> {
  const client = new pg.Client({ host: socket, port: 5432, user: 'muster', database: 'muster', ssl: false });
  await client.connect();
  const random = randomNumbers(7);
  const start = Date.now() - SPAN_DAYS * DAY_MS;
  const step = (SPAN_DAYS * DAY_MS - DAY_MS) / count;
  for (let from = 0; from < count; from += BATCH) {
    const rows = Array.from({ length: Math.min(BATCH, count - from) }, (_, i) => {
      const at = Math.floor(start + (from + i) * step);
      return { id: newId(at), at, user_id: pick(user_ids, random), channel_id: pick(channel_ids, random), message: messageOf(from + i, random) };
    });
    await client.query(
      `INSERT INTO posts (id, create_at, update_at, user_id, channel_id, root_id, message, type, hashtags, pending_post_id, props, file_ids)
       SELECT id, at, at, user_id, channel_id, '', message, '', '', '', '{}', '{}' FROM json_to_recordset($1) AS x(id text, at bigint, user_id text, channel_id text, message text)`,
      [JSON.stringify(rows)],
    );
  }
  await client.query('UPDATE channels SET total_msg_count = n, total_msg_count_root = n FROM (SELECT channel_id, count(*) AS n FROM posts GROUP BY channel_id) AS c WHERE id = channel_id');
  await client.query('ANALYZE posts');
  await untilLearned(client);
  await client.end();
}

// The server learns words beside its work; what is measured is the usual day, not the hour after a restored backup.
async function untilLearned(client: pg.Client): Promise<void> {
  const end = Date.now() + LEARNING_LIMIT_MS;
  for (;;) {
    const { rows } = await client.query(`SELECT NOT EXISTS (SELECT 1 FROM posts, search_progress WHERE id > post_id AND create_at < $1) AS is_done`, [Date.now() - DAY_MS / 2]);
    if (rows[0].is_done) return;
    if (Date.now() > end) throw new Error('the words of the generated posts were not learned in time');
    await new Promise((done) => setTimeout(done, 2000));
  }
}

function messageOf(n: number, random: () => number): string {
  if (n % 50 === 0) return Array.from({ length: 20 }, () => pick(HAN, random)).join('');
  return `${messageText(n)} ${Array.from({ length: 6 }, () => rareWord(random)).join(' ')}`;
}

// The n-th word of a language is about 1/n as common as the first.
function rareWord(random: () => number): string {
  return rareWordOf(Math.floor(50_000 ** random()));
}

/** A word that occurs in every fifth generated post or so. */
export function commonWord(n: number): string {
  return searchWord(n % 40);
}

/** The generated word of this rank. */
export function rareWordOf(rank: number): string {
  let word = '';
  do {
    word += SYLLABLES[rank % SYLLABLES.length];
    rank = Math.floor(rank / SYLLABLES.length);
  } while (rank > 0);
  return `${word}n`;
}

function pick<T>(list: readonly T[], random: () => number): T {
  return list[Math.floor(random() * list.length)]!;
}

// The same numbers in each run, so that runs can be compared.
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

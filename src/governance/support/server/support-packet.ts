import os from 'node:os';
import type { Readable } from 'node:stream';
import type { Ctx } from '#kernel/server/index.ts';
import { JOB_TYPES, readJobs } from '#governance/background-jobs/server/feature.ts';
import { countMails } from '#governance/mail/server/feature.ts';
import { streamLog } from '#governance/server-logs/server/feature.ts';
import { configTree } from '#governance/system/server/feature.ts';

const MAX_JOBS = 500;

/** A zip of what helps to find the cause of a problem. Nothing in it is secret or was written by people. */
export async function makeSupportPacket(ctx: Ctx, with_log: boolean): Promise<{ name: string; bytes: Readable }> {
  const { ZipFile } = await import('yazl'); // only now: a start does without
  const zip = new ZipFile();
  const parts: [string, () => Promise<unknown> | unknown][] = [
    ['diagnostics.json', () => diagnose(ctx)],
    ['config.json', () => configTree(ctx.settings, ctx.app.site_url)],
    ['jobs.json', () => readJobs(ctx.db, { types: JOB_TYPES, status: '', limit: MAX_JOBS, offset: 0 })],
    ['failing-jobs.json', () => ctx.jobs.listFailing()],
    ['migrations.json', () => ctx.db.rows('SELECT owner, name, create_at FROM migrations ORDER BY create_at, owner, name')],
  ];
  for (const [name, read] of parts) zip.addBuffer(Buffer.from(JSON.stringify(await orError(read), null, 2)), name);
  if (with_log) zip.addReadStream((await streamLog(ctx.app)).bytes, 'muster.log');
  zip.end();
  return { name: `muster_support_packet_${new Date(ctx.now).toISOString().slice(0, 16).replaceAll(':', '-')}.zip`, bytes: zip.outputStream as Readable };
}

// One part that cannot be read must not cost the others.
async function orError(read: () => unknown): Promise<unknown> {
  try {
    return await read();
  } catch (error) {
    return { error: (error as Error).message };
  }
}

async function diagnose({ app, db, now }: Ctx): Promise<object> {
  const counts = await db.slow.one(
    `SELECT (SELECT count(*) FROM users WHERE NOT is_bot AND delete_at = 0) AS people, (SELECT count(*) FROM users WHERE is_bot) AS bots, (SELECT count(*) FROM teams) AS teams,
       (SELECT count(*) FROM channels) AS channels, (SELECT coalesce(sum(total_msg_count), 0) FROM channels) AS posts, (SELECT count(*) FROM files) AS files`,
  );
  const database = await db.one("SELECT version() AS version, pg_database_size(current_database()) AS bytes, current_setting('server_encoding') AS encoding, (SELECT count(*) FROM pg_stat_activity WHERE application_name = 'muster') AS connections");
  return {
    made_at: new Date(now).toISOString(),
    version: app.version,
    node: process.version,
    system: { platform: os.platform(), release: os.release(), arch: os.arch(), cores: os.cpus().length, memory_bytes: os.totalmem(), load: os.loadavg() },
    process: { uptime_s: Math.round(process.uptime()), memory: process.memoryUsage() },
    features: app.features.map((feature) => feature.name),
    realtime: app.hub.stats(),
    counts,
    database,
    mails: await countMails(db),
  };
}

import { z } from 'zod';
import { anyone, fields, query, type Ctx } from '#kernel/server/index.ts';

export const ping = query({
  name: 'ping-server',
  summary: 'Tells whether the server works; with `get_server_status`, whether what it needs does too.',
  input: z.object({ get_server_status: fields.queryFlag(), device_id: z.string().default('') }),
  permission: anyone('load balancers and clients ask it without a session'),
  run: async (ctx, { get_server_status, device_id }) => {
    const answer: Record<string, string> = { ActiveSearchBackend: 'database', AndroidLatestVersion: '', AndroidMinVersion: '', IosLatestVersion: '', IosMinVersion: '', status: 'OK' };
    if (device_id) answer['CanReceiveNotifications'] = 'unknown';
    if (!get_server_status) return answer;
    const [database, filestore] = await Promise.all([works(ctx, () => ctx.db.maybe('SELECT 1')), works(ctx, () => ctx.app.files.size('ping'))]);
    const is_well = database && filestore;
    return { ...answer, database_status: word(database), filestore_status: word(filestore), status: word(is_well) };
  },
});

const word = (is_well: boolean) => (is_well ? 'OK' : 'UNHEALTHY');

async function works(ctx: Ctx, probe: () => Promise<unknown>): Promise<boolean> {
  try {
    await probe();
    return true;
  } catch (error) {
    ctx.log.warn({ error: (error as Error).message }, 'the server is not well');
    return false;
  }
}

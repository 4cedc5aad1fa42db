import { Readable } from 'node:stream';
import { jobTypes, type JobRun, type JobType } from '#governance/background-jobs/server/feature.ts';
import { systemBot } from '#identity/users/server/feature.ts';
import type { Ctx } from '#kernel/server/index.ts';
import { getOrCreateDirectChannel } from '#messaging/channels/server/feature.ts';
import { createPost } from '#messaging/posts/server/feature.ts';
import type { UserReport } from '../wire/index.ts';
import { readReports, type ReportFilter } from './user-reports.ts';

const PAGE = 500;
const HEADS = ['Id', 'Username', 'Email', 'CreateAt', 'Name', 'Roles', 'LastLogin', 'LastStatusAt', 'LastPostDate', 'DaysActive', 'TotalPosts', 'DeletedAt'];

const fileOf = (job_id: string) => `reports/users-${job_id}.csv`;

/** Writes a report on accounts as a table, and tells who asked for it where it is. */
const exportUsers: JobType = {
  type: 'export_users_to_csv',
  run: async (ctx, run) => {
    const { requesting_user_id = '', filter = '{}', date_range = '' } = run.data;
    await ctx.app.files.write(fileOf(run.id), Readable.from(linesOf(ctx, run, JSON.parse(filter) as ReportFilter, date_range)));
    const bot = await systemBot(ctx);
    const channel = await getOrCreateDirectChannel(ctx, [bot.id, requesting_user_id]);
    await createPost(ctx, { channel_id: channel.id, user_id: bot.id, message: `The report on users is ready: [download it](${ctx.app.site_url}/api/v4/jobs/${run.id}/download).` });
    return { is_downloadable: 'true' };
  },
  download: async (app, { id }) => {
    const size = await app.files.size(fileOf(id));
    return size === undefined ? undefined : { name: `users-${id}.csv`, size, bytes: app.files.read(fileOf(id)) };
  },
};

export const exportContribution = jobTypes.add(exportUsers);

async function* linesOf(ctx: Ctx, run: JobRun, filter: ReportFilter, date_range: string): AsyncGenerator<string> {
  yield lineOf(HEADS);
  let last: UserReport | undefined;
  for (let done = 0; ; done += PAGE) {
    const from = last ? { from_id: last.id, from_column_value: last.username } : { from_id: '', from_column_value: '' };
    const users = await readReports(ctx, { ...filter, ...from, sort_column: 'Username', sort_direction: 'asc', direction: 'next', page_size: PAGE, date_range });
    for (const user of users) yield lineOf(cellsOf(user));
    last = users.at(-1);
    if (users.length < PAGE) return;
    await run.progress(-1, { users: String(done + users.length) });
  }
}

function cellsOf(user: UserReport): string[] {
  const date = (at: number) => (at > 0 ? new Date(at).toISOString() : '');
  return [
    user.id, user.username, user.email, date(user.create_at), `${user.first_name} ${user.last_name}`.trim(), user.roles, date(user.last_login), date(user.last_status_at), date(user.last_post_date),
    String(user.days_active), String(user.total_posts), date(user.delete_at),
  ];
}

// A cell that begins like a formula would be one for the program that opens the table.
function lineOf(cells: readonly string[]): string {
  return `${cells.map((cell) => `"${(/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell).replaceAll('"', '""')}"`).join(',')}\r\n`;
}

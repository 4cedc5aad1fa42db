import { z } from 'zod';
import { inSystem } from '#identity/roles/server/feature.ts';
import { fields, query, userError } from '#kernel/server/index.ts';
import { filterInput } from '../reports.input.ts';
import { readReports } from '../user-reports.ts';

const MAX_PAGE = 100;

const input = z.object({
  ...filterInput,
  sort_column: z.string().default('').transform((name) => name || 'Username'),
  sort_direction: z.string().default('asc'),
  direction: z.string().default('next'),
  page_size: fields.queryNumber(50, 1_000_000),
  from_column_value: z.string().default(''),
  from_id: z.string().default(''),
  date_range: z.string().default(''),
});

export const listUserReports = query({
  name: 'list-user-reports',
  summary: 'Lists accounts with how much they are used.',
  input,
  permission: inSystem('sysconsole_read_user_management_users'),
  run: (ctx, given) => {
    if (given.page_size < 1 || given.page_size > MAX_PAGE) throw userError('api.getUsersForReporting.invalid_page_size', `page_size must be from 1 to ${MAX_PAGE}.`);
    return readReports(ctx, given);
  },
});

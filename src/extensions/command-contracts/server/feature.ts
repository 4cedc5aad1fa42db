import { actionGuard, defineFeature } from '#kernel/server/index.ts';
import { beforeCommandRun } from '#extensions/commands/server/feature.ts';
import { runCommandRequest } from './actions/run-command-request.ts';
import { expireCommandRequest } from './contracts.jobs.ts';
import { routes } from './contracts.routes.ts';
import { guardAction, startGuarding } from './guarded-actions.ts';
import { holdCommand } from './hold-command.ts';

/** What must happen before a dangerous command runs. */
export const commandContractsFeature = defineFeature({
  name: 'command-contracts',
  area: 'extensions',
  summary: 'Contracts of dangerous commands: policy, plan, approval by others, receipt.',
  tables: ['command_contracts', 'command_requests'],
  routes,
  actions: [runCommandRequest],
  jobs: [expireCommandRequest],
  contributes: [beforeCommandRun.add(holdCommand), actionGuard.add(guardAction)],
  start: startGuarding,
});

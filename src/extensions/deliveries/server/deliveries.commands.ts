import { defineCommand } from '#kernel/server/index.ts';
import type { IntegrationHealth } from '../wire/index.ts';
import { listIntegrationHealth } from './queries/list-integration-health.ts';

const SIGNS = { ok: ':white_check_mark:', failing: ':x:', silent: ':zzz:' } as const;
const SHOWN = 50;

export const commands = [
  defineCommand({
    trigger: 'integrations',
    hint: '',
    summary: 'Show how your integrations do.',
    run: async ({ run }) => {
      const { integrations } = await run(listIntegrationHealth, {});
      if (!integrations.length) return { text: 'None of your integrations has called or was called in the last week.' };
      const more = integrations.length > SHOWN ? `\n… and ${integrations.length - SHOWN} more.` : '';
      return { text: `| | Integration | Kind | Calls of a day | Failed | 95 of 100 within | Last error |\n|---|---|---|---|---|---|---|\n${integrations.slice(0, SHOWN).map(lineOf).join('\n')}${more}` };
    },
  }),
];

function lineOf(h: IntegrationHealth): string {
  return `| ${SIGNS[h.state]} ${h.state} | ${cell(h.integration_name)} | ${cell(h.kind.replaceAll('_', ' '))} | ${h.calls} | ${h.failures} | ${h.p95_ms} ms | ${cell(h.last_error)} |`;
}

// A name must not end its cell, nor mention anybody.
function cell(text: string): string {
  return text.replace(/[|*_`[\]~\\]/g, '\\$&').replace(/\s+/g, ' ').replace(/@(?=\w)/g, '@\u2060').slice(0, 120);
}

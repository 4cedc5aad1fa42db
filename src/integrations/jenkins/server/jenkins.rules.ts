import { firstLine, partsAt, quiet, shorten, textAt, valueAt, type ForeignPayload } from '#extensions/webhooks/server/feature.ts';
import type { IncomingWebhookRequest } from '#extensions/webhooks/wire/index.ts';

const COLORS: Readonly<Record<string, string>> = { SUCCESS: 'good', FIXED: 'good', FAILURE: 'danger', FAILED: 'danger', UNSTABLE: 'warning', ABORTED: 'warning', NOT_BUILT: 'warning' };
// What a build that has ended is called; the key is closed by success only, so that a failure stays open until it is fixed.
const STATES: Readonly<Record<string, string>> = { SUCCESS: 'success', FAILURE: 'failed', UNSTABLE: 'unstable', ABORTED: 'aborted', NOT_BUILT: 'not built' };
const LOG_MAX = 600;

/** A payload of Jenkins (Notification plugin) as a message; undefined if somebody else sent it. */
export function jenkinsMessage({ body }: ForeignPayload): IncomingWebhookRequest | undefined {
  const build = valueAt(body, 'build');
  const phase = textAt(build, 'phase');
  if (!phase || !textAt(build, 'number') || !textAt(body, 'name')) return undefined;
  const result = textAt(build, 'status');
  const job = textAt(body, 'display_name') || textAt(body, 'name');
  const state = result && phase !== 'STARTED' && phase !== 'QUEUED' ? (STATES[result] ?? result.toLowerCase()) : phase === 'QUEUED' ? 'queued' : 'running';
  const title = `${quiet(shorten(job, 120))} #${textAt(build, 'number')} ${state}`;
  const facts = [['Branch', textAt(build, 'scm', 'branch')], ['Commit', textAt(build, 'scm', 'commit').slice(0, 8)], ['Took', took(build)]] as const;
  const changes = partsAt(build, 'scm', 'changes').length ? '' : listOf(valueAt(build, 'scm', 'changes'));
  const log = state === 'failed' ? shorten(textAt(build, 'log').slice(-LOG_MAX), LOG_MAX).replaceAll('```', "'''") : '';
  return {
    username: 'Jenkins', key: `jenkins ${textAt(body, 'name')} ${textAt(build, 'number')}`, status: state,
    attachments: [{
      fallback: title, title, title_link: textAt(build, 'full_url'), color: COLORS[result] ?? '', footer: textAt(body, 'name'),
      text: [quiet(shorten(firstLine(textAt(build, 'notes')), 200)), changes, log && `\`\`\`\n${log}\n\`\`\``].filter(Boolean).join('\n'),
      fields: facts.filter(([, value]) => value).map(([name, value]) => ({ title: name, value: quiet(shorten(value, 100)), short: true })),
    }],
  };
}

function took(build: unknown): string {
  const ms = Number(valueAt(build, 'duration'));
  return ms > 0 ? `${Math.round(ms / 1000)} s` : '';
}

function listOf(changes: unknown): string {
  const names = Array.isArray(changes) ? changes.filter((change): change is string => typeof change === 'string') : [];
  return names.length ? `${names.length === 1 ? '1 changed file' : `${names.length} changed files`}` : '';
}

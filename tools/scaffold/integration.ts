import { literal, wordsOf, type Words } from './words.ts';

/** The files of a new integration: path in its folder → text. */
export function integrationFiles(vendor: string, summary: string): Record<string, string> {
  const w = wordsOf(vendor);
  const title = vendor.split('-').map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(' ');
  return {
    'README.md': readme(w, title, summary),
    [`server/${w.kebab}.rules.ts`]: rules(w, title),
    [`server/${w.kebab}.rules.test.ts`]: test(w, title),
    'server/fixtures/alert__open.json': fixture(w),
    'server/feature.ts': manifest(w, title, summary),
  };
}

const readme = (w: Words, title: string, summary: string) => `# ${w.kebab}
${summary}

Give the address of an incoming webhook to ${title}. Payloads are known by the header \`x-${w.kebab}-event\`.
\`server/fixtures/<event>__<case>.json\` are recorded payloads with their headers; each must become a message.
`;

const rules = (w: Words, title: string) => `import type { ForeignPayload } from '#extensions/webhooks/server/feature.ts';
import type { IncomingWebhookRequest } from '#extensions/webhooks/wire/index.ts';

/** A payload of ${title} as a message; undefined if somebody else sent it. */
export function ${w.camel}Message({ headers, body }: ForeignPayload): IncomingWebhookRequest | undefined {
  const event = headers['x-${w.kebab}-event'];
  if (typeof event !== 'string') return undefined;
  const title = textOf(body['title']) || event;
  return {
    username: '${title}',
    attachments: [{ fallback: title, title, title_link: textOf(body['url']), text: textOf(body['message']) }],
  };
}

// Anything may be in a payload.
function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
`;

const test = (w: Words, title: string) => `import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ForeignPayload } from '#extensions/webhooks/server/feature.ts';
import { ${w.camel}Message } from './${w.kebab}.rules.ts';

const FIXTURES = new URL('./fixtures/', import.meta.url);
const read = (name: string) => JSON.parse(readFileSync(new URL(name, FIXTURES), 'utf8')) as ForeignPayload;

describe('A payload of ${title}', () => {
  it.each(readdirSync(FIXTURES))('%s becomes a message', (name) => {
    const message = ${w.camel}Message(read(name));
    expect(message?.attachments?.[0]?.fallback).toBeTruthy();
  });

  it('shows what happened and where to look', () => {
    expect(${w.camel}Message(read('alert__open.json'))?.attachments).toEqual([
      { fallback: 'Disk is full', title: 'Disk is full', title_link: 'https://${w.kebab}.example.com/alerts/1', text: 'Only 1 % is free.' },
    ]);
  });

  it('is known by its header, whatever it holds', () => {
    expect(${w.camel}Message({ headers: {}, body: { title: 'Disk is full' } })).toBeUndefined();
    expect(${w.camel}Message({ headers: { 'x-${w.kebab}-event': 'alert' }, body: { title: 7, url: null } })?.attachments?.[0]?.title).toBe('alert');
  });
});
`;

const fixture = (w: Words) => `${JSON.stringify({ headers: { [`x-${w.kebab}-event`]: 'alert' }, body: { title: 'Disk is full', message: 'Only 1 % is free.', url: `https://${w.kebab}.example.com/alerts/1` } }, null, 2)}
`;

const manifest = (w: Words, title: string, summary: string) => `import { incomingVendor } from '#extensions/webhooks/server/feature.ts';
import { defineFeature } from '#kernel/server/index.ts';
import { ${w.camel}Message } from './${w.kebab}.rules.ts';

export const ${w.camel}Feature = defineFeature({
  name: '${w.kebab}',
  area: 'integrations',
  summary: ${literal(summary)},
  contributes: [incomingVendor.add({ name: '${w.kebab}', title: '${title}', read: ${w.camel}Message })],
});
`;

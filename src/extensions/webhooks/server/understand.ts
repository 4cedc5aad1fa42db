import { AppError, userError, type Ctx } from '#kernel/server/index.ts';
import { evaluateMapping, type MappingFault } from './mapping.ts';
import { payload_schema, type Payload } from './payload.ts';
import { incomingVendor, type ForeignPayload } from './webhooks.extensions.ts';
import type { StoredOptions } from './webhooks.options.ts';

const MAX_MESSAGES = 50;

/** What a call asks to post. */
export interface Understood {
  readonly payloads: readonly Payload[];
  /** Whether the texts may hold Slack's markup. */
  readonly is_slack: boolean;
  /** How it was understood: `mapping`, a vendor's name, or `message` for the protocol's own form. */
  readonly by: string;
}

/** Finds the messages in whatever a tool sent: by the webhook's mapping, by its vendor, as the protocol has it, or by whom it looks like. */
export async function understand(ctx: Ctx, options: Pick<StoredOptions, 'mapping' | 'vendor'>, call: { readonly headers: ForeignPayload['headers']; readonly query: Readonly<Record<string, string>>; readonly body: unknown }): Promise<Understood> {
  const { body, headers } = call;
  if (options.mapping) return byMapping(options.mapping, call);
  if (options.vendor && options.vendor !== 'none') return byVendor(ctx, options.vendor, { headers, body: objectOf(body) ?? {} });
  const parsed = payload_schema.safeParse(body);
  if (parsed.success && (parsed.data.text || parsed.data.attachments.length)) return { payloads: [refined(ctx, parsed.data, call)], is_slack: true, by: 'message' };
  const found = options.vendor === 'none' ? undefined : guess(ctx, headers, objectOf(body));
  if (found) return found;
  if (parsed.success) throw refused(400, 'The payload has neither "text" nor "attachments". Send an object such as {"text": "Hello"}.');
  throw unreadable(parsed.error.issues[0]);
}

/** In the protocol every refusal behind a webhook's address has this id; its status and words say what is wrong. */
export function refused(status: number, message: string): AppError {
  return userError('web.incoming_webhook.general.app_error', message, status);
}

/** The messages in the result of a mapping: an object, a text, a list of them, or nothing. */
export function messagesIn(value: unknown): Payload[] {
  const list = Array.isArray(value) ? value : value === null || value === undefined ? [] : [value];
  if (list.length > MAX_MESSAGES) throw refused(400, `The mapping makes ${list.length} messages of one payload; ${MAX_MESSAGES} are allowed.`);
  return list.filter((one) => one !== null).map((one) => {
    const parsed = payload_schema.safeParse(typeof one === 'string' ? { text: one } : one);
    if (!parsed.success) throw unreadable(parsed.error.issues[0], 'The result of the mapping');
    if (!parsed.data.text && !parsed.data.attachments.length) throw refused(400, 'The mapping makes a message without "text" and "attachments". Let it return nothing where nothing is to be posted.');
    return parsed.data;
  });
}

/** What is wrong with a mapping, in a sentence. */
export function faultText({ message, position }: MappingFault): string {
  return `The mapping failed${position === null ? '' : ` at character ${position}`}: ${message}`;
}

async function byMapping(mapping: string, { body, headers, query }: { headers: ForeignPayload['headers']; query: Readonly<Record<string, string>>; body: unknown }): Promise<Understood> {
  const { value, fault } = await evaluateMapping(mapping, body, { headers, query });
  if (fault) throw refused(400, faultText(fault));
  return { payloads: messagesIn(value), is_slack: false, by: 'mapping' };
}

function byVendor(ctx: Ctx, name: string, payload: ForeignPayload): Understood {
  const vendor = ctx.app.all(incomingVendor).find((one) => one.name === name);
  const known = vendor?.read(payload);
  if (!known) throw refused(400, `This webhook takes payloads of ${vendor?.title ?? name}, and this is none.`);
  return { payloads: [payload_schema.parse(known)], is_slack: false, by: name };
}

function guess(ctx: Ctx, headers: ForeignPayload['headers'], body: ForeignPayload['body'] | undefined): Understood | undefined {
  if (!body) return undefined;
  for (const vendor of ctx.app.all(incomingVendor)) {
    const known = vendor.is_chosen ? undefined : vendor.read({ headers, body });
    if (known) return { payloads: [payload_schema.parse(known)], is_slack: false, by: vendor.name };
  }
  return undefined;
}

// A tool that speaks Slack's form names no key: some tell by their words what they speak of.
function refined(ctx: Ctx, payload: Payload, { headers, body }: { headers: ForeignPayload['headers']; body: unknown }): Payload {
  if (payload.key) return payload;
  for (const vendor of ctx.app.all(incomingVendor)) {
    const more = vendor.refine?.({ headers, body: objectOf(body)! });
    if (more) return payload_schema.parse({ ...payload, ...more });
  }
  return payload;
}

function objectOf(value: unknown): Record<string, unknown> | undefined {
  return value !== null && typeof value === 'object' && !Array.isArray(value) ? (value as Record<string, unknown>) : undefined;
}

function unreadable(issue: { path: PropertyKey[]; message: string } | undefined, what = 'The payload'): AppError {
  return userError('web.incoming_webhook.decode.app_error', `${what} cannot be read: ${issue?.path.join('.') || 'it'} ${issue?.message ?? ''}`);
}

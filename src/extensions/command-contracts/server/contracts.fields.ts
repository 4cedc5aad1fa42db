import { z } from 'zod';
import { fields } from '#kernel/server/index.ts';
import { command_risks } from '../wire/index.ts';

const MAX_PEOPLE = 500;
const MINUTES_OF_A_WEEK = 10_080;
const time = z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d)?$/, 'must be a time such as 09:00').default('');
const zone = z.string().default('').refine((name) => name === '' || isZone(name), 'must be a time zone such as Europe/Berlin');

const policy = z.object({
  user_ids: z.array(fields.id()).max(MAX_PEOPLE).default([]),
  channel_ids: z.array(fields.id()).max(MAX_PEOPLE).default([]),
  weekdays: z.array(z.number().int().min(1).max(7)).max(7).default([]),
  from: time,
  until: time,
  time_zone: zone,
  freezes: z.array(z.object({ from: z.number().int().min(0), until: z.number().int().min(0), reason: fields.text(200).default('') })).max(100).default([]),
}).refine(({ from, until }) => Boolean(from) === Boolean(until), 'must have both "from" and "until", or neither');

/** What can be told about a contract. */
export const contractFields = {
  target: fields.text(200).refine((text) => /^(command:[a-z0-9]{26}|action:[a-z-]+\.[a-z-]+)$/.test(text), 'must be command:ID of a custom command, or action:feature.action-name'),
  risk: z.enum(command_risks).default('high'),
  has_plan: z.boolean().default(false),
  policy: policy.default(() => policy.parse({})),
  approvals_needed: z.number().int().min(0).max(20).default(1),
  approver_ids: z.array(fields.id()).max(MAX_PEOPLE).default([]),
  expiry_minutes: z.number().int().min(1).max(MINUTES_OF_A_WEEK).default(60),
};

function isZone(name: string): boolean {
  try {
    return Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

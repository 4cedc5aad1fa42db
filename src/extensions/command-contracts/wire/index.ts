import type { Id, Timestamp } from '#kernel/wire/index.ts';

export const command_risks = ['low', 'medium', 'high', 'critical'] as const;
export type CommandRisk = (typeof command_risks)[number];

/** Who may ask for a command, where and when. What is empty allows everything. */
export type CommandPolicy = {
  user_ids: Id[];
  channel_ids: Id[];
  /** 1 = Monday … 7 = Sunday. */
  weekdays: number[];
  /** `09:00` to `17:00` in this time zone. */
  from: string;
  until: string;
  time_zone: string;
  /** Nothing is run then. */
  freezes: { from: Timestamp; until: Timestamp; reason: string }[];
};

/** What must happen before a dangerous command runs. */
export type CommandContract = {
  id: Id;
  create_at: Timestamp;
  update_at: Timestamp;
  creator_id: Id;
  /** `command:ID` of a custom command, or `action:feature.action-name`. */
  target: string;
  risk: CommandRisk;
  /** A custom command is asked first what it would do (`dry_run=true`). */
  has_plan: boolean;
  policy: CommandPolicy;
  /** 0: who asks for it confirms it. */
  approvals_needed: number;
  /** Empty: everybody who is in the channel. */
  approver_ids: Id[];
  expiry_minutes: number;
};

export type CommandRequestStatus = 'waiting' | 'running' | 'done' | 'failed' | 'declined' | 'cancelled' | 'expired';

/** Somebody wants a command to be run that has a contract. */
export type CommandRequest = {
  id: Id;
  create_at: Timestamp;
  expires_at: Timestamp;
  contract_id: Id;
  target: string;
  requester_id: Id;
  channel_id: Id;
  team_id: Id;
  root_id: Id;
  /** The line without its slash. */
  line: string;
  plan: string;
  status: CommandRequestStatus;
  approved_by: Id[];
  /** Who declined or cancelled it, or ''. */
  ended_by: Id;
  result: string;
  post_id: Id;
};

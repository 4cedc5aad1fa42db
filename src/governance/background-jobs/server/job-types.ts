import type { Readable } from 'node:stream';
import { extensionPoint, type App, type Ctx, type PermissionRule } from '#kernel/server/index.ts';
import { hasPermission } from '#identity/roles/server/feature.ts';
import type { BackgroundJob } from '../wire/index.ts';

/** What the code of a job has besides the context: its data, and how it tells how far it is. */
export interface JobRun {
  readonly id: string;
  readonly data: Readonly<Record<string, string>>;
  /** Notes the progress in percent (-1 where it cannot be told) and what is to be shown of it. Throws once somebody has cancelled the job. */
  progress(percent: number, data?: Record<string, string>): Promise<void>;
}

/** A type of job that administrators start. */
export interface JobType {
  /** The protocol's word, e.g. `export_process`. */
  readonly type: string;
  /** Checks what the job is given before it is taken; throws to refuse. */
  check?(ctx: Ctx, data: Record<string, string>): Promise<void> | void;
  /** Does it; it may be run again after a crash. What it returns is added to the job's data. */
  run(ctx: Ctx, run: JobRun): Promise<Record<string, string> | void>;
  /** What a job has made, to be downloaded. */
  download?(app: App, job: BackgroundJob): Promise<{ name: string; size: number; bytes: Readable } | undefined>;
}

/** Features add the types of jobs that they do. */
export const jobTypes = extensionPoint<JobType>('background-jobs.types');

type Use = 'create' | 'manage' | 'read';

const OWN: Readonly<Record<string, Readonly<Record<Use, string>>>> = {
  data_retention: permissionsOf('data_retention_job'),
  message_export: permissionsOf('compliance_export_job'),
  elasticsearch_post_indexing: permissionsOf('elasticsearch_post_indexing_job'),
  elasticsearch_post_aggregation: permissionsOf('elasticsearch_post_aggregation_job'),
  ldap_sync: permissionsOf('ldap_sync_job'),
  access_control_sync: { create: 'manage_system', manage: 'manage_system', read: 'manage_system' },
};

const GENERAL: Readonly<Record<Use, string>> = { create: 'manage_jobs', manage: 'manage_jobs', read: 'read_jobs' };
const GENERAL_TYPES = ['migrations', 'plugins', 'product_notices', 'expiry_notify', 'active_users', 'import_process', 'import_delete', 'export_process', 'export_delete', 'cloud', 'extract_content', 'mobile_session_metadata', 'export_users_to_csv'];

/** Every type of the protocol, done here or not. */
export const JOB_TYPES: readonly string[] = [...Object.keys(OWN), ...GENERAL_TYPES];

function permissionsOf(noun: string): Record<Use, string> {
  return { create: `create_${noun}`, manage: `manage_${noun}`, read: `read_${noun}` };
}

/** Whether the actor may do this with jobs of a type. */
export async function mayUse(ctx: Ctx, type: string, use: Use): Promise<boolean> {
  return JOB_TYPES.includes(type) && hasPermission(ctx, (OWN[type] ?? GENERAL)[use]);
}

/** Rule: there is some type with whose jobs the actor may do this. Which one is decided by the action. */
export function onSomeJobs(use: Use): PermissionRule {
  const ids = [...new Set([GENERAL[use], ...Object.values(OWN).map((own) => own[use])])];
  return { scope: 'object', ids, check: async (ctx) => (await Promise.all(ids.map((id) => hasPermission(ctx, id)))).includes(true) };
}

/** The type, if this server does such jobs. */
export function findType(app: App, type: string): JobType | undefined {
  return app.all(jobTypes).find((one) => one.type === type);
}

import { userError, type App } from '#kernel/server/index.ts';

interface Ticket {
  readonly export_name: string;
  readonly expires_at: number;
}

// Ours, and of no other sealed text of this server.
const KIND = 'export-ticket';

/** A text for an address that lets its holder download one export until a moment. Sealed, so that nobody else can make one. */
export function makeTicket(app: App, { export_name, expires_at }: Ticket): string {
  return Buffer.from(app.secrets.seal(JSON.stringify([KIND, export_name, expires_at]))).toString('base64url');
}

/** Throws unless the ticket is for this export and still holds. */
export function checkTicket(app: App, ticket: string, export_name: string): void {
  const text = app.secrets.open(Buffer.from(ticket, 'base64url').toString());
  const [kind, name, expires_at] = text?.startsWith(`["${KIND}"`) ? (JSON.parse(text) as [string, string, number]) : ['', '', 0];
  if (kind !== KIND || name !== export_name) throw userError('api.export.link.invalid.app_error', 'This link is not whole. Ask for a new one.', 403);
  if (expires_at <= app.clock()) throw userError('api.export.link.expired.app_error', 'This link has expired. Ask for a new one.', 403);
}

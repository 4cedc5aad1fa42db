import { newId, userError, type App } from '#kernel/server/index.ts';
import { requestTimeout } from '#extensions/deliveries/server/feature.ts';

/** A press or a command: what the integration is given, and what the client is given of it. */
export interface Trigger {
  /** Opens a dialog on the screen of the person who pressed, for a short while. */
  readonly trigger_id: string;
  readonly client_trigger_id: string;
}

/** Makes the right to open a dialog for somebody. Signed with the key that all nodes share. */
export function newTrigger(app: App, user_id: string): Trigger {
  const now = app.clock();
  const id = newId(now);
  const words = `${id}:${user_id}:${now}`;
  return { trigger_id: Buffer.from(`${words}:${app.secrets.seal(`trigger ${words}`)}`).toString('base64'), client_trigger_id: id };
}

/** Who may be shown a dialog with this trigger; refuses what is broken, forged or too old. */
export function openTrigger(app: App, trigger_id: string): { readonly user_id: string; readonly client_trigger_id: string } {
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(trigger_id) || trigger_id.length % 4) throw refused('base64_decode_failed', 'The trigger id is no base64.');
  const [, id = '', user_id = '', at = '', seal = ''] = /^([^:]*):([^:]*):([^:]*):([^]+)$/.exec(Buffer.from(trigger_id, 'base64').toString('utf8')) ?? [];
  if (!id) throw refused('missing_data', 'The trigger id is incomplete.');
  if (app.secrets.open(seal) !== `trigger ${id}:${user_id}:${at}`) throw refused('verify_signature_failed', 'The trigger id was not made by this server.');
  const limit_s = app.settings.get(requestTimeout);
  if (app.clock() > Number(at) + limit_s * 1000) throw refused('expired', `The trigger id is older than ${limit_s} seconds. Open the dialog at once when a button or command has called.`);
  return { user_id, client_trigger_id: id };
}

function refused(id: string, message: string) {
  return userError(`interactive_message.decode_trigger_id.${id}`, message);
}

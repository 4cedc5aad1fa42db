import type { App } from '../app.ts';
import type { Actor } from '../context.ts';
import { defineEvent } from '../events.ts';
import { extensionPoint } from '../extension-point.ts';

/** Topics that a person's connections follow besides `user:ID` and `all`, read when a connection opens. */
export const topicsOfUser = extensionPoint<(app: App, actor: Actor) => Promise<string[]>>('kernel.topics-of-user');

/** A person's connection has opened, or come back. */
export const connectionOpened = defineEvent<{ user_id: string; connection_id: string }>('connection.opened');
/** A person's connection is lost. `open_count` is how many the person still has here. */
export const connectionClosed = defineEvent<{ user_id: string; connection_id: string; open_count: number }>('connection.closed');
/** A connection has answered a ping. */
export const connectionAlive = defineEvent<{ user_id: string }>('connection.alive');

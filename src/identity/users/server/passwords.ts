import { availableParallelism } from 'node:os';
import { hash, verify } from '@node-rs/argon2';

// OWASP's argon2id minimum: about 12 ms of one core and 19 MiB for each.
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

// libuv has four threads for files, DNS and these: a storm of log-ins must leave some to the others.
const SLOTS = Math.max(1, Math.min(2, availableParallelism()));
let free = SLOTS;
const waiting: (() => void)[] = [];

// Checked in place of the password of an account that does not exist, so that both take the same time.
let decoy: Promise<string> | undefined;

/** The hash to keep of a password. */
export function hashPassword(password: string): Promise<string> {
  return inSlot(() => hash(password, COST));
}

/** Whether the password is the one of the hash. Without a hash it is not, after the same time. `before` runs when its turn comes; false gives up. */
export async function verifyPassword(password_hash: string, password: string, before: () => Promise<boolean> | boolean = () => true): Promise<boolean> {
  return inSlot(async () => {
    if (!(await before())) return false;
    decoy ??= hash('a password that nobody has', COST);
    const matches = await verify(password_hash || (await decoy), password);
    return matches && password_hash !== '';
  });
}

async function inSlot<T>(work: () => Promise<T>): Promise<T> {
  if (free > 0) free--;
  else await new Promise<void>((resolve) => waiting.push(resolve));
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else free++;
  }
}

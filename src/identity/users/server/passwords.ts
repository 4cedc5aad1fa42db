import { availableParallelism } from 'node:os';

// OWASP's argon2id minimum: about 12 ms of one core and 19 MiB for each.
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

// libuv has four threads for files, DNS and these: a storm of log-ins must leave some to the others.
const TURNS = Math.max(1, Math.min(2, availableParallelism()));
// Loaded with the first password: a start does without it.
const argon2 = () => import('@node-rs/argon2');

let free = TURNS;
const waiting: (() => void)[] = [];

// Checked in place of the password of an account that does not exist, so that both take the same time.
let decoy: Promise<string> | undefined;

/** The hash to keep of a password. */
export function hashPassword(password: string): Promise<string> {
  return takeTurn(async () => (await argon2()).hash(password, COST));
}

/** Whether the password is the one of the hash. Without a hash it is not, after the same time. Only within a turn. */
export async function fitsHash(password_hash: string, password: string): Promise<boolean> {
  const { hash, verify } = await argon2();
  decoy ??= hash('a password that nobody has', COST);
  const fits = await verify(password_hash || (await decoy), password);
  return fits && password_hash !== '';
}

/** Runs work that hashes when one of the few turns is free. */
export async function takeTurn<T>(work: () => Promise<T>): Promise<T> {
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

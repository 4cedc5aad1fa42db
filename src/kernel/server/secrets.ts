import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { StartError } from './start-error.ts';

/** Encrypts what must not be readable in the database or its back-ups. */
export interface Secrets {
  /** The text, encrypted. The same text looks different each time. */
  seal(text: string): string;
  /** The text again; null if it was sealed with another key, or is no sealed text. */
  open(sealed: string): string | null;
  /** Whether a text is one that `seal` made. */
  isSealed(text: string): boolean;
}

const MARK = 'sealed:1:';
const FILE = 'secret.key';
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** Reads the key: `MUSTER_SECRET_KEY`, which the nodes of a cluster share, or a file of the data folder that is made at the first start. */
export async function openSecrets(data_dir: string, env: NodeJS.ProcessEnv): Promise<Secrets> {
  const given = env['MUSTER_SECRET_KEY'];
  if (given !== undefined && given.length < 32) throw new StartError('MUSTER_SECRET_KEY must have at least 32 characters.');
  return secretsOf(given ?? (await readOrMakeKey(data_dir)));
}

/** The same with a key that is known. */
export function secretsOf(passphrase: string): Secrets {
  const key = createHash('sha256').update(`muster secrets ${passphrase}`).digest();
  return {
    seal: (text) => {
      const iv = randomBytes(IV_BYTES);
      const cipher = createCipheriv('aes-256-gcm', key, iv);
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return MARK + Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url');
    },
    open: (sealed) => {
      if (!sealed.startsWith(MARK)) return null;
      try {
        const bytes = Buffer.from(sealed.slice(MARK.length), 'base64url');
        const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, IV_BYTES));
        decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
        return Buffer.concat([decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]).toString('utf8');
      } catch {
        return null;
      }
    },
    isSealed: (text) => text.startsWith(MARK),
  };
}

// Written whole under another name first: two processes that start together end up with the same key.
async function readOrMakeKey(data_dir: string): Promise<string> {
  const file = path.join(data_dir, FILE);
  const read = () => readFile(file, 'utf8').then((text) => text.trim(), () => '');
  const known = await read();
  if (known) return known;
  await mkdir(data_dir, { recursive: true, mode: 0o700 });
  const fresh = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`;
  await writeFile(fresh, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600 });
  await link(fresh, file).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  await rm(fresh);
  return read();
}

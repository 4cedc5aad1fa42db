import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { openSecrets, secretsOf } from './secrets.ts';

test('what is sealed cannot be read, opens again, and looks different each time', () => {
  const secrets = secretsOf('a key');
  const sealed = secrets.seal('JBSWY3DPEHPK3PXP');
  expect(sealed).not.toContain('JBSWY3DPEHPK3PXP');
  expect(secrets.seal('JBSWY3DPEHPK3PXP')).not.toBe(sealed);
  expect([secrets.isSealed(sealed), secrets.isSealed('JBSWY3DPEHPK3PXP'), secrets.open(sealed)]).toEqual([true, false, 'JBSWY3DPEHPK3PXP']);
});

test('another key, or a changed text, opens nothing', () => {
  const sealed = secretsOf('a key').seal('text');
  expect([secretsOf('another').open(sealed), secretsOf('a key').open(`${sealed.slice(0, -4)}AAAA`), secretsOf('a key').open('text'), secretsOf('a key').open('sealed:1:')]).toEqual([null, null, null, null]);
});

test('the key is made at the first start, for the owner alone, and stays', async () => {
  const dir = await mkdtemp(path.join(tmpdir(), 'muster-secrets-'));
  const made = await Promise.all([openSecrets(dir, {}), openSecrets(dir, {})]);
  const sealed = made[0]!.seal('text');
  expect([made[1]!.open(sealed), (await openSecrets(dir, {})).open(sealed)]).toEqual(['text', 'text']);
  expect((await stat(path.join(dir, 'secret.key'))).mode & 0o777).toBe(0o600);
  expect((await openSecrets(dir, { MUSTER_SECRET_KEY: 'k'.repeat(32) })).open(sealed)).toBeNull();
  await expect(openSecrets(dir, { MUSTER_SECRET_KEY: 'short' })).rejects.toThrow('at least 32');
  await rm(dir, { recursive: true });
});

import { expect, test } from 'vitest';
import { readConfig } from './config.ts';

test('without any variable Muster serves this machine on port 8065 from ./data', () => {
  expect(readConfig({}, '/srv/muster')).toEqual({ port: 8065, host: '127.0.0.1', data_dir: '/srv/muster/data', admin: undefined, database_url: undefined, site_url: '', log_level: 'info' });
});

test('an empty variable counts as not set', () => {
  expect(readConfig({ MUSTER_PORT: '', MUSTER_ADMIN: '', DATABASE_URL: '' }, '/srv')).toEqual(readConfig({}, '/srv'));
});

test.each([
  [{ MUSTER_PORT: '0' }, { port: 0 }],
  [{ MUSTER_HOST: '0.0.0.0' }, { host: '0.0.0.0' }],
  [{ MUSTER_HOST: '::' }, { host: '::' }],
  [{ MUSTER_HOST: 'localhost' }, { host: 'localhost' }],
  [{ MUSTER_DATA_DIR: '/var/lib/muster' }, { data_dir: '/var/lib/muster' }],
  [{ MUSTER_DATA_DIR: 'elsewhere' }, { data_dir: '/srv/elsewhere' }],
  [{ MUSTER_ADMIN: 'ada@example.com:with:colons' }, { admin: { email: 'ada@example.com', password: 'with:colons' } }],
  [{ DATABASE_URL: 'postgres://me:secret@db:5433/chat' }, { database_url: 'postgres://me:secret@db:5433/chat' }],
  [{ MUSTER_SITE_URL: 'https://chat.example.com/' }, { site_url: 'https://chat.example.com' }],
  [{ MUSTER_LOG_LEVEL: 'debug' }, { log_level: 'debug' }],
])('%o is understood', (env, expected) => {
  expect(readConfig(env as NodeJS.ProcessEnv, '/srv')).toMatchObject(expected);
});

test.each([
  [{ MUSTER_PORT: 'http' }, 'MUSTER_PORT is "http": give a port number'],
  [{ MUSTER_PORT: '70000' }, 'MUSTER_PORT is "70000"'],
  [{ MUSTER_PORT: '-1' }, 'MUSTER_PORT is "-1"'],
  [{ MUSTER_HOST: '127.0.0.1:8065' }, 'without a port'],
  [{ MUSTER_HOST: '300.1.1.1' }, 'MUSTER_HOST is "300.1.1.1"'],
  [{ MUSTER_ADMIN: 'ada' }, 'MUSTER_ADMIN must be EMAIL:PASSWORD'],
  [{ MUSTER_ADMIN: 'ada@example.com:short' }, 'must have 8 to 72 characters'],
  [{ DATABASE_URL: 'mysql://db/chat' }, 'DATABASE_URL must be postgres://'],
  [{ DATABASE_URL: 'postgres://db' }, 'DATABASE_URL must be postgres://'],
  [{ MUSTER_SITE_URL: 'chat.example.com' }, 'MUSTER_SITE_URL is "chat.example.com"'],
  [{ MUSTER_SITE_URL: 'https://example.com/chat' }, 'without a path'],
  [{ MUSTER_LOG_LEVEL: 'loud' }, 'give one of debug, info, warn, error, silent'],
])('%o stops the start and says what to do', (env, sentence) => {
  expect(() => readConfig(env as NodeJS.ProcessEnv, '/srv')).toThrow(sentence);
});

test('a wrong administrator is refused without repeating the password', () => {
  const text = 'not-an-address:my-secret-password';
  expect(() => readConfig({ MUSTER_ADMIN: text })).toThrow(/^(?!.*my-secret-password)/s);
});

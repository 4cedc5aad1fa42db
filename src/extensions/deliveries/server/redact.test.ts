import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isSecretName, redactBody, redactHeaders, redactUrl } from './redact.ts';

const SECRET = 'S3CR3T-do-not-keep';
const NAMES = ['token', 'Authorization', 'X-Hub-Signature-256', 'password', 'Set-Cookie', 'api_key', 'apiKey', 'client_secret', 'access_token', 'X-Gitlab-Token', 'webhook-signature', 'refreshToken', 'passwd', 'private_key', 'session_id'];

const secretName = fc.constantFrom(...NAMES);
const word = fc.stringMatching(/^[a-z]{1,8}$/).filter((name) => !isSecretName(name));
const json = fc.letrec((tie) => ({
  leaf: fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null)),
  hidden: secretName.chain((name) => tie('value').map((value) => ({ [name]: SECRET, other: value }))),
  value: fc.oneof({ depthSize: 'small' }, tie('leaf'), tie('hidden'), fc.array(tie('value'), { maxLength: 3 }), fc.dictionary(word, tie('value'), { maxKeys: 3 })),
})).value;

test('whatever shape a JSON body has, the value of a secret field is not kept', () => {
  fc.assert(fc.property(json, secretName, (value, name) => {
    for (const body of [{ deep: [value, { [name]: SECRET }] }, { [name]: { inner: SECRET } }]) {
      expect(redactBody(body)).not.toContain(SECRET);
      expect(redactBody(JSON.stringify(body))).not.toContain(SECRET);
      expect(redactBody(new URLSearchParams({ payload: JSON.stringify(body), [name]: SECRET }).toString())).not.toContain(SECRET);
    }
  }));
});

test('headers, addresses and running texts lose their secrets as well', () => {
  fc.assert(fc.property(secretName, word, (name, other) => {
    expect(JSON.stringify(redactHeaders({ [name]: SECRET, [other]: 'kept' }))).not.toContain(SECRET);
    expect(redactHeaders({ [other]: 'kept' })).toEqual({ [other]: 'kept' });
    expect(redactUrl(`https://ann:${SECRET}@host.example/a?${name}=${SECRET}&${other}=kept`)).toMatch(new RegExp(`^https://host\\.example/a\\?.*${other}=kept$`));
    expect(redactUrl(`https://ann:${SECRET}@host.example/a?${name}=${SECRET}`)).not.toContain(SECRET);
    expect(redactBody(`it broke: ${name}=${SECRET} at ${other}=kept`)).toBe(`it broke: ${name}=[removed] at ${other}=kept`);
    expect(redactBody(`{broken "${name}": "${SECRET}"`)).not.toContain(SECRET);
  }));
});

test('the long part of an address by which a receiver knows its callers is not kept', () => {
  expect(redactUrl('https://hooks.example/services/T0001/abcdEFGH0123456789abcdXYZ')).toBe('https://hooks.example/services/T0001/abcd…');
  expect(redactUrl('https://ci.example/job/build-and-deploy/42')).toBe('https://ci.example/job/build-and-deploy/42');
});

test('what is no secret stays as it was', () => {
  const body = { text: 'build 42 is green', state: 'success', sessions: 3, passed: true, fields: [{ title: 'Branch', value: 'main' }], token: '' };
  expect(JSON.parse(redactBody(body))).toEqual(body);
  expect(redactBody('a plain text, with an = and a : in it')).toBe('a plain text, with an = and a : in it');
});

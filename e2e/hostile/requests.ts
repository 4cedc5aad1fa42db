import fc from 'fast-check';
import { keepable } from '#kernel/server/index.ts';
import type { CallOptions } from '../lib/http.ts';
import { fillPath } from '../lib/routes.ts';
import { DEEP, textOf } from './wrong-values.ts';

type Json = Record<string, any>;

/** A request as it is sent, and as it is told when something is wrong with the answer. */
export interface FuzzedRequest {
  readonly path: string;
  readonly options: CallOptions;
}

/** Ids and names of what there is, by what a parameter or field is called. */
export type Pool = Readonly<Record<string, readonly string[]>>;

const NASTY: readonly unknown[] = [null, true, -1, 0, 2 ** 53, 1e308, 1.5, '', ' ', '\u0000', '\ud800', '\u202e\u0130\ufb03 👩‍👩‍👧', "'; DROP TABLE posts; --", '%', '\\', '../../etc/passwd', '{{7*7}}', 'x'.repeat(5_000), [], {}, [[]], [null], { $gt: '' }, JSON.parse('{"__proto__":{"admin":true}}'), { a: DEEP }];
const TYPES = ['application/json', 'text/plain', 'application/x-www-form-urlencoded', 'application/xml', 'multipart/form-data; boundary=x', 'application/json; charset=utf-16', 'x'];
const BYTES: readonly Buffer[] = [Buffer.from([0xff, 0xfe, 0x7b, 0]), Buffer.from('{"a":"\xff\xfe"}', 'latin1'), Buffer.from('\ufeff{}'), Buffer.from('{"a":1,"a":2'), Buffer.from('--x\r\nContent-Disposition: form-data; name="files"; filename="\u0000"\r\n\r\nx\r\n--x--')];

/** Requests to an operation of the API document: mostly of the right form, with ids of others in it, now and then of none. */
export function requestsTo(route: string, operation: Json, pool: Pool): fc.Arbitrary<FuzzedRequest> {
  const parameters: Json[] = operation['parameters'] ?? [];
  const inPlace = (place: string): Record<string, fc.Arbitrary<unknown>> => Object.fromEntries(parameters.filter((p) => p['in'] === place).map((p) => [p['name'], valueOf(p['schema'] ?? {}, p['name'], pool)]));
  const body = operation['requestBody']?.content['application/json']?.schema as Json | undefined;
  return fc
    .record({ params: fc.record(inPlace('path')), query: fc.record(inPlace('query'), { requiredKeys: [] }), body: operation['requestBody'] ? bodyOf(body ?? {}, pool) : fc.constant({}) })
    .map(({ params, query, body: options }) => ({ path: pathOf(route, params, query), options }));
}

function pathOf(route: string, params: Record<string, unknown>, query: Record<string, unknown>): string {
  const texts = Object.fromEntries(Object.entries(params).map(([name, value]) => [name, encodeURIComponent(asText(value).slice(0, 300)) || '%20']));
  const search = new URLSearchParams(Object.entries(query).map(([name, value]): [string, string] => [name, asText(value).slice(0, 1_000)])).toString();
  return `${fillPath(route, texts)}${search ? `?${search}` : ''}`.slice(0, 2_040);
}

function asText(value: unknown): string {
  return keepable(typeof value === 'string' ? value : (JSON.stringify(value) ?? ''));
}

function bodyOf(schema: Json, pool: Pool): fc.Arbitrary<CallOptions> {
  const json = valueOf(schema, '', pool).map((value): CallOptions => ({ raw: textOf(value ?? null) }));
  return fc.oneof(
    { weight: 8, arbitrary: json },
    { weight: 1, arbitrary: fc.tuple(json, fc.constantFrom(...TYPES)).map(([options, type]) => ({ ...options, headers: { 'content-type': type } })) },
    { weight: 1, arbitrary: fc.constantFrom(...BYTES).map((raw): CallOptions => ({ raw })) },
  );
}

/** Values for a schema. The name tells which ids may stand there. */
function valueOf(schema: Json, name: string, pool: Pool): fc.Arbitrary<unknown> {
  const known = pool[name] ?? pool[name.replace(/s$/, '')];
  const choices: fc.WeightedArbitrary<unknown>[] = [
    { weight: 5, arbitrary: ofType(schema, name, pool) },
    { weight: 1, arbitrary: fc.constantFrom(...NASTY) },
    ...(known ? [{ weight: 12, arbitrary: schema['type'] === 'array' ? fc.array(fc.constantFrom(...known), { maxLength: 4 }) : fc.constantFrom(...known) }] : []),
  ];
  return fc.oneof(...choices);
}

function ofType(schema: Json, name: string, pool: Pool): fc.Arbitrary<unknown> {
  const options = (schema['anyOf'] ?? schema['oneOf']) as Json[] | undefined;
  if (options?.length) return fc.oneof(...options.map((each) => ofType(each, name, pool)));
  if (schema['enum']) return fc.constantFrom(...(schema['enum'] as unknown[]));
  if (schema['const'] !== undefined) return fc.constant(schema['const']);
  if (Array.isArray(schema['type'])) return fc.oneof(...schema['type'].map((type: string) => ofType({ ...schema, type }, name, pool)));
  switch (schema['type']) {
    case 'object': return objectOf(schema, pool);
    case 'array': return fc.array(valueOf(schema['items'] ?? {}, name, pool), { maxLength: 3 });
    case 'boolean': return fc.boolean();
    case 'integer': case 'number': return fc.oneof(fc.nat(100), fc.integer(), fc.double({ noNaN: true }));
    case 'null': return fc.constant(null);
    case 'string': return fc.oneof(fc.constantFrom(...Object.values(pool).flat()), fc.string({ unit: 'grapheme', maxLength: 40 }));
    default: return fc.oneof(fc.string({ maxLength: 10 }), fc.nat(10), fc.boolean());
  }
}

function objectOf(schema: Json, pool: Pool): fc.Arbitrary<unknown> {
  const properties = (schema['properties'] ?? {}) as Record<string, Json>;
  const fields = Object.fromEntries(Object.entries(properties).map(([name, each]) => [name, valueOf(each, name, pool)]));
  if (!Object.keys(fields).length) return fc.dictionary(fc.string({ maxLength: 8 }), fc.constantFrom(...NASTY), { maxKeys: 3 });
  return fc.record(fields, { requiredKeys: ((schema['required'] ?? []) as string[]).filter((name) => name in fields) });
}

import type { Client } from '#identity/users/testing.ts';
import type { FileInfo } from './wire/index.ts';

/** A file for an upload. */
export interface TestFile {
  readonly name: string;
  readonly bytes: Buffer | string;
  readonly type?: string;
}

/** What a form holds, in the order in which it is sent. */
export type FormPart = readonly [name: string, value: string | TestFile];

/** Sends a multipart form in exactly this order of its parts. */
export async function sendForm(server: { readonly url: string }, by: { readonly token: string }, path: string, parts: readonly FormPart[], method = 'POST'): Promise<{ status: number; body: any }> {
  const form = new FormData();
  for (const [name, value] of parts) {
    if (typeof value === 'string') form.append(name, value);
    else form.append(name, new Blob([new Uint8Array(Buffer.from(value.bytes))], { type: value.type ?? '' }), value.name);
  }
  const answer = await fetch(server.url + path, { method, headers: by.token ? { authorization: `Bearer ${by.token}` } : {}, body: form });
  const text = await answer.text();
  return { status: answer.status, body: answer.headers.get('content-type')?.includes('json') ? JSON.parse(text) : text };
}

/** Uploads a file for a message in a channel. */
export async function upload(server: { readonly url: string }, by: Client, channel_id: string, file: TestFile): Promise<FileInfo> {
  const answer = await sendForm(server, by, '/api/v4/files', [['channel_id', channel_id], ['files', file]]);
  if (answer.status !== 201) throw new Error(`${file.name} could not be uploaded: ${JSON.stringify(answer.body)}`);
  return answer.body.file_infos[0];
}

/** The bytes at a path, with the headers. */
export async function download(server: { readonly url: string }, by: { readonly token: string }, path: string, headers: Record<string, string> = {}): Promise<{ status: number; headers: Headers; bytes: Buffer }> {
  const answer = await fetch(server.url + path, { headers: { ...(by.token && { authorization: `Bearer ${by.token}` }), ...headers } });
  return { status: answer.status, headers: answer.headers, bytes: Buffer.from(await answer.arrayBuffer()) };
}

import { z } from 'zod';
import { query, signedIn, type App } from '#kernel/server/index.ts';
import { describeApi } from '../describe-api.ts';

const documents = new WeakMap<App, object>();

/** The whole API as an OpenAPI document. */
export const getApiDocument = query({
  name: 'get-api-document',
  summary: 'Get the API of this server as an OpenAPI 3.1 document.',
  input: z.object({}),
  permission: signedIn('it describes the program, which is open source, and nothing that is kept in it'),
  run: ({ app }) => {
    const known = documents.get(app) ?? describeApi(app);
    documents.set(app, known);
    return known;
  },
});

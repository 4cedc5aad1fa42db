// A node on the database of its argument that takes a job and never ends it.
import { z } from 'zod';
import { defineFeature, defineJob, startServer } from '../../server/index.ts';

const [database = '{}', data_dir = ''] = process.argv.slice(2);
const job = defineJob({
  name: 'note-input',
  summary: 'Notes its input.',
  input: z.object({ text: z.string() }),
  run: async ({ signal }, { text }) => {
    console.log(`taken ${text}`);
    await new Promise((resolve) => signal.addEventListener('abort', resolve));
  },
});
const probe = defineFeature({ name: 'probe', area: 'messaging', summary: 'Takes a job.', jobs: [job] });
const server = await startServer({ features: [probe], database: JSON.parse(database), data_dir, host: '127.0.0.1', port: 0, site_url: '', log_level: 'error', migrations_dir: 'src', env: {} });
await server.app.jobs.add(job, { text: process.argv[4] ?? '' });

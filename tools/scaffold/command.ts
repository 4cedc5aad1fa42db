import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { literal, ScaffoldError } from './words.ts';

/** What a slash command is made from. */
export interface CommandPlan {
  /** `src/messaging/posts` */
  readonly folder: string;
  readonly trigger: string;
  readonly summary: string;
}

/** Adds a command to those of a feature, and its test. Returns the files that were written. */
export function addCommand(plan: CommandPlan): string[] {
  const { folder, trigger } = plan;
  const name = path.basename(folder);
  const file = path.join(folder, 'server', `${name}.commands.ts`);
  const test_file = path.join(folder, 'server', `${trigger}.command.test.ts`);
  if (existsSync(test_file)) throw new ScaffoldError(`${test_file} exists already.`);
  const is_first = !existsSync(file);
  const before = is_first ? HEAD : readFileSync(file, 'utf8');
  if (before.includes(`trigger: '${trigger}'`)) throw new ScaffoldError(`/${trigger} exists already in ${file}.`);
  const end = before.lastIndexOf('\n];');
  if (end < 0) throw new ScaffoldError(`${file} does not end a list with "];": add the command by hand.`);
  writeFileSync(file, `${before.slice(0, end)}\n${code(plan)}${before.slice(end)}`);
  writeFileSync(test_file, test(plan));
  if (!is_first) return [file, test_file];
  return [file, test_file, addToManifest(folder, name)];
}

function addToManifest(folder: string, name: string): string {
  const file = path.join(folder, 'server/feature.ts');
  const lines = readFileSync(file, 'utf8').split('\n');
  const place = lines.findIndex((line) => /^ {2}summary: /.test(line));
  if (place < 0) throw new ScaffoldError(`${file} has no line "summary:": add "commands," to the manifest by hand.`);
  lines.splice(place + 1, 0, '  commands,');
  const last_import = lines.findLastIndex((line) => /^(import |\} from )/.test(line));
  lines.splice(last_import + 1, 0, `import { commands } from './${name}.commands.ts';`);
  writeFileSync(file, lines.join('\n'));
  return file;
}

const HEAD = `import { defineCommand, type Command } from '#kernel/server/index.ts';

export const commands: readonly Command[] = [
];
`;

const code = ({ trigger, summary }: CommandPlan) => `  defineCommand({
    trigger: '${trigger}',
    hint: '[text]',
    summary: ${literal(summary)},
    run: ({ text }) => ({ text: \`You wrote: \${text}\` }),
  }),`;

const test = ({ trigger }: CommandPlan) => `import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signIn } from '#identity/users/testing.ts';
import { startTestServer, TEST_ADMIN, type TestServer } from '#kernel/testing/server.ts';

describe('/${trigger}', () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await startTestServer();
  });

  afterAll(() => server.close());

  it('answers only to who wrote it', async () => {
    const admin = await signIn(server, TEST_ADMIN);
    const team = await admin.post<{ id: string }>('/api/v4/teams', { name: 'crew', display_name: 'Crew', type: 'O' });
    const channel = await admin.get<{ id: string }>(\`/api/v4/teams/\${team.body.id}/channels/name/town-square\`);
    const answer = await admin.post('/api/v4/commands/execute', { channel_id: channel.body.id, command: '/${trigger} words' });
    expect(answer.body).toMatchObject({ response_type: 'ephemeral', text: 'You wrote: words' });
  });
});
`;

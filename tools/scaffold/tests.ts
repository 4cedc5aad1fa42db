/** A test file that asks a server as three people: its administrator, somebody, and nobody. */
export function permissionTest(subject: string, tests: readonly string[], imports: readonly string[] = []): string {
  return `import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nobody as nobodyOf, signIn, signUp, type Client } from '#identity/users/testing.ts';
${[...imports, "import { startTestServer, TEST_ADMIN, type TestServer } from '#kernel/testing/server.ts';"].join('\n')}

describe('${subject}', () => {
  let server: TestServer;
  let admin: Client;
  let person: Client;
  let nobody: Client;

  beforeAll(async () => {
    server = await startTestServer();
    admin = await signIn(server, TEST_ADMIN);
    person = await signUp(server, 'somebody');
    nobody = nobodyOf(server);
  });

  afterAll(() => server.close());

${tests.join('\n\n')}
});
`;
}

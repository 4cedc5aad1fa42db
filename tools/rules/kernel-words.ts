import type { Problem } from '../problem.ts';
import { isTestFile, lineAt, withoutComments, type Project } from '../project.ts';

// What the kernel may say of the product: the protocol's broadcast fields, and the scopes that a permission can have.
const ALLOWED = /\b(channel_id|team_id|omit_users)\b|'(system|team|channel|playbook|run)'/g;
const NOUNS = /\b(posts?|channels?|teams?|playbooks?)\b|(?<![A-Za-z])(?:[a-z]+)?(Post|Channel|Team|Playbook)s?(?=[A-Z(:;,. ]|$)/g;

/** The kernel is what would exist in a product about something else: it has no word of posts, channels or teams. */
export function kernelWordsRule({ files }: Project): Problem[] {
  const kernel = files.filter((f) => /^src\/kernel\/(server|wire)\/.*\.ts$/.test(f.path) && !isTestFile(f.path));
  return kernel.flatMap(({ path: file, text }) => {
    const code = withoutComments(text).replace(ALLOWED, (allowed) => ' '.repeat(allowed.length));
    return [...code.matchAll(NOUNS)].map((match) => ({
      rule: 'kernel-word',
      file,
      line: lineAt(code, match.index),
      message: `The kernel speaks of "${match[0]}". Move this to the feature that owns it, and open an extension point if the kernel must ask.`,
    }));
  });
}

import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { ForeignPayload, IncomingVendor } from './server/feature.ts';

interface Expected {
  readonly title: string;
  /** A folder of `<event>__<case>.json`, each a payload with its headers. */
  readonly fixtures: URL;
  /** File, title and color of some of them. */
  readonly sentences: readonly (readonly [file: string, title: string, color: string])[];
  /** Files about one thing, and how it stands in each. */
  readonly story: readonly (readonly [file: string, status: string])[];
}

/** Tests that a vendor's payloads become messages that read well, whatever is in them. */
export function describeVendor(read: IncomingVendor['read'], { title, fixtures, sentences, story }: Expected): void {
  const load = (file: string) => JSON.parse(readFileSync(new URL(file, fixtures), 'utf8')) as ForeignPayload;
  const tell = (file: string) => read(load(file))!;
  const files = readdirSync(fixtures);

  describe(`A payload of ${title}`, () => {
    test.each(files)('%s becomes a message that addresses nobody', (file) => {
      const card = tell(file).attachments![0]!;
      expect(card.title).toMatch(/^\S.*\S$/);
      expect(card.title).not.toMatch(/:$|\s\s/);
      expect(JSON.stringify(tell(file))).not.toMatch(/undefined|\[object |NaN|:null|@[a-z]/);
      expect((card.fields ?? []).length).toBeLessThanOrEqual(3);
    });

    test.each(sentences)('%s reads as "%s"', (file, sentence, color) => {
      expect(tell(`${file}.json`).attachments![0]).toMatchObject({ title: sentence, color });
    });

    test('about one thing has one key and says how it stands', () => {
      const told = story.map(([file]) => tell(`${file}.json`));
      expect(new Set(told.map((message) => message.key)).size).toBe(1);
      expect(told[0]!.key).toBeTruthy();
      expect(told.map((message) => message.status)).toEqual(story.map(([, status]) => status));
    });

    test('is known by its form, and may hold anything', () => {
      expect(read({ headers: {}, body: { text: 'hello', alerts: [] } })).toBeUndefined();
      for (const { headers, body } of files.map(load)) {
        for (const value of [null, true, 7, 'text', [], {}, [null, 'x', { id: 7 }]]) {
          for (const key of Object.keys(body)) expect(() => read({ headers, body: { ...body, [key]: value } })).not.toThrow();
        }
      }
    });
  });
}

import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import { githubMessage } from './github.rules.ts';

interface Event {
  readonly name: string;
  readonly examples: readonly Record<string, unknown>[];
}

// What GitHub really sends, for every event that it has.
const EVENTS: readonly Event[] = createRequire(import.meta.url)('@octokit/webhooks-examples');
const tell = (event: string, body: Record<string, unknown>) => githubMessage({ headers: { 'x-github-event': event }, body })?.attachments?.[0];
const example = (event: string, fits: (body: any) => boolean = () => true) => EVENTS.find((e) => e.name === event)!.examples.find(fits)!;

describe('An event of GitHub', () => {
  test.each(EVENTS.map((event) => [event.name, event.examples.length, event] as const))('%s (%i examples) is told in words', (name, _count, { examples }) => {
    for (const body of examples) {
      const told = tell(name, body)!;
      expect(told.title).toMatch(/^\S.*\S$/);
      expect(told.title).not.toMatch(/:$|\s\s/);
      expect(told.fallback).toContain(told.title);
      expect(JSON.stringify(told)).not.toMatch(/undefined|\[object |NaN|:null/);
      expect((told.fields ?? []).length).toBeLessThanOrEqual(3);
      expect([...told.text!].length).toBeLessThanOrEqual(1500);
    }
  });

  test.each([
    ['pull_request', (b: any) => b.action === 'opened', 'Pull request #2 opened: Update the README with new information.', ''],
    ['pull_request_review', (b: any) => b.action === 'dismissed', 'Pull request #2 review dismissed: Update the README with new information.', ''],
    ['issues', (b: any) => b.action === 'labeled', 'Issue #1 labeled: Spelling error in the README file', ''],
    ['issue_comment', () => true, 'Comment on issue #1: Spelling error in the README file', ''],
    ['deployment_status', () => true, 'Deployment to production: success', 'good'],
    ['ping', () => true, 'GitHub can reach this channel', 'good'],
  ] as const)('%s reads as a sentence', (name, fits, title, color) => {
    expect(tell(name, example(name, fits))).toMatchObject({ title, color });
  });

  test('a push lists its commits, the first line of each, and says so if it was forced', () => {
    const commit = (n: number) => ({ id: `${n}`.repeat(40), url: `https://github.com/o/r/commit/${n}`, message: `change ${n}\n\nlong story` });
    const body = { ref: 'refs/heads/main', compare: 'https://github.com/o/r/compare/1...2', commits: [1, 2, 3, 4, 5, 6, 7].map(commit), repository: { full_name: 'o/r' }, sender: { login: 'ann' } };
    const told = tell('push', body)!;
    expect(told).toMatchObject({ title: '7 commits pushed to main', title_link: body.compare, author_name: 'ann', footer: 'o/r' });
    expect(told.text!.split('\n')).toEqual([...[1, 2, 3, 4, 5].map((n) => `- [${`${n}`.repeat(7)}](https://github.com/o/r/commit/${n}) change ${n}`), '- … and 2 more']);
    expect(tell('push', { ...body, forced: true })).toMatchObject({ title: '7 commits force-pushed to main', color: 'warning' });
  });

  test('a merged pull request is told apart from a closed one', () => {
    const closed = example('pull_request', (b) => b.action === 'closed') as any;
    expect(tell('pull_request', { ...closed, pull_request: { ...closed.pull_request, merged: true } })).toMatchObject({ title: expect.stringContaining('#2 merged'), color: 'good' });
  });

  test('that is new to us is told by its name', () => {
    expect(tell('moon_phase', { action: 'waxing_fast', repository: { full_name: 'o/r' } })).toMatchObject({ title: 'Moon phase waxing fast', footer: 'o/r' });
  });

  test('mentions nobody here', () => {
    const told = tell('issues', { action: 'opened', issue: { number: 1, title: 'ping @all', body: '@channel @ann please look' }, sender: { login: 'x' } })!;
    expect(JSON.stringify(told)).not.toMatch(/@(all|channel|ann)/);
  });

  test('is known by its header, whatever it holds', () => {
    expect(githubMessage({ headers: {}, body: example('push') })).toBeUndefined();
    const hostile: unknown[] = [null, true, 7, 'text', [], {}, [null], { login: {} }];
    for (const { name, examples } of EVENTS) {
      for (const value of hostile) {
        const body = Object.fromEntries(Object.keys(examples[0]!).map((key) => [key, value]));
        expect(tell(name, body)!.title, `${name} ${JSON.stringify(value)}`).toBeTruthy();
      }
    }
    expect(tell('push', { ref: 'x'.repeat(10_000) })!.title).toBeTruthy();
  });
});

import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { ForeignPayload } from '#extensions/webhooks/server/feature.ts';
import { alertmanagerMessage } from './alertmanager.rules.ts';

const FIXTURES = new URL('./fixtures/', import.meta.url);
const read = (name: string) => JSON.parse(readFileSync(new URL(name, FIXTURES), 'utf8')) as ForeignPayload;
const tell = (payload: ForeignPayload) => alertmanagerMessage(payload)?.attachments?.[0];

describe('A payload of Alertmanager', () => {
  test.each(readdirSync(FIXTURES))('%s becomes a message', (name) => {
    const told = tell(read(name))!;
    expect(told.title).toMatch(/^\[(FIRING|RESOLVED)/);
    expect(told.text).toBeTruthy();
    expect(JSON.stringify(told)).not.toMatch(/undefined|\[object |NaN|:null/);
    expect(told.fields!.length).toBeLessThanOrEqual(3);
  });

  test('shows what fires, how bad it is, and where to look', () => {
    expect(tell(read('alerts__firing.json'))).toEqual({
      fallback: '[FIRING:1] DiskFull', title: '[FIRING:1] DiskFull', title_link: 'http://alertmanager.example.com:9093', color: 'warning', footer: 'ops',
      text: ':fire: **The disk of db-2 is 91 % full**\nIt grows by 2 GB an hour.\n[Source](http://prometheus.example.com:9090/graph?g0.expr=node_filesystem_avail_bytes+%3C+1e%2B09&g0.tab=1) · [Runbook](https://runbooks.example.com/disk-full)',
      fields: [{ title: 'severity', value: 'warning', short: true }, { title: 'instance', value: 'db-2:9100', short: true }, { title: 'job', value: 'node', short: true }],
    });
  });

  test('shows what is critical in red, what is over in green, and both in one message', () => {
    expect(tell(read('alerts__critical-and-resolved.json'))).toMatchObject({ title: '[FIRING:1, RESOLVED:1] HostDown', color: 'danger' });
    expect(tell(read('alerts__resolved.json'))).toMatchObject({ title: '[RESOLVED:1] DiskFull', color: 'good' });
  });

  test('shows ten alerts of a storm and how many more there are', () => {
    const { text } = tell(read('alerts__truncated.json'))!;
    expect(text!.match(/:fire:/g)).toHaveLength(10);
    expect(text).toMatch(/… and 32 more$/);
  });

  test('mentions nobody here', () => {
    const { headers, body } = read('alerts__firing.json');
    const alerts = [{ status: 'firing', labels: { alertname: '@all' }, annotations: { summary: '@here look', description: 'ask @ann' } }];
    expect(JSON.stringify(tell({ headers, body: { ...body, alerts, groupLabels: { alertname: '@channel' } } }))).not.toMatch(/@(all|here|ann|channel)/);
  });

  test('is known by its version and groups, not by its sender', () => {
    const { body } = read('alerts__firing.json');
    expect(tell({ headers: {}, body })).toBeDefined();
    for (const other of [{}, { alerts: [] }, { ...body, version: '3' }, { ...body, groupKey: undefined }]) expect(tell({ headers: {}, body: other as ForeignPayload['body'] })).toBeUndefined();
  });

  test('may hold anything', () => {
    const whole = read('alerts__firing.json').body;
    for (const value of [null, true, 7, 'text', [], {}, [null, 'x', { labels: 7, annotations: [] }]]) {
      for (const key of Object.keys(whole)) expect(() => tell({ headers: {}, body: { ...whole, [key]: value } })).not.toThrow();
    }
  });
});

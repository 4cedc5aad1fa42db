import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { ForeignPayload } from '#extensions/webhooks/server/feature.ts';
import { grafanaMessage } from './grafana.rules.ts';

const FIXTURES = new URL('./fixtures/', import.meta.url);
const read = (name: string) => JSON.parse(readFileSync(new URL(name, FIXTURES), 'utf8')) as ForeignPayload;
const tell = (payload: ForeignPayload) => grafanaMessage(payload)?.attachments?.[0];

describe('A payload of Grafana', () => {
  test.each(readdirSync(FIXTURES))('%s becomes a message', (name) => {
    const told = tell(read(name))!;
    expect(told.title).toMatch(/^\[(FIRING|RESOLVED)/);
    expect(told.text).toBeTruthy();
    expect(JSON.stringify(told)).not.toMatch(/undefined|\[object |NaN|:null/);
    expect(told.fields!.length).toBeLessThanOrEqual(3);
  });

  test('shows its title, what fires, the value and where to look', () => {
    const told = tell(read('alerts__firing.json'))!;
    expect(told).toMatchObject({ title: '[FIRING:1] Certificate expires Edge (network)', title_link: 'https://grafana.example.com/', color: 'danger', fields: [{ title: 'team', value: 'network' }, { title: 'grafana_folder', value: 'Edge' }] });
    expect(told.text).toBe(
      ':fire: **terminal-oslo expires in 13 days**\nRenew it before the weekend.\n[Source](https://grafana.example.com/alerting/grafana/a1/view?orgId=1) · [Dashboard](https://grafana.example.com/d/edge?orgId=1) · ' +
        "[Silence](https://grafana.example.com/alerting/silence/new?alertmanager=grafana)\n\n`[ var='B' labels={} value=13 ]`",
    );
  });

  test('shows what is over in green', () => {
    expect(tell(read('alerts__resolved.json'))).toMatchObject({ color: 'good' });
  });

  test('is known by its organisation', () => {
    const { body } = read('alerts__firing.json');
    expect(tell({ headers: {}, body: { ...body, orgId: undefined } })).toBeUndefined();
  });

  test('may hold anything', () => {
    const whole = read('alerts__firing.json').body;
    for (const value of [null, true, 7, 'text', [], {}, [null, 'x', { labels: 7, annotations: [] }]]) {
      for (const key of Object.keys(whole)) expect(() => tell({ headers: {}, body: { ...whole, [key]: value } })).not.toThrow();
    }
  });
});

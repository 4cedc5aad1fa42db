import { describeVendor } from '#extensions/webhooks/testing.ts';
import { sentryMessage } from './sentry.rules.ts';

describeVendor(sentryMessage, {
  title: 'Sentry',
  fixtures: new URL('./fixtures/', import.meta.url),
  sentences: [
    ['issue__created', 'New issue: ReferenceError: heck is not defined', 'danger'],
    ['issue__resolved', 'Issue resolved: ReferenceError: heck is not defined', 'good'],
    ['event_alert__triggered', 'Very Important Alert Rule!: ReferenceError: heck is not defined', 'danger'],
    ['metric_alert__critical', 'Critical: Too many errors', 'danger'],
    ['legacy__error', 'This is an example Python exception', 'danger'],
  ],
  story: [['issue__created', 'unresolved'], ['event_alert__triggered', 'unresolved'], ['issue__resolved', 'resolved']],
});

import { describeVendor } from '#extensions/webhooks/testing.ts';
import { pagerdutyMessage } from './pagerduty.rules.ts';

describeVendor(pagerdutyMessage, {
  title: 'PagerDuty',
  fixtures: new URL('./fixtures/', import.meta.url),
  sentences: [
    ['incident__triggered', '[TRIGGERED] #2 A little bump in the road', 'danger'],
    ['incident__acknowledged', '[ACKNOWLEDGED] #2 A little bump in the road', 'warning'],
    ['incident__resolved', '[RESOLVED] #2 A little bump in the road', 'good'],
  ],
  story: [['incident__triggered', 'triggered'], ['incident__acknowledged', 'acknowledged'], ['incident__resolved', 'resolved']],
});

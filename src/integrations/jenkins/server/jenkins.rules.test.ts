import { describeVendor } from '#extensions/webhooks/testing.ts';
import { jenkinsMessage } from './jenkins.rules.ts';

describeVendor(jenkinsMessage, {
  title: 'Jenkins',
  fixtures: new URL('./fixtures/', import.meta.url),
  sentences: [
    ['build__started', 'Asgard #18 running', ''],
    ['build__failed', 'Asgard #18 failed', 'danger'],
    ['build__success', 'Asgard #18 success', 'good'],
    ['build__unstable', 'Asgard #18 unstable', 'warning'],
  ],
  story: [['build__started', 'running'], ['build__failed', 'failed'], ['build__success', 'success']],
});

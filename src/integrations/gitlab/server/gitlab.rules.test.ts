import { describeVendor } from '#extensions/webhooks/testing.ts';
import { gitlabMessage } from './gitlab.rules.ts';

describeVendor(gitlabMessage, {
  title: 'GitLab',
  fixtures: new URL('./fixtures/', import.meta.url),
  sentences: [
    ['push__two-commits', '4 commits pushed to main', ''],
    ['tag_push__created', 'Tag v1.0.0 created', ''],
    ['merge_request__opened', 'Merge request !1 opened: MS-Viewport', ''],
    ['merge_request__merged', 'Merge request !1 merged: MS-Viewport', 'good'],
    ['issue__closed', 'Issue #23 closed: New API: create/update/delete file', ''],
    ['note__on-merge-request', 'Comment on merge request !1: Tempora et eos debitis', ''],
    ['pipeline__failed', 'Pipeline 31 failed', 'danger'],
    ['build__failed', 'Job test failed', 'danger'],
    ['deployment__success', 'Deployment to staging: success', 'good'],
    ['release__created', 'Release v1.1 created', ''],
  ],
  story: [['pipeline__running', 'running'], ['pipeline__failed', 'failed'], ['pipeline__success', 'success']],
});

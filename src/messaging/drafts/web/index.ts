import { defineWebFeature } from '#kernel/web/index.ts';
import { forgetPlans, loadDraftsOfServer, watchDrafts } from './drafts.sync.ts';

export default defineWebFeature({ name: 'drafts', start: watchDrafts, load: loadDraftsOfServer, forget: forgetPlans });

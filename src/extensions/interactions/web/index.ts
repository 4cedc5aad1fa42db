import { defineWebFeature } from '#kernel/web/index.ts';
import { listenToDialogs } from './dialogs.realtime.tsx';

export default defineWebFeature({ name: 'interactions', start: listenToDialogs });

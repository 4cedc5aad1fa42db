import { defineWebFeature } from '#kernel/web/index.ts';
import { startNotifications } from './notify.ts';

export default defineWebFeature({ name: 'notifications', start: startNotifications });

import { defineWebFeature } from '#kernel/web/index.ts';
import { post_slots } from '#messaging/posts/web/index.ts';
import { RemindItems } from './RemindItems.tsx';

export default defineWebFeature({ name: 'reminders', slots: [post_slots.menu.add(RemindItems)] });

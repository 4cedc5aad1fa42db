import { IdCard } from 'lucide-react';
import { lazy } from 'react';
import { profile_slots } from '#identity/users/web/index.ts';
import { defineWebFeature, shell_slots } from '#kernel/web/index.ts';
import { AttributeFacts } from './components/AttributeFacts.tsx';
import { fetchFields } from './profile-attributes.client.ts';
import { attribute_messages } from './profile-attributes.messages.ts';
import { listenToAttributes } from './profile-attributes.realtime.ts';
import { forgetAttributes } from './profile-attributes.state.ts';

export default defineWebFeature({
  name: 'profile-attributes',
  start: listenToAttributes,
  load: () => fetchFields().catch(() => undefined),
  forget: forgetAttributes,
  slots: [
    profile_slots.facts.add(AttributeFacts),
    shell_slots.settings.add({ id: 'attributes', title: attribute_messages.title, icon: IdCard, component: lazy(() => import('./components/AttributeSettings.tsx')) }),
  ],
});

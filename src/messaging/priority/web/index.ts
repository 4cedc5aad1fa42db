import { defineWebFeature } from '#kernel/web/index.ts';
import { post_slots } from '#messaging/posts/web/index.ts';
import { listenToAcknowledgements } from './acknowledgements.ts';
import { AcknowledgeLine } from './components/AcknowledgeLine.tsx';
import { PriorityButton } from './components/PriorityButton.tsx';

export default defineWebFeature({
  name: 'priority',
  start: listenToAcknowledgements,
  slots: [post_slots.foot.add(AcknowledgeLine), post_slots.composer.add(PriorityButton)],
});

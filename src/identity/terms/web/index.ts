import { defineWebFeature, shell_slots } from '#kernel/web/index.ts';
import { TermsGate } from './components/TermsGate.tsx';

export default defineWebFeature({ name: 'terms', slots: [shell_slots.background.add(TermsGate)] });

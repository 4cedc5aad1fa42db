import { defineWebFeature } from '#kernel/web/index.ts';
import { forgetRoles, listenToRoles } from './roles.state.ts';

export { useCan } from './roles.state.ts';

export default defineWebFeature({ name: 'roles', start: listenToRoles, forget: forgetRoles });

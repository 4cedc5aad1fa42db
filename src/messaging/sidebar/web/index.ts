import { defineWebFeature, shell_slots } from '#kernel/web/index.ts';
import { channel_slots } from '#messaging/channels/web/index.ts';
import { Sidebar } from './components/Sidebar.tsx';
import { SortChannelItems } from './components/SortChannelItems.tsx';
import { refetchSidebars } from './sidebar.client.ts';
import { listenToSidebar } from './sidebar.realtime.ts';
import { forgetSidebar } from './sidebar.state.ts';

export { SidebarLink, type SidebarLinkProps } from './components/SidebarLink.tsx';
export { sidebar_slots } from './sidebar.slots.ts';

export default defineWebFeature({
  name: 'sidebar',
  start: listenToSidebar,
  load: refetchSidebars,
  forget: forgetSidebar,
  slots: [shell_slots.sidebar.add(Sidebar), channel_slots.menu.add(SortChannelItems)],
});

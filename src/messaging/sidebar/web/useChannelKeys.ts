import { useEffect, useRef } from 'react';
import { registerShortcuts } from '#kernel/web/index.ts';
import { channelsStore, goToChannel } from '#messaging/channels/web/index.ts';
import { sidebar_messages as m } from './sidebar.messages.ts';
import { neighbour, type CategoryRows, type ChannelFacts } from './sidebar.rules.ts';

/** Alt with the arrow keys goes through the channels as they stand in the sidebar. */
export function useChannelKeys(sidebar: CategoryRows[] | undefined): void {
  const latest = useRef(sidebar);
  useEffect(() => {
    latest.current = sidebar;
  });
  useEffect(() => {
    const go = (step: 1 | -1, is_wanted: (one: ChannelFacts) => boolean) => (): void => {
      const rows = (latest.current ?? []).flatMap((one) => one.rows);
      const next = neighbour(rows, channelsStore.getState().current_channel_id, step, is_wanted);
      if (next) goToChannel(next.channel);
    };
    const any = (): boolean => true;
    const unread = (one: ChannelFacts): boolean => one.is_unread;
    return registerShortcuts([
      { keys: 'Alt+ArrowUp', group: m.keys, label: m.key_previous, run: go(-1, any) },
      { keys: 'Alt+ArrowDown', group: m.keys, label: m.key_next, run: go(1, any) },
      { keys: 'Alt+Shift+ArrowUp', group: m.keys, label: m.key_previous_unread, run: go(-1, unread) },
      { keys: 'Alt+Shift+ArrowDown', group: m.keys, label: m.key_next_unread, run: go(1, unread) },
    ]);
  }, []);
}

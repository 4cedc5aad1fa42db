import { create } from 'zustand';

export type RealtimeStatus = 'connecting' | 'online' | 'offline';

export type RealtimeState = {
  /** `offline`: the connection is lost and the next attempt waits. */
  status: RealtimeStatus;
  /** Empty before the first hello. */
  connection_id: string;
  /** When the connection was lost, in ms; 0 while it is there or before the first one. */
  lost_at: number;
};

/** How the connection is, for banners, composers and pollers. */
export const realtimeState = create<RealtimeState>(() => ({ status: 'connecting', connection_id: '', lost_at: 0 }));

import type { Action } from './action.ts';
import type { App } from './app.ts';
import type { Command } from './command.ts';
import type { FrameRule, Listener } from './events.ts';
import type { Contribution } from './extension-point.ts';
import type { Routes } from './http/route.ts';
import type { Job } from './jobs/job.ts';
import type { Setting } from './settings.ts';

/** The areas in the order in which they may import: each only from itself and those before it. */
export const AREAS = ['identity', 'messaging', 'extensions', 'operations', 'governance', 'integrations'] as const;
export type Area = (typeof AREAS)[number];

/** A permission that a feature adds to those of the protocol. */
export interface PermissionDefinition {
  readonly id: string;
  readonly scope: 'system' | 'team' | 'channel' | 'playbook' | 'run';
  readonly summary: string;
  /** Built-in roles that have it from the first day on. */
  readonly default_roles: readonly string[];
}

/** Everything that a feature brings. The catalogue (`src/features.ts`) lists the manifests; nothing registers by import. */
export interface Feature {
  /** The folder's name. */
  readonly name: string;
  readonly area: Area;
  /** One line for the map. */
  readonly summary: string;
  /** Tables that only this feature writes. */
  readonly tables?: readonly string[];
  /** `"POST /api/v4/posts"` → action. Actions that no route names belong into `actions`. */
  readonly routes?: Routes;
  readonly actions?: readonly Action[];
  /** Client actions of the WebSocket: the protocol's word → action. */
  readonly socket?: Readonly<Record<string, Action>>;
  /** Slash commands. */
  readonly commands?: readonly Command[];
  readonly frames?: readonly FrameRule[];
  readonly listeners?: readonly Listener[];
  readonly jobs?: readonly Job[];
  readonly settings?: readonly Setting[];
  /** Settings that it keeps although nothing obeys them yet; those that another feature declares are left out. */
  readonly kept_settings?: readonly Setting[];
  readonly permissions?: readonly PermissionDefinition[];
  readonly contributes?: readonly Contribution<any>[];
  /** Runs once before the first request, in the order of the catalogue; what it returns runs at the end. */
  start?(app: App): void | Promise<void> | (() => void | Promise<void>) | Promise<() => void | Promise<void>>;
}

/** Declares a feature. */
export function defineFeature(feature: Feature): Feature {
  return feature;
}

/** Every action of a feature, each once. */
export function actionsOf(feature: Feature): Action[] {
  const all = [...(feature.actions ?? []), ...Object.values(feature.routes ?? {}).map((r) => ('run' in r ? r : r.action)), ...Object.values(feature.socket ?? {})];
  return [...new Set(all)];
}

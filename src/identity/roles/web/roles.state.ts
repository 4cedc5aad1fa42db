import { useEffect } from 'react';
import { create } from 'zustand';
import type { Role, RoleEvents } from '#identity/roles/wire/index.ts';
import { api, parseJsonText, realtime } from '#kernel/web/index.ts';

/** Role name → its permissions. */
export const rolesStore = create<{ permissions: Record<string, ReadonlySet<string>> }>(() => ({ permissions: {} }));
let wanted = new Set<string>();
const asked = new Set<string>();

export function receiveRoles(roles: Role[]): void {
  rolesStore.setState(({ permissions }) => ({ permissions: { ...permissions, ...Object.fromEntries(roles.map((role) => [role.name, new Set(role.permissions)])) } }));
}

/**
 * Whether any of these roles gives the permission. `role_texts` are the `roles` of the user, the team
 * membership and the channel membership. The page only hides what would be refused; the server decides.
 */
export function useCan(permission: string, role_texts: (string | undefined)[]): boolean {
  const names = role_texts.join(' ').split(' ').filter(Boolean);
  const key = names.join(' ');
  useEffect(() => wantRoles(key.split(' ')), [key]);
  return rolesStore((state) => names.some((name) => state.permissions[name]?.has(permission)));
}

export function listenToRoles(): void {
  realtime.on<RoleEvents['role_updated']>('role_updated', (data) => receiveRoles([parseJsonText(data.role)]));
}

export function forgetRoles(): void {
  asked.clear();
  rolesStore.setState({ permissions: {} });
}

function wantRoles(names: string[]): void {
  const missing = names.filter((name) => name && !asked.has(name));
  if (!missing.length) return;
  if (!wanted.size) setTimeout(fetchWanted, 10);
  for (const name of missing) {
    asked.add(name);
    wanted.add(name);
  }
}

function fetchWanted(): void {
  const names = [...wanted];
  wanted = new Set();
  api.post<Role[]>('/api/v4/roles/names', names).then(receiveRoles).catch(() => names.forEach((name) => asked.delete(name)));
}

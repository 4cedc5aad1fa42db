

export function isRoleName(name: string): boolean {
  return /^[a-z0-9_]{1,64}$/.test(name);
}

import { userError, type AppError } from '#kernel/server/index.ts';
import { group_limits, group_name_pattern, reserved_group_names, type Group } from '../wire/index.ts';

type Validated = Pick<Group, 'name' | 'display_name' | 'description' | 'allow_reference'>;

/** What is wrong with a group, in the protocol's order of checks; null if nothing. */
export function findGroupFault(group: Validated): AppError | null {
  const { name_max, display_name_max, description_max } = group_limits;
  const fault = (id: string, message: string) => userError(`model.group.${id}.app_error`, message);
  if (group.name === null && group.allow_reference) return fault('name', 'A group that can be mentioned needs a name.');
  if (group.name !== null) {
    if (!group.name || group.name.length > name_max) return fault('name.invalid_length', `The name must have 1 to ${name_max} characters.`);
    if (isReservedGroupName(group.name)) return fault('name.reserved_name', 'This name stands for everybody of a channel. Choose another.');
    if (!group_name_pattern.test(group.name)) return fault('name.invalid_chars', 'The name must have lower-case letters, digits, dots, hyphens or underscores only.');
  }
  const size = Buffer.byteLength(group.display_name);
  if (!size || size > display_name_max) return fault('display_name', `The display name must have 1 to ${display_name_max} characters.`);
  if (Buffer.byteLength(group.description) > description_max) return fault('description', `The description must have at most ${description_max} characters.`);
  return null;
}

export function isReservedGroupName(name: string): boolean {
  return (reserved_group_names as readonly string[]).includes(name);
}

/** A name for mentions that is made of the display name. */
export function nameFrom(display_name: string): string {
  return display_name.toLowerCase().normalize('NFKD').replace(/[^a-z0-9.\-_]+/g, '-').replace(/^-+|-+$/g, '').slice(0, group_limits.name_max);
}

/** Groups of a directory fill teams and channels and are changed there; those that people make do neither. */
export function isSynced(group: Pick<Group, 'source'>): boolean {
  return group.source !== 'custom';
}

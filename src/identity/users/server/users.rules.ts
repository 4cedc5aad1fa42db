import { userError, type Actor, type AppError, type Settings } from '#kernel/server/index.ts';
import { reserved_usernames, user_limits, username_pattern, type User } from '../wire/index.ts';
import * as s from './users.settings.ts';

const EMAIL = /^[^\s@<>()[\],;:\\"]+@[^\s@<>()[\],;:\\"]+$/;
const MAX_PROPS_BYTES = 64 * 1024;

/** The name under which the server itself writes. */
export const SYSTEM_BOT = 'system-bot';

export function isUsername(name: string, is_bot = false): boolean {
  return username_pattern.test(name) && !(reserved_usernames as readonly string[]).includes(name) && (is_bot || name !== SYSTEM_BOT);
}

export function isEmail(text: string): boolean {
  return text.length <= user_limits.email_max && EMAIL.test(text);
}

/** Makes a valid user name of any text, e.g. of the part of an address before the @. */
export function toUsername(text: string): string {
  const name = text.toLowerCase().replace(/[^a-z0-9._-]+/g, '-').replace(/^-+|-+$/g, '').slice(0, user_limits.username_max);
  return isUsername(name) ? name : name ? `${name.slice(0, 60)}-1` : 'user';
}

/** Throws the protocol's error for the first field that cannot be kept. */
export function checkUser(user: User): void {
  if (!isUsername(user.username, user.is_bot)) throw invalid('username', 'A user name has 1 to 64 lower-case letters, digits, dots, hyphens or underscores.');
  if (!isEmail(user.email)) throw invalid('email', 'Give a valid e-mail address of at most 128 characters.');
  for (const field of ['nickname', 'position', 'first_name', 'last_name'] as const) {
    const max = { nickname: user_limits.nickname_max, position: user_limits.position_max, first_name: user_limits.name_max, last_name: user_limits.name_max }[field];
    if ([...user[field]].length > max) throw invalid(field, `${field} must have at most ${max} characters.`);
  }
  if (!isLocale(user.locale)) throw invalid('locale', 'Give a language as a code such as "en" or "pt-BR".');
  if (user.timezone && JSON.stringify(user.timezone).length > 256) throw invalid('timezone_limit', 'The time zone is too long.');
  if (user.roles.length > 256) throw userError('model.user.is_valid.roles_limit.app_error', 'The roles must have at most 256 characters.');
  if (JSON.stringify(user.props ?? {}).length > MAX_PROPS_BYTES || JSON.stringify(user.notify_props ?? {}).length > MAX_PROPS_BYTES) throw userError('model.user.is_valid.invalidProperty.app_error', 'The properties of an account must have at most 64 KiB.');
}

/** Throws if the settings do not allow this password. */
export function checkPassword(settings: Settings, password: string): void {
  const min = settings.get(s.passwordMinimumLength);
  if ([...password].length < min) throw pwdError('min_length', `A password must have at least ${min} characters.`);
  if (Buffer.byteLength(password) > user_limits.password_max) throw pwdError('max_length', `A password must have at most ${user_limits.password_max} bytes.`);
  const lacks = ([
    ['lowercase', s.passwordLowercase, /\p{Ll}/u],
    ['uppercase', s.passwordUppercase, /\p{Lu}/u],
    ['number', s.passwordNumber, /\p{N}/u],
    ['symbol', s.passwordSymbol, /[^\p{L}\p{N}\s]/u],
  ] as const).filter(([, rule]) => settings.get(rule));
  if (lacks.some(([, , pattern]) => !pattern.test(password))) throw pwdError(lacks.map(([name]) => name).join('_'), `A password must have at least one of each: ${lacks.map(([name]) => name).join(', ')}.`);
}

/** Whether an address belongs to one of these domains (separated by commas or spaces); an empty list allows all. */
export function isAllowedDomain(email: string, domains: string): boolean {
  const list = domains.toLowerCase().replaceAll('@', ' ').split(/[\s,]+/).filter(Boolean);
  return !list.length || list.includes(email.split('@').at(-1)!);
}

export function isGuest(user: Pick<User, 'roles'>): boolean {
  return rolesOf(user).includes('system_guest');
}

/** The person as who acts, for work that is done in their name without a session. */
export function actorOf(user: User): Actor {
  return { user_id: user.id, session_id: '', roles: rolesOf(user), is_bot: user.is_bot === true, is_guest: isGuest(user), props: {} };
}

export function rolesOf(user: Pick<User, 'roles'>): string[] {
  return user.roles.split(' ').filter(Boolean);
}

/** How a person is called in texts: the nickname, else the full name, else the user name. */
export function displayName(user: Pick<User, 'nickname' | 'first_name' | 'last_name' | 'username'>): string {
  return user.nickname || `${user.first_name} ${user.last_name}`.trim() || user.username;
}

function isLocale(locale: string): boolean {
  return locale === '' || /^[a-zA-Z]{2,3}([-_][a-zA-Z0-9]{2,8})?$/.test(locale);
}

function invalid(field: string, message: string): AppError {
  return userError(`model.user.is_valid.${field}.app_error`, message);
}

function pwdError(what: string, message: string): AppError {
  return userError(`model.user.is_valid.pwd_${what}.app_error`, message);
}

import { isId, newId, userError, type AppError } from '#kernel/server/index.ts';
import { profile_attribute_limits as limits, type AttributeAttrs, type AttributeOption, type AttributeType, type ProfileField } from '../wire/index.ts';

export const TYPES: readonly AttributeType[] = ['text', 'select', 'multiselect', 'date', 'user', 'multiuser'];
const VISIBILITIES = ['hidden', 'when_set', 'always'];
const VALUE_TYPES = ['', 'email', 'url', 'phone'];
const DEFAULTS: AttributeAttrs = { visibility: 'when_set', sort_order: 0, options: null, value_type: '', ldap: '', saml: '', managed: '' };

const wrong = (why: string, status = 422): AppError => userError('app.custom_profile_attributes.sanitize_and_validate.app_error', why, status);

/** The attributes of a field as they are kept, from what a client sent. Throws what is wrong with them. */
export function checkAttrs(type: AttributeType, given: Readonly<Record<string, unknown>>): AttributeAttrs {
  const text = (name: keyof AttributeAttrs) => (typeof given[name] === 'string' ? (given[name] as string).trim() : DEFAULTS[name]) as string;
  const visibility = text('visibility') || DEFAULTS.visibility;
  if (!VISIBILITIES.includes(visibility)) throw wrong('The visibility must be hidden, when_set or always.');
  const value_type = type === 'text' ? text('value_type') : '';
  if (!VALUE_TYPES.includes(value_type)) throw wrong('The value_type must be email, url or phone, or empty.');
  const managed = text('managed');
  if (managed !== '' && managed !== 'admin') throw wrong('managed must be "admin" or empty.', 400);
  const { sort_order } = given;
  return {
    visibility: visibility as AttributeAttrs['visibility'],
    sort_order: typeof sort_order === 'number' && Number.isFinite(sort_order) ? sort_order : 0,
    options: type === 'select' || type === 'multiselect' ? checkOptions(given['options']) : null,
    value_type: value_type as AttributeAttrs['value_type'],
    // What a directory fills is not also filled by administrators.
    ldap: managed ? '' : text('ldap').slice(0, limits.name_max),
    saml: managed ? '' : text('saml').slice(0, limits.name_max),
    managed,
  };
}

function checkOptions(given: unknown): AttributeOption[] {
  if (given === null || given === undefined) return [];
  if (!Array.isArray(given) || given.length > limits.options_max) throw wrong(`The options must be a list of at most ${limits.options_max}.`);
  const names = new Set<string>();
  return given.map((one: unknown) => {
    const { id, name, color } = (one ?? {}) as Partial<Record<keyof AttributeOption, unknown>>;
    const clean = typeof name === 'string' ? name.trim() : '';
    if (!clean || clean.length > limits.option_name_max) throw wrong(`Every option needs a name of at most ${limits.option_name_max} characters.`);
    if (names.has(clean)) throw wrong(`There are two options "${clean}".`);
    names.add(clean);
    const shade = typeof color === 'string' ? color.trim() : '';
    if (shade.length > limits.option_color_max) throw wrong(`A colour must have at most ${limits.option_color_max} characters.`);
    return { id: typeof id === 'string' && isId(id) ? id : newId(), name: clean, color: shade };
  });
}

const PATTERNS: Readonly<Record<string, RegExp>> = { email: /^[^\s@]+@[^\s@]+$/, url: /^https?:\/\/\S+$/i, phone: /^[+\d][\d\s()./-]*$/, date: /^\d{4}-\d{2}-\d{2}(T[\d:.]+(Z|[+-]\d{2}:\d{2})?)?$/ };

/** A value as it is kept; null clears it. Throws if the field cannot have it. */
export function checkValue(field: ProfileField, given: unknown): string | string[] | null {
  const refuse = (why: string) => userError('app.custom_profile_attributes.validate_value.app_error', `${field.name}: ${why}`, 422);
  if (given === null || given === undefined) return null;
  if (field.type === 'multiselect' || field.type === 'multiuser') {
    if (!Array.isArray(given) || given.length > limits.list_max || !given.every((one) => typeof one === 'string')) throw refuse(`give a list of at most ${limits.list_max} ids.`);
    const list = [...new Set((given as string[]).map((one) => one.trim()).filter(Boolean))];
    for (const one of list) checkChoice(field, one, refuse);
    return list.length ? list : null;
  }
  if (typeof given !== 'string') throw refuse('give a text.');
  const text = given.trim();
  if (!text) return null;
  if (field.type === 'text') return checkText(field, text, refuse);
  if (field.type === 'date' && (!PATTERNS['date']!.test(text) || Number.isNaN(Date.parse(text)))) throw refuse('give a date such as 2026-11-30.');
  if (field.type !== 'date') checkChoice(field, text, refuse);
  return text;
}

function checkText(field: ProfileField, text: string, refuse: (why: string) => AppError): string {
  if ([...text].length > limits.text_max) throw refuse(`it must have at most ${limits.text_max} characters.`);
  const pattern = PATTERNS[field.attrs.value_type];
  if (pattern && !pattern.test(text)) throw refuse(`it must be of the kind "${field.attrs.value_type}".`);
  return text;
}

function checkChoice(field: ProfileField, id: string, refuse: (why: string) => AppError): void {
  const is_person = field.type === 'user' || field.type === 'multiuser';
  if (is_person ? !isId(id) : !field.attrs.options?.some((option) => option.id === id)) throw refuse(is_person ? 'give the id of a person.' : 'give the id of one of its options.');
}

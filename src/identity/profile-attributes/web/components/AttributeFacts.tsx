import { useEffect, type ReactNode } from 'react';
import type { ProfileField, ProfileValues } from '#identity/profile-attributes/wire/index.ts';
import { useUsers, useFormatName } from '#identity/users/web/index.ts';
import type { User } from '#identity/users/wire/index.ts';
import { fetchValues } from '../profile-attributes.client.ts';
import { attributesStore } from '../profile-attributes.state.ts';
import styles from './profile-attributes.module.css';

const NOTHING: ProfileValues = {};

/** The fields of a person's card. */
export function AttributeFacts({ user }: { user: User }): ReactNode {
  const fields = attributesStore((state) => state.fields);
  const values = attributesStore((state) => state.values[user.id]) ?? NOTHING;
  useEffect(() => void (user.is_bot || fetchValues(user.id).catch(() => undefined)), [user.id, user.is_bot]);
  if (user.is_bot) return null;
  return fields.filter((field) => field.attrs.visibility !== 'hidden').map((field) => <Fact key={field.id} field={field} value={values[field.id]} />);
}

function Fact({ field, value }: { field: ProfileField; value: string | string[] | undefined }): ReactNode {
  const list = value === undefined ? [] : [value].flat().filter(Boolean);
  if (!list.length && field.attrs.visibility !== 'always') return null;
  return <p className={styles.fact}><span className={styles.label}>{field.name}</span><Value field={field} list={list} /></p>;
}

function Value({ field, list }: { field: ProfileField; list: readonly string[] }): ReactNode {
  const is_people = field.type === 'user' || field.type === 'multiuser';
  if (is_people) return <People ids={list} />;
  const names = list.map((one) => field.attrs.options?.find((option) => option.id === one)?.name ?? one);
  const text = names.join(', ') || '–';
  const { value_type } = field.attrs;
  if (!names.length || !value_type) return <span>{text}</span>;
  if (value_type === 'url') return /^https?:\/\//i.test(text) ? <a href={text} target="_blank" rel="noopener noreferrer">{text}</a> : <span>{text}</span>;
  return <a href={`${value_type === 'email' ? 'mailto' : 'tel'}:${text}`}>{text}</a>;
}

function People({ ids }: { ids: readonly string[] }): ReactNode {
  const formatName = useFormatName();
  const users = useUsers([...ids]);
  return <span>{users.flatMap((user) => (user ? formatName(user) : [])).join(', ') || '–'}</span>;
}

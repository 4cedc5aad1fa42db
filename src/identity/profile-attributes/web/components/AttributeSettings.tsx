import { useEffect, useState, type FormEvent, type ReactNode } from 'react';
import { profile_attribute_limits, type ProfileField, type ProfileValues } from '#identity/profile-attributes/wire/index.ts';
import { Button, common_messages, EmptyState, Field, FormError, Input, Select, SettingsSection, toast, useMyUserId, useSubmit, useT } from '#kernel/web/index.ts';
import { fetchValues, saveMyValues } from '../profile-attributes.client.ts';
import { attribute_messages as m } from '../profile-attributes.messages.ts';
import { attributesStore } from '../profile-attributes.state.ts';
import styles from './profile-attributes.module.css';

const NOTHING: ProfileValues = {};
const SIMPLE = new Set(['text', 'select', 'date']);

/** One fills the own fields here. */
export default function AttributeSettings(): ReactNode {
  const t = useT();
  const me = useMyUserId();
  const fields = attributesStore((state) => state.fields);
  const known = attributesStore((state) => state.values[me]) ?? NOTHING;
  const [changed, setChanged] = useState<ProfileValues>({});
  const { is_busy, error, submit } = useSubmit();
  useEffect(() => void fetchValues(me).catch(toast.failure), [me]);
  const own = fields.filter((field) => SIMPLE.has(field.type) && !field.attrs.ldap && !field.attrs.saml && field.attrs.managed !== 'admin');
  const save = (event: FormEvent): void => {
    event.preventDefault();
    submit(() => saveMyValues(changed), () => {
      setChanged({});
      toast.show(t(m.saved));
    });
  };
  if (!own.length) return <EmptyState title={t(m.title)} text={t(m.none)} />;
  return (
    <SettingsSection title={t(m.title)}>
      <form className={styles.form} onSubmit={save} noValidate>
        {own.map((field) => <FieldInput key={field.id} field={field} value={String(changed[field.id] ?? known[field.id] ?? '')} on_change={(value) => setChanged({ ...changed, [field.id]: value })} />)}
        <FormError>{error}</FormError>
        <Button type="submit" variant="primary" is_busy={is_busy} disabled={!Object.keys(changed).length}>{t(common_messages.save)}</Button>
      </form>
    </SettingsSection>
  );
}

function FieldInput({ field, value, on_change }: { field: ProfileField; value: string; on_change: (value: string) => void }): ReactNode {
  return (
    <Field label={field.name}>
      {(control) =>
        field.type === 'select' ? (
          <Select {...control} value={value} onChange={(event) => on_change(event.target.value)}>
            <option value="">–</option>
            {field.attrs.options?.map((option) => <option key={option.id} value={option.id}>{option.name}</option>)}
          </Select>
        ) : (
          <Input {...control} type={field.type === 'date' ? 'date' : 'text'} value={value} maxLength={profile_attribute_limits.text_max} onChange={(event) => on_change(event.target.value)} />
        )
      }
    </Field>
  );
}

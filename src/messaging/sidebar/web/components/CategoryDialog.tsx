import { useState, type ReactNode } from 'react';
import { Button, common_messages, Dialog, Field, FormError, Input, useCloseDialog, useSubmit, useT } from '#kernel/web/index.ts';
import type { Id } from '#kernel/wire/index.ts';
import { category_display_name_max, type SidebarCategory } from '#messaging/sidebar/wire/index.ts';
import { createCategory, saveCategories } from '../sidebar.client.ts';
import { sidebar_messages as m } from '../sidebar.messages.ts';

/** Makes a category, for a channel if one is given, or renames one. */
export function CategoryDialog({ team_id, category, channel_id }: { team_id: Id; category?: SidebarCategory; channel_id?: Id }): ReactNode {
  const t = useT();
  const close = useCloseDialog();
  const [name, setName] = useState(category?.display_name ?? '');
  const { is_busy, error, setError, submit } = useSubmit();
  const save = (): void => {
    const display_name = name.trim();
    if (!display_name) return setError(t(m.name_missing));
    submit(() => (category ? saveCategories(team_id, [{ ...category, display_name }]) : createCategory(team_id, display_name, channel_id ? [channel_id] : [])), close);
  };
  return (
    <Dialog
      title={t(category ? m.rename : m.new_category)}
      size="s"
      on_submit={save}
      footer={
        <>
          <Button onClick={close}>{t(common_messages.cancel)}</Button>
          <Button type="submit" variant="primary" is_busy={is_busy}>{t(category ? common_messages.save : common_messages.create)}</Button>
        </>
      }
    >
      <Field label={t(m.category_name)} hint={t(m.category_hint)}>
        {(control) => <Input {...control} value={name} maxLength={category_display_name_max} autoFocus onChange={(event) => setName(event.target.value)} />}
      </Field>
      <FormError>{error}</FormError>
    </Dialog>
  );
}

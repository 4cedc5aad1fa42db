import { useState, type ReactNode } from 'react';
import { Button, common_messages, Dialog, Field, FormError, Input, useCloseDialog, useSubmit, useT } from '#kernel/web/index.ts';
import type { Id } from '#kernel/wire/index.ts';
import { bookmark_limits, type ChannelBookmark } from '#messaging/bookmarks/wire/index.ts';
import { addLink, changeBookmark } from '../bookmarks.actions.ts';
import { bookmark_messages as m } from '../bookmarks.messages.ts';

/** Adds a link, or changes a bookmark. */
export function BookmarkDialog({ channel_id, bookmark }: { channel_id: Id; bookmark?: ChannelBookmark }): ReactNode {
  const t = useT();
  const close = useCloseDialog();
  const is_file = bookmark?.type === 'file';
  const [link, setLink] = useState(bookmark?.link_url ?? '');
  const [name, setName] = useState(bookmark?.display_name ?? '');
  const { is_busy, error, setError, submit } = useSubmit();
  const save = () => {
    const url = /^https?:\/\//i.test(link) ? link.trim() : `https://${link.trim()}`;
    if (!is_file && !(link.trim() && URL.canParse(url))) return setError(t(m.link_missing));
    const display_name = (name.trim() || (is_file ? '' : new URL(url).host)).slice(0, bookmark_limits.name_max);
    submit(() => (bookmark ? changeBookmark(bookmark, { display_name, ...(!is_file && { link_url: url }) }) : addLink(channel_id, display_name, url)), close);
  };
  return (
    <Dialog
      title={t(bookmark ? m.edit_title : m.add)}
      size="s"
      on_submit={save}
      footer={<><Button onClick={close}>{t(common_messages.cancel)}</Button><Button type="submit" variant="primary" is_busy={is_busy}>{t(common_messages.save)}</Button></>}
    >
      {!is_file && <Field label={t(m.link)}>{(control) => <Input {...control} type="url" autoFocus value={link} maxLength={bookmark_limits.link_max} placeholder="https://" onChange={(event) => setLink(event.target.value)} />}</Field>}
      <Field label={t(m.name)}>{(control) => <Input {...control} autoFocus={is_file} value={name} maxLength={bookmark_limits.name_max} onChange={(event) => setName(event.target.value)} />}</Field>
      <FormError>{error}</FormError>
    </Dialog>
  );
}

import { useEffect, useRef, useState, type ReactNode } from 'react';
import { Button, common_messages, Dialog, failureText, Field, FormError, Input, myUserId, useCloseDialog, useT } from '#kernel/web/index.ts';
import { emoji_image_bytes_max, emoji_name_max, emoji_name_pattern } from '#messaging/emoji/wire/index.ts';
import { createEmoji } from '../../emoji.client.ts';
import { emoji_messages as m } from '../../emoji.messages.ts';
import { addCustomEmojis, emojiState } from '../../emoji.state.ts';
import styles from './AddEmojiDialog.module.css';

/** Makes a custom emoji of a picture. */
export function AddEmojiDialog(): ReactNode {
  const t = useT();
  const close = useCloseDialog();
  const picker = useRef<HTMLInputElement>(null);
  const [name, setName] = useState('');
  const [image, setImage] = useState<File | null>(null);
  const [failure, setFailure] = useState('');
  const [is_busy, setBusy] = useState(false);
  const preview = usePreview(image);
  const name_error = nameError(name);
  const is_image_big = image !== null && image.size > emoji_image_bytes_max;

  const submit = async () => {
    if (!image) return;
    setBusy(true);
    setFailure('');
    try {
      addCustomEmojis([await createEmoji(name, myUserId(), image)]);
      close();
    } catch (error) {
      setFailure(failureText(error, { 'api.emoji.create.duplicate.app_error': m.name_taken }));
    } finally {
      setBusy(false);
    }
  };
  const chooseImage = (file: File | undefined) => {
    setImage(file ?? null);
    if (file && !name) setName(file.name.replace(/\.[^.]*$/, '').toLowerCase().replace(/[^a-z0-9_-]+/g, '-').slice(0, emoji_name_max));
  };

  const footer = (
    <>
      <Button variant="quiet" onClick={close}>{t(common_messages.cancel)}</Button>
      <Button variant="primary" type="submit" is_busy={is_busy} disabled={!name || !image || Boolean(name_error) || is_image_big}>{t(m.add)}</Button>
    </>
  );
  return (
    <Dialog title={t(m.add)} description={t(m.add_description)} size="s" footer={footer} on_submit={() => void submit()}>
      <Field label={t(m.image)} hint={t(m.image_hint)} error={is_image_big ? t(m.image_big) : undefined}>
        {(control) => (
          <div className={styles.image}>
            <span className={styles.preview}>{preview && <img src={preview} alt="" />}</span>
            <Button onClick={() => picker.current?.click()}>{t(m.choose)}</Button>
            <span className={styles.file}>{image?.name}</span>
            <input {...control} ref={picker} className="visually-hidden" tabIndex={-1} type="file" accept="image/png,image/jpeg,image/gif" onChange={(event) => chooseImage(event.target.files?.[0])} />
          </div>
        )}
      </Field>
      <Field label={t(m.name)} hint={t(m.name_hint, { name: name || 'name' })} error={name_error ? t(name_error) : undefined}>
        {(control) => <Input {...control} value={name} maxLength={emoji_name_max} autoComplete="off" onChange={(event) => setName(event.target.value.trim())} />}
      </Field>
      <FormError>{failure}</FormError>
    </Dialog>
  );
}

function nameError(name: string): (typeof m)[keyof typeof m] | undefined {
  if (name && !emoji_name_pattern.test(name)) return m.name_bad;
  return emojiState.getState().catalogue?.by_name.has(name) ? m.name_taken : undefined;
}

function usePreview(image: File | null): string {
  const [url, setUrl] = useState('');
  useEffect(() => {
    const made = image ? URL.createObjectURL(image) : '';
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [image]);
  return url;
}

import { Paperclip, SendHorizontal, Smile, SquareSlash } from 'lucide-react';
import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { currentTeam } from '#identity/teams/web/index.ts';
import { Button, classNames, IconButton, useT } from '#kernel/web/index.ts';
import type { Id } from '#kernel/wire/index.ts';
import { EmojiPickerButton } from '#messaging/emoji/web/index.ts';
import { Attachments } from '#messaging/files/web/index.ts';
import { composer_messages as m } from '../../composer.messages.ts';
import { draftKey } from '../../drafts.state.ts';
import { post_slots } from '../../posts.slots.ts';
import styles from './Composer.module.css';
import { FormatBar } from './FormatBar.tsx';
import { TextArea } from './TextArea.tsx';
import { useComposer } from './useComposer.tsx';
import { useTextField } from './useTextField.ts';

const COUNTED_FROM = 500;

export type ComposerProps = {
  channel_id: Id;
  /** Empty = the message is a root. */
  root_id: Id;
  /** How the place is called, e.g. the channel's name. */
  name: string;
  place: 'channel' | 'thread';
  is_focused_first: boolean;
  /** Up was pressed in the empty composer. */
  on_edit_last?: () => void;
  on_sent?: () => void;
};

/** Where a message is written and sent from. */
export function Composer({ channel_id, root_id, name, place, is_focused_first, on_edit_last, on_sent }: ComposerProps): ReactNode {
  const t = useT();
  const picker = useRef<HTMLInputElement>(null);
  const composer = useComposer({ channel_id, root_id, on_sent });
  const { text, write, submit } = composer;
  const slot = { channel_id, root_id, draft_key: draftKey(channel_id, root_id), is_ready: composer.is_ready, take: composer.take };
  const field = useTextField(text, '38vh');
  useEffect(() => {
    if (is_focused_first) field.ref.current?.focus({ preventScroll: true });
  }, [channel_id, root_id, is_focused_first, field.ref]);

  const note = composer.letters_left < 0 ? t(m.too_long, { count: -composer.letters_left }) : composer.note;
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowUp' || text || !on_edit_last || event.shiftKey || event.altKey || event.ctrlKey) return;
    event.preventDefault();
    on_edit_last();
  };
  return (
    <div className={classNames(styles.composer, place === 'thread' && styles.narrow)} data-composer={place}>
      <TextArea
        field={field}
        text={text}
        place={{ team_id: currentTeam()?.id ?? '', channel_id, root_id }}
        label={t(m.label, { channel: name })}
        placeholder={place === 'thread' ? t(m.placeholder_thread) : t(m.placeholder, { channel: name })}
        on_change={write}
        on_submit={submit}
        on_files={composer.attach}
        on_key={onKey}
      />
      <Attachments draft_key={draftKey(channel_id, root_id)} />
      {note && <p role="alert" className={styles.note}>{note}</p>}
      <div className={styles.bar}>
        <FormatBar field={field} />
        <span className={styles.grow} />
        {composer.letters_left >= 0 && composer.letters_left < COUNTED_FROM && <span className={styles.count}>{t(m.letters_left, { count: composer.letters_left })}</span>}
        <IconButton label={t(m.command)} icon={<SquareSlash size={16} />} className={styles.rare} onClick={() => (text ? field.focus() : field.insert('/'))} />
        <IconButton label={t(m.attach)} icon={<Paperclip size={16} />} onClick={() => picker.current?.click()} />
        {post_slots.composer.all().map((Part, index) => <Part key={index} {...slot} />)}
        <EmojiPickerButton trigger={<IconButton label={t(m.emoji)} icon={<Smile size={16} />} />} on_pick={(emoji) => field.insert(`:${emoji}: `)} />
        <Button size="s" variant="primary" className={styles.send} aria-label={t(m.send)} icon={<SendHorizontal size={14} aria-hidden="true" />} disabled={!composer.can_send} onClick={submit}><span className={styles.send_word}>{t(m.send)}</span></Button>
        {post_slots.send.all().map((Part, index) => <Part key={index} {...slot} />)}
        <input ref={picker} type="file" multiple hidden tabIndex={-1} aria-hidden="true" onChange={(event) => {
          composer.attach([...(event.target.files ?? [])]);
          event.target.value = '';
          field.focus();
        }} />
      </div>
    </div>
  );
}

import { Plus, Search } from 'lucide-react';
import type { KeyboardEvent, ReactNode } from 'react';
import { useCan } from '#identity/roles/web/index.ts';
import { useMe } from '#identity/users/web/index.ts';
import { IconButton, openDialog, useT } from '#kernel/web/index.ts';
import { emoji_messages as m } from '../../emoji.messages.ts';
import { AddEmojiDialog } from '../AddEmojiDialog/AddEmojiDialog.tsx';
import styles from './EmojiPicker.module.css';
import { SkinTones } from './SkinTones.tsx';

type PickerHeadProps = {
  term: string;
  grid_id: string;
  /** The cell that Enter picks. */
  chosen_id: string | undefined;
  on_term: (term: string) => void;
  on_key: (event: KeyboardEvent<HTMLInputElement>) => void;
};

/** Search, skin tone, and the way to make one's own emoji. */
export function PickerHead({ term, grid_id, chosen_id, on_term, on_key }: PickerHeadProps): ReactNode {
  const t = useT();
  const may_add = useCan('create_emojis', [useMe().roles]);
  return (
    <div className={styles.head}>
      <label className={styles.search}>
        <Search size={15} aria-hidden="true" />
        <input
          autoFocus
          role="combobox"
          aria-expanded="true"
          aria-controls={grid_id}
          aria-activedescendant={chosen_id}
          aria-label={t(m.search)}
          placeholder={t(m.search)}
          value={term}
          onChange={(event) => on_term(event.target.value)}
          onKeyDown={on_key}
        />
      </label>
      <SkinTones />
      {may_add && <IconButton label={t(m.add)} icon={<Plus size={16} />} onClick={() => openDialog(<AddEmojiDialog />)} />}
    </div>
  );
}

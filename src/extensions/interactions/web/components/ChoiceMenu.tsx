import { ChevronDown, X } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { Button, common_messages, IconButton, Input, Popover, useT, type FieldControl } from '#kernel/web/index.ts';
import type { PostActionOption } from '#messaging/posts/wire/index.ts';
import type { DialogElement } from '#extensions/interactions/wire/index.ts';
import { dialog_messages as m } from '../dialogs.messages.ts';
import type { Values } from '../dialogs.rules.ts';
import styles from './ChoiceMenu.module.css';
import { useChoices } from './useChoices.ts';

type ChoiceMenuProps = { control: FieldControl; element: DialogElement; value: Values[string]; on_change: (value: Values[string]) => void; look_up: (query: string) => Promise<readonly PostActionOption[]> };

/** A menu with a search: given options, people, channels, or what the integration finds. One choice, or several. */
export function ChoiceMenu({ control, element, value, on_change, look_up }: ChoiceMenuProps): ReactNode {
  const t = useT();
  const [is_open, setOpen] = useState(false);
  const [term, setTerm] = useState('');
  const { found, nameOf } = useChoices(element, term, is_open, look_up);
  const chosen = Array.isArray(value) ? (value as readonly string[]) : value ? [String(value)] : [];
  const choose = (option: PostActionOption) => {
    if (!element.multiselect) {
      on_change(option.value);
      setOpen(false);
    } else on_change(chosen.includes(option.value) ? chosen.filter((one) => one !== option.value) : [...chosen, option.value]);
  };
  const label = element.multiselect || !chosen.length ? element.placeholder || t(m.choose) : nameOf(chosen[0]!);
  return (
    <>
      {element.multiselect && chosen.length > 0 && (
        <ul className={styles.chosen}>
          {chosen.map((one) => (
            <li key={one}>{nameOf(one)}<IconButton label={t(m.remove, { name: nameOf(one) })} icon={<X size={14} />} onClick={() => on_change(chosen.filter((other) => other !== one))} /></li>
          ))}
        </ul>
      )}
      <Popover label={element.display_name} is_open={is_open} on_open_change={setOpen} is_flush trigger={<Button {...control} className={styles.trigger}>{label}<ChevronDown size={14} aria-hidden="true" /></Button>}>
        <div className={styles.menu}>
          <Input autoFocus value={term} placeholder={t(common_messages.search)} aria-label={t(common_messages.search)} onChange={(event) => setTerm(event.target.value)} />
          <ul className={styles.options}>
            {element.optional && !element.multiselect && chosen.length > 0 && <li><button type="button" className={styles.option} onClick={() => choose({ text: '', value: '' })}>–</button></li>}
            {found.map((option) => (
              <li key={option.value}><button type="button" className={styles.option} aria-pressed={chosen.includes(option.value)} onClick={() => choose(option)}>{option.text}</button></li>
            ))}
          </ul>
          {!found.length && <p className={styles.nothing}>{t(m.nothing)}</p>}
        </div>
      </Popover>
    </>
  );
}

import { X } from 'lucide-react';
import { Dialog as Radix } from 'radix-ui';
import { createContext, useContext, type FormEvent, type ReactNode } from 'react';
import { useT } from '../i18n/i18n.ts';
import { classNames } from './class-names.ts';
import { common_messages } from './common.messages.ts';
import styles from './Dialog.module.css';
import { IconButton } from './IconButton.tsx';

const CloseContext = createContext<() => void>(() => undefined);
export const DialogCloseProvider = CloseContext.Provider;

/** Inside a dialog opened with `openDialog`: the function that closes it. */
export function useCloseDialog(): () => void {
  return useContext(CloseContext);
}

export type DialogProps = {
  title: ReactNode;
  description?: ReactNode;
  size?: 's' | 'm' | 'l';
  /** Buttons at the foot, the primary one last. */
  footer?: ReactNode;
  /** Closes it in place of the usual way, where leaving it means something. */
  on_close?: () => void;
  /** Makes the body a form; the primary button has `type="submit"`. */
  on_submit?: () => void;
  /** Without padding, for lists that reach the edges. */
  is_flush?: boolean;
  children: ReactNode;
};

// Unless a field asks for the focus, the dialog itself has it: on its first button it would look like a choice already made.
function focusItself(event: Event): void {
  event.preventDefault();
  (event.currentTarget as HTMLElement).focus();
}

/** A dialog over the page. Escape, the cross and a click outside close it. */
export function Dialog({ title, description, size = 'm', footer, on_close, on_submit, is_flush = false, children }: DialogProps): ReactNode {
  const t = useT();
  const close = useCloseDialog();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    on_submit?.();
  };
  const Body = on_submit ? 'form' : 'div';
  return (
    <Radix.Root open onOpenChange={(is_open) => !is_open && (on_close ?? close)()}>
      <Radix.Portal>
        <Radix.Overlay className={styles.scrim} />
        <Radix.Content className={classNames(styles.dialog, styles[size])} onOpenAutoFocus={focusItself} {...(description ? {} : { 'aria-describedby': undefined })}>
          <header className={styles.head}>
            <div>
              <Radix.Title className={styles.title}>{title}</Radix.Title>
              {description && <Radix.Description className={styles.description}>{description}</Radix.Description>}
            </div>
            <Radix.Close asChild><IconButton label={t(common_messages.close)} icon={<X size={18} />} /></Radix.Close>
          </header>
          <Body className={styles.form} {...(on_submit ? { onSubmit: submit, noValidate: true } : {})}>
            <div className={classNames(styles.body, is_flush && styles.flush)}>{children}</div>
            {footer && <footer className={styles.foot}>{footer}</footer>}
          </Body>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

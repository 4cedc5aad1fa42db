import { ChevronLeft, ChevronRight, Download, Maximize2, Minimize2, X } from 'lucide-react';
import { Dialog } from 'radix-ui';
import { useState, type KeyboardEvent, type ReactNode } from 'react';
import { classNames, common_messages, IconButton, intl, useT } from '#kernel/web/index.ts';
import type { FileInfo } from '#messaging/files/wire/index.ts';
import { filePath } from '../../files.client.ts';
import { file_messages as m } from '../../files.messages.ts';
import { formatSize } from '../../files.rules.ts';
import { startDownload } from '../FileList/FileList.tsx';
import styles from './Lightbox.module.css';

export type LightboxProps = { files: readonly FileInfo[]; first: number; on_close: () => void };

/** Pictures of a message over the whole window. Arrow keys turn the page, Escape closes. */
export default function Lightbox({ files, first, on_close }: LightboxProps): ReactNode {
  const t = useT();
  const [index, setIndex] = useState(first);
  const [is_large, setLarge] = useState(false);
  const file = files[index];
  if (!file) return null;

  const turn = (step: number) => {
    const next = index + step;
    if (next < 0 || next >= files.length) return;
    setIndex(next);
    setLarge(false);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowLeft') turn(-1);
    if (event.key === 'ArrowRight') turn(1);
  };
  return (
    <Dialog.Root open onOpenChange={(is_open) => !is_open && on_close()}>
      <Dialog.Portal>
        <Dialog.Overlay className={styles.scrim} />
        <Dialog.Content className={styles.viewer} aria-describedby={undefined} tabIndex={-1} onKeyDown={onKeyDown} onOpenAutoFocus={focusWindow}>
          <header className={styles.head}>
            <Dialog.Title className={styles.title}>
              <span className="visually-hidden">{t(m.viewer)}: </span>
              {file.name}
            </Dialog.Title>
            <span className={styles.facts}>
              {[files.length > 1 ? t(m.count, { index: index + 1, count: files.length }) : '', file.width && file.height ? `${file.width} × ${file.height}` : '', formatSize(file.size, intl.locale)].filter(Boolean).join(' · ')}
            </span>
            <IconButton tone="rail" tooltip_side="bottom" label={t(is_large ? m.zoom_out : m.zoom_in)} icon={is_large ? <Minimize2 size={18} /> : <Maximize2 size={18} />} onClick={() => setLarge(!is_large)} />
            <IconButton tone="rail" tooltip_side="bottom" label={t(m.download, { name: file.name })} icon={<Download size={18} />} onClick={() => startDownload(file)} />
            <Dialog.Close asChild><IconButton tone="rail" tooltip_side="bottom" label={t(common_messages.close)} icon={<X size={18} />} /></Dialog.Close>
          </header>
          <div className={classNames(styles.stage, is_large && styles.large)} onClick={(event) => event.target === event.currentTarget && on_close()}>
            <img key={file.id} src={filePath(file.id)} alt={file.name} onClick={() => setLarge(!is_large)} />
          </div>
          {files.length > 1 && (
            <>
              <IconButton tone="rail" className={styles.previous} label={t(m.previous)} icon={<ChevronLeft size={22} />} disabled={index === 0} onClick={() => turn(-1)} />
              <IconButton tone="rail" className={styles.next} label={t(m.next)} icon={<ChevronRight size={22} />} disabled={index === files.length - 1} onClick={() => turn(1)} />
            </>
          )}
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

// The first button's note would cover the picture.
function focusWindow(event: Event): void {
  event.preventDefault();
  (event.currentTarget as HTMLElement).focus();
}

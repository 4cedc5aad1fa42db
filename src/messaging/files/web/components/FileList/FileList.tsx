import { Download } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { IconButton, intl, useT } from '#kernel/web/index.ts';
import type { FileInfo } from '#messaging/files/wire/index.ts';
import { downloadPath, filePath } from '../../files.client.ts';
import { file_messages as m } from '../../files.messages.ts';
import { fileKind, formatSize, isPicture } from '../../files.rules.ts';
import { LazyLightbox } from '../Lightbox/LazyLightbox.tsx';
import { FileIcon } from './FileIcon.tsx';
import styles from './FileList.module.css';
import { Picture } from './Picture.tsx';

/** Files of a message: pictures as pictures, all else as lines with name, size and download. */
export function FileList({ files }: { files: readonly FileInfo[] }): ReactNode {
  const t = useT();
  const [shown, setShown] = useState(-1);
  const pictures = files.filter(isPicture);
  const others = files.filter((file) => !isPicture(file));
  return (
    <div className={styles.files} role="group" aria-label={t(m.list, { count: files.length })}>
      {pictures.length > 0 && (
        <div className={styles.pictures}>
          {pictures.map((file, index) => <Picture key={file.id} file={file} is_only={pictures.length === 1} on_open={() => setShown(index)} />)}
        </div>
      )}
      {others.map((file) => <FileLine key={file.id} file={file} />)}
      {shown >= 0 && <LazyLightbox files={pictures} first={shown} on_close={() => setShown(-1)} />}
    </div>
  );
}

function FileLine({ file }: { file: FileInfo }): ReactNode {
  const t = useT();
  const kind = fileKind(file);
  return (
    <div className={styles.line}>
      <div className={styles.file}>
        <FileIcon kind={kind} />
        <a className={styles.names} href={filePath(file.id)} target="_blank" rel="noreferrer">
          <span className={styles.name}>{file.name}</span>
          <span className={styles.size}>{[file.extension.toUpperCase(), formatSize(file.size, intl.locale)].filter(Boolean).join(' · ')}</span>
        </a>
        <IconButton label={t(m.download, { name: file.name })} icon={<Download size={16} />} onClick={() => startDownload(file)} />
      </div>
      {kind === 'video' && <video className={styles.video} controls preload="metadata" src={filePath(file.id)} />}
      {kind === 'audio' && <audio className={styles.audio} controls preload="none" src={filePath(file.id)} />}
    </div>
  );
}

/** Downloads without leaving the page. */
export function startDownload(file: FileInfo): void {
  const link = document.createElement('a');
  link.href = downloadPath(file.id);
  link.download = file.name;
  link.click();
}

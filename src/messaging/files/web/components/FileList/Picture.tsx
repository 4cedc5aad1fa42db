import { useState, type ReactNode } from 'react';
import { classNames, useT } from '#kernel/web/index.ts';
import type { FileInfo } from '#messaging/files/wire/index.ts';
import { filePath, previewPath } from '../../files.client.ts';
import { file_messages as m } from '../../files.messages.ts';
import { fitBox } from '../../files.rules.ts';
import styles from './FileList.module.css';

const ALONE = { width: 420, height: 300 };
const TILE = { width: 168, height: 126 };

type PictureProps = { file: FileInfo; is_only: boolean; on_open: () => void };

/** A picture in its final size from the first moment: a blurred mini preview stands there until it is loaded. */
export function Picture({ file, is_only, on_open }: PictureProps): ReactNode {
  const t = useT();
  const [is_loaded, setLoaded] = useState(false);
  const box = is_only ? fitBox(file.width ?? 1, file.height ?? 1, ALONE.width, ALONE.height) : TILE;
  // The preview of a GIF stands still, and small pictures are their own preview.
  const is_original = file.mime_type === 'image/gif' || !file.has_preview_image;
  const background = file.mini_preview && !is_loaded ? `url("data:image/jpeg;base64,${file.mini_preview}")` : undefined;
  return (
    <button
      type="button"
      className={classNames(styles.picture, is_only && styles.alone)}
      style={{ inlineSize: box.width, aspectRatio: `${box.width} / ${box.height}`, backgroundImage: background }}
      aria-label={t(m.open, { name: file.name })}
      onClick={on_open}
    >
      <img
        src={is_original ? filePath(file.id) : previewPath(file.id)}
        alt=""
        width={box.width}
        height={box.height}
        loading="lazy"
        decoding="async"
        draggable={false}
        data-loaded={is_loaded || undefined}
        onLoad={() => setLoaded(true)}
      />
    </button>
  );
}

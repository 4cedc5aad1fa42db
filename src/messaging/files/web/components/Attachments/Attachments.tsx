import { RotateCw, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { classNames, IconButton, intl, useT } from '#kernel/web/index.ts';
import { thumbnailPath } from '../../files.client.ts';
import { file_messages as m } from '../../files.messages.ts';
import { fileKind, formatSize } from '../../files.rules.ts';
import { removeAttachment, retryAttachment, useAttachments, type Attachment } from '../../uploads.state.ts';
import { FileIcon } from '../FileList/FileIcon.tsx';
import styles from './Attachments.module.css';

/** Files that wait in a composer, with progress, cancel and retry. */
export function Attachments({ draft_key }: { draft_key: string }): ReactNode {
  const t = useT();
  const attachments = useAttachments(draft_key);
  if (!attachments.length) return null;
  return (
    <ul className={styles.list} aria-label={t(m.list, { count: attachments.length })}>
      {attachments.map((one) => <AttachmentTile key={one.client_id} attachment={one} draft_key={draft_key} />)}
    </ul>
  );
}

function AttachmentTile({ attachment, draft_key }: { attachment: Attachment; draft_key: string }): ReactNode {
  const t = useT();
  const { client_id, name, status, progress, info, preview_url } = attachment;
  const percent = Math.round(progress * 100);
  const picture = preview_url || (info?.has_preview_image ? thumbnailPath(info.id) : '');
  const extension = name.includes('.') ? name.split('.').at(-1)! : '';
  return (
    <li className={classNames(styles.tile, status === 'failed' && styles.failed)}>
      {picture ? <img className={styles.picture} src={picture} alt="" /> : <FileIcon kind={fileKind({ extension, mime_type: info?.mime_type ?? '' })} />}
      <span className={styles.names}>
        <span className={styles.name}>{name}</span>
        <span className={styles.state}>{stateText(t, attachment)}</span>
      </span>
      {status === 'failed' && <IconButton size="s" label={t(m.retry, { name })} icon={<RotateCw size={14} />} onClick={() => retryAttachment(draft_key, client_id)} />}
      <IconButton size="s" label={t(status === 'sending' ? m.cancel : m.remove, { name })} icon={<X size={14} />} onClick={() => removeAttachment(draft_key, client_id)} />
      {status === 'sending' && <progress className={styles.progress} value={percent} max={100} aria-label={t(m.sending, { percent })} />}
    </li>
  );
}

function stateText(t: ReturnType<typeof useT>, attachment: Attachment): string {
  if (attachment.status === 'failed') return t(m.failed, { reason: attachment.reason });
  if (attachment.status === 'sending') return t(m.sending, { percent: Math.round(attachment.progress * 100) });
  return formatSize(attachment.size, intl.locale);
}

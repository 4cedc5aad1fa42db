import { File, FileArchive, FileAudio, FileCode, FileImage, FileSpreadsheet, FileText, FileVideo, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import type { FileKind } from '../../files.rules.ts';
import styles from './FileList.module.css';

const ICONS: Record<FileKind, LucideIcon> = { image: FileImage, video: FileVideo, audio: FileAudio, text: FileText, code: FileCode, sheet: FileSpreadsheet, archive: FileArchive, other: File };

export function FileIcon({ kind }: { kind: FileKind }): ReactNode {
  const Icon = ICONS[kind];
  return <span className={styles.icon} aria-hidden="true"><Icon size={18} /></span>;
}

import { defineWebFeature } from '#kernel/web/index.ts';
import { uploadsState } from './uploads.state.ts';

export { Attachments } from './components/Attachments/Attachments.tsx';
export { FileList } from './components/FileList/FileList.tsx';
export { FileIcon } from './components/FileList/FileIcon.tsx';
export { fileKind, formatSize } from './files.rules.ts';
export { filePath } from './files.client.ts';
export { attachFiles, attachmentsOf, clearAttachments, removeAttachment, restoreAttachments, uploadsState, useAttachments, type Attachment } from './uploads.state.ts';
export { file_messages } from './files.messages.ts';

export default defineWebFeature({ name: 'files', forget: () => uploadsState.setState({ by_draft: {} }) });

import { useCallback, useEffect, useState } from 'react';
import { currentTeam } from '#identity/teams/web/index.ts';
import { failureText, goTo, openDialog, t, toast, useConfig } from '#kernel/web/index.ts';
import type { Id } from '#kernel/wire/index.ts';
import { useChannelStats } from '#messaging/channels/web/index.ts';
import { attachFiles, clearAttachments, file_messages, restoreAttachments, useAttachments, type Attachment } from '#messaging/files/web/index.ts';
import { files_per_post_max } from '#messaging/files/wire/index.ts';
import { post_limits } from '#messaging/posts/wire/index.ts';
import { composer_messages as m } from '../../composer.messages.ts';
import { isCommand, lettersLeft } from '../../composer.rules.ts';
import { draftKey, getDraft, saveDraft, useDraft, type Draft } from '../../drafts.state.ts';
import { ownPath, safeUrl } from '../../markdown/urls.ts';
import { findWideMention } from '../../mentions.rules.ts';
import { sendMessage } from '../../outbox.state.ts';
import { runCommand } from '../../posts.client.ts';
import { tellTyping } from '../../typing.state.ts';
import { WideMentionDialog } from './WideMentionDialog.tsx';

type Place = { channel_id: Id; root_id: Id; on_sent?: (() => void) | undefined };

export type ComposerState = {
  readonly text: string;
  /** Why the message cannot leave yet. */
  readonly note: string;
  readonly letters_left: number;
  readonly can_send: boolean;
  readonly write: (text: string) => void;
  readonly attach: (files: File[]) => void;
  readonly submit: () => void;
  /** Nothing is on its way any more: it could be sent at once. */
  readonly is_ready: boolean;
  /** Takes what was written out of the composer. */
  readonly take: () => Draft;
};

const ASKED_FROM_MEMBERS = 6;

/** Text, files and sending of one composer. What is in it is kept as a draft at every moment. */
export function useComposer({ channel_id, root_id, on_sent }: Place): ComposerState {
  const key = draftKey(channel_id, root_id);
  const text = useDraft(key).message;
  const attachments = useAttachments(key);
  const member_count = useChannelStats(channel_id)?.member_count ?? 0;
  const asks_first = useConfig('EnableConfirmNotificationsToChannel') !== 'false';
  const max = Number(useConfig('MaxPostSize')) || post_limits.message_max;
  const [note, setNote] = useState('');
  // Send was pressed while files were on their way: the message leaves with the last of them.
  const [is_waiting, setWaiting] = useState(false);
  const is_uploading = attachments.some((one) => one.status === 'sending');
  useKeptFiles(key, attachments);
  const letters_left = lettersLeft(text, max);
  const can_send = (text.trim() !== '' || attachments.length > 0) && letters_left >= 0;

  const write = useCallback((next: string) => {
    saveDraft(key, { message: next });
    setNote('');
    setWaiting(false);
    if (next.trim() && !isCommand(next)) tellTyping(channel_id, root_id);
  }, [key, channel_id, root_id]);
  const attach = (files: File[]) => {
    const left_out = attachFiles(key, channel_id, files);
    if (left_out) toast.error(t(file_messages.too_many, { max: files_per_post_max }));
  };
  const take = (): Draft => {
    const taken = { ...getDraft(key), message: text, files: attachments.flatMap((one) => (one.info ? [one.info] : [])) };
    clearAttachments(key);
    saveDraft(key, { message: '', files: [], priority: null });
    on_sent?.();
    return taken;
  };
  const send = () => {
    const { message, files, priority } = take();
    sendMessage(channel_id, root_id, message, files, priority);
  };
  const submit = () => {
    if (!can_send) return;
    setWaiting(is_uploading);
    if (is_uploading) return setNote(t(m.wait_files));
    setNote('');
    if (attachments.some((one) => one.status === 'failed')) return setNote(t(m.failed_files));
    if (isCommand(text) && !attachments.length) return void sendCommand(key, channel_id, root_id, text, setNote);
    const word = asks_first && member_count >= ASKED_FROM_MEMBERS ? findWideMention(text) : undefined;
    if (word) openDialog(<WideMentionDialog word={word} count={member_count - 1} on_confirm={send} />);
    else send();
  };
  useEffect(() => {
    if (is_waiting && !is_uploading) submit();
  }, [is_waiting, is_uploading]);
  const is_ready = can_send && attachments.every((one) => one.status === 'done') && !isCommand(text);
  return { text, note, letters_left, can_send, is_ready, write, attach, submit, take };
}

/** Files that have arrived are part of the draft: they come back when the page is loaded anew. */
function useKeptFiles(key: string, attachments: readonly Attachment[]): void {
  useEffect(() => restoreAttachments(key, getDraft(key).files), [key]);
  useEffect(() => {
    const files = attachments.flatMap((one) => (one.info ? [one.info] : []));
    const kept = getDraft(key).files;
    if (files.length !== kept.length || files.some((file, index) => file.id !== kept[index]?.id)) saveDraft(key, { files });
  }, [key, attachments]);
}

async function sendCommand(key: string, channel_id: Id, root_id: Id, text: string, setNote: (note: string) => void): Promise<void> {
  saveDraft(key, { message: '' });
  try {
    const answer = await runCommand(channel_id, currentTeam()?.id ?? '', root_id, text.trim());
    const target = answer.goto_location ?? '';
    const url = target.startsWith('/') && !target.startsWith('//') ? location.origin + target : safeUrl(target);
    const path = url ? ownPath(url, location.origin) : undefined;
    if (path) goTo(path);
    else if (url) window.open(url, '_blank', 'noopener,noreferrer');
  } catch (error) {
    // Nothing is lost: the command stands in the composer again, unless something else was begun meanwhile.
    if (!getDraft(key).message) saveDraft(key, { message: text });
    setNote(failureText(error));
  }
}

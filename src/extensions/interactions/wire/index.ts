import type { Id } from '#kernel/wire/index.ts';
import type { MessageAttachment, PostActionOption } from '#messaging/posts/wire/index.ts';

/** What somebody chose in a message. */
export type PostActionRequest = { selected_option?: string; cookie?: string };

export type PostActionResponse = { status: 'OK'; trigger_id: string };

/** What an integration answers to a button. */
export type PostActionAnswer = {
  /** The message becomes this; props that are left out stay. */
  update?: { message?: string; props?: (Record<string, unknown> & { attachments?: Partial<MessageAttachment>[] }) | null } | null;
  ephemeral_text?: string;
  skip_slack_parsing?: boolean;
};

export type DialogElementType = 'text' | 'textarea' | 'select' | 'bool' | 'radio' | 'date' | 'datetime' | (string & {});

export type DialogElement = {
  display_name: string;
  name: string;
  type: DialogElementType;
  /** Of a text: text, email, number, tel, url, password. */
  subtype: string;
  default: string;
  placeholder: string;
  help_text: string;
  optional: boolean;
  min_length: number;
  max_length: number;
  /** Of a select: users, channels, dynamic; '' = its options. */
  data_source: string;
  data_source_url?: string;
  options: PostActionOption[] | null;
  multiselect: boolean;
  /** A change asks the integration for the form anew. */
  refresh?: boolean;
  min_date?: string;
  max_date?: string;
  /** Minutes between the times of a `datetime`. */
  time_interval?: number;
};

export type Dialog = {
  callback_id: string;
  title: string;
  /** Markdown. */
  introduction_text: string;
  icon_url: string;
  elements: DialogElement[] | null;
  submit_label: string;
  notify_on_cancel: boolean;
  state: string;
  source_url?: string;
};

export type OpenDialogRequest = { trigger_id: string; url: string; dialog: Dialog };

export type SubmitDialogRequest = {
  url: string;
  callback_id: string;
  state: string;
  channel_id: Id;
  team_id: Id;
  submission: Record<string, unknown>;
  cancelled?: boolean;
  /** `refresh` asks for the form again with what was chosen so far. */
  type?: '' | 'dialog_submission' | 'refresh';
};

export type SubmitDialogResponse = {
  error?: string;
  /** By the element's name. */
  errors?: Record<string, string>;
  /** `form`: the next step, or the same step anew. */
  type?: '' | 'ok' | 'form' | 'navigate' | (string & {});
  form?: Dialog;
};

export type LookupDialogResponse = { items: PostActionOption[] };

export type InteractionEvents = {
  open_dialog: { dialog: string };
};

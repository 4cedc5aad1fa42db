import type { Id, Timestamp } from '#kernel/wire/index.ts';

/** How a command is completed: words below words, then arguments. The protocol writes these names with capitals. */
export type AutocompleteData = {
  Trigger: string;
  Hint: string;
  HelpText: string;
  RoleID: string;
  Arguments: AutocompleteArg[];
  SubCommands: AutocompleteData[];
};

export type AutocompleteArg = {
  /** '' = by its place, else written as `--name value`. */
  Name: string;
  HelpText: string;
  Type: 'TextInput' | 'StaticList' | 'DynamicList' | (string & {});
  Required: boolean;
  /** TextInput {Hint, Pattern}, StaticList {PossibleArguments}, DynamicList {FetchURL}. */
  Data: unknown;
};

export type AutocompleteListItem = { Item: string; Hint: string; HelpText: string };

/** A slash command as clients list it. Built-in ones have no id. */
export type Command = {
  id: Id | '';
  token: string;
  create_at: Timestamp;
  update_at: Timestamp;
  delete_at: Timestamp;
  creator_id: Id | '';
  team_id: Id | '';
  trigger: string;
  method: '' | 'P' | 'G';
  username: string;
  icon_url: string;
  auto_complete: boolean;
  auto_complete_desc: string;
  auto_complete_hint: string;
  display_name: string;
  description: string;
  url: string;
  plugin_id: string;
  autocomplete_data?: AutocompleteData;
};

/** What a command answers. */
export type CommandResponse = {
  /** '' = nothing to show. */
  response_type: '' | 'ephemeral' | 'in_channel';
  text: string;
  username: string;
  channel_id: Id | '';
  icon_url: string;
  /** Of the message that it became. */
  type: string;
  props: Record<string, unknown> | null;
  /** Where the client goes next; '' = it stays. */
  goto_location: string;
  trigger_id: string;
  skip_slack_parsing: boolean;
  attachments: unknown[] | null;
  extra_responses: CommandResponse[] | null;
};

/** How a line that begins with a slash may go on. The protocol writes these names with capitals. */
export type AutocompleteSuggestion = {
  /** The whole line without its slash, if this is chosen. */
  Complete: string;
  Suggestion: string;
  Hint: string;
  Description: string;
  IconData: string;
};

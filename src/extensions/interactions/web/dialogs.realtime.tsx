import { currentTeam } from '#identity/teams/web/index.ts';
import { openDialog, parseJsonText, realtime } from '#kernel/web/index.ts';
import { channelsStore, getChannel } from '#messaging/channels/web/index.ts';
import type { JsonText } from '#kernel/wire/index.ts';
import type { OpenDialogRequest } from '#extensions/interactions/wire/index.ts';
import { FormDialog } from './components/FormDialog.tsx';

/** Shows the forms that integrations open for this person. */
export function listenToDialogs(): void {
  realtime.on<{ dialog: JsonText<OpenDialogRequest> }>('open_dialog', (data) => {
    const { url, dialog } = parseJsonText(data.dialog);
    const channel_id = channelsStore.getState().current_channel_id;
    openDialog(<FormDialog url={url} dialog={dialog} channel_id={channel_id} team_id={getChannel(channel_id)?.team_id || currentTeam()?.id || ''} />);
  });
}

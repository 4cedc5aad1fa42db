import { Readable } from 'node:stream';
import { z } from 'zod';
import { action, fields, squarePicture, userError, type FormFile } from '#kernel/server/index.ts';
import { saveTeamChange } from '../change-team.ts';
import { iconPath } from '../queries/get-team-icon.ts';
import { inTeam, requireTeam } from '../teams.permissions.ts';

const SIZE = 128;

const fault = (id: string, message: string) => userError(`api.team.set_team_icon.${id}.app_error`, message);

export const setTeamIcon = action({
  name: 'set-team-icon',
  summary: "Sets the team's picture.",
  input: z.object({ team_id: fields.id(), file: z.custom<FormFile>() }),
  permission: inTeam('manage_team'),
  run: async (ctx, { team_id, file }) => {
    await requireTeam(ctx, team_id);
    if (file.kind === 'too-large') throw fault('too_large', 'The picture is too large.');
    if (file.kind === 'many') throw fault('array', 'Send one picture.');
    if (file.kind === 'none') throw fault('no_file', 'Send the picture in the form as "image".');
    const picture = file.kind === 'file' ? await squarePicture(file.bytes, SIZE) : null;
    if (!picture) throw fault('parse', 'This is no picture that can be read. Send a PNG, JPEG, GIF or WebP file.');
    await ctx.app.files.write(iconPath(team_id), Readable.from([picture]));
    await saveTeamChange(ctx, team_id, { last_team_icon_update: ctx.now });
  },
});

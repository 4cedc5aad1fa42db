import { z } from 'zod';
import { action, userError, type FormFile } from '#kernel/server/index.ts';
import { inSystem } from '#identity/roles/server/feature.ts';
import { licence } from '../licence.ts';

const fault = (id: string, message: string, status = 400) => userError(`api.license.add_license.${id}.app_error`, message, status);

export const addLicense = action({
  name: 'add-license',
  summary: 'Takes a licence and needs none: everything is there already. The answer says so in the protocol\'s form.',
  input: z.object({ file: z.custom<FormFile>() }),
  permission: inSystem('manage_license_information'),
  run: (_ctx, { file }) => {
    if (file.kind === 'too-large') throw fault('copy', 'This is too large for a licence.', 413);
    if (file.kind === 'many') throw fault('array', 'Send one file.');
    if (file.kind !== 'file') throw fault('no_file', 'Send the file in the form as "license".');
    return licence;
  },
});

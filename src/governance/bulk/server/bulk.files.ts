import { invalidUrl, userError, type App } from '#kernel/server/index.ts';

export const IMPORTS = 'import';
export const EXPORTS = 'export';

/** The names of the files in a folder of the file store. */
export async function listNames(app: App, folder: string): Promise<string[]> {
  return (await app.files.list(folder)).map(({ name }) => name).sort();
}

/** Where a file of that name lies. Names come from people: they hold no way out of the folder. */
export function pathOf(folder: string, name: string): string {
  if (!/^[\w][\w. ()-]{0,250}$/.test(name)) throw invalidUrl(`${folder}_name`);
  return `${folder}/${name}`;
}

/** The same, if the file is there. */
export async function findPath(app: App, folder: string, name: string): Promise<{ path: string; size: number }> {
  const path = pathOf(folder, name);
  const size = await app.files.size(path);
  if (size === undefined) throw userError(`api.${folder}.${folder}_not_found.app_error`, `There is no file ${name}.`, 404);
  return { path, size };
}

import { Readable } from 'node:stream';
import { LRUCache } from 'lru-cache';
import { loadSharp, type App } from '#kernel/server/index.ts';
import type { User } from '../wire/index.ts';
import { initialsSvg } from './initials.ts';

/** Width and height of every picture. */
export const SIDE_PX = 256;
const drawn = new LRUCache<string, Buffer>({ max: 2_000 });

/** Where the picture that somebody has given is kept. */
export function pictureFile(user_id: string): string {
  return `users/${user_id}/profile.png`;
}

/** The picture made of the name. */
export async function defaultPicture(user: Pick<User, 'id' | 'username'>): Promise<Buffer> {
  const key = `${user.id} ${user.username[0]}`;
  const png = drawn.get(key) ?? (await (await loadSharp())(Buffer.from(initialsSvg(user.id, user.username, SIDE_PX))).png({ palette: true }).toBuffer());
  drawn.set(key, png);
  return png;
}

/** The picture that was given, as a stream of PNG; undefined if there is none. */
export async function givenPicture(app: App, user: User): Promise<Readable | undefined> {
  if ((user.last_picture_update ?? 0) <= 0 || (await app.files.size(pictureFile(user.id))) === undefined) return undefined;
  return app.files.read(pictureFile(user.id));
}

export async function savePicture(app: App, user_id: string, png: Buffer): Promise<void> {
  await app.files.write(pictureFile(user_id), Readable.from([png]));
}

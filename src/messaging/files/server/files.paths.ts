/** Where the bytes of a file are kept: a folder of its own, below the day of its birth. */
export function folderOf(file: { id: string; create_at: number }): string {
  return `uploads/${new Date(file.create_at).toISOString().slice(0, 10)}/${file.id}`;
}

export const originalPath = (file: { id: string; create_at: number }): string => `${folderOf(file)}/original`;
export const previewPath = (file: { id: string; create_at: number }): string => `${folderOf(file)}/preview.jpg`;
export const thumbnailPath = (file: { id: string; create_at: number }): string => `${folderOf(file)}/thumbnail.jpg`;

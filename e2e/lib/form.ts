import { PNG } from './png.ts';

/** A form with one file and, before it, plain fields. */
export function formOf(field: string, name: string, content: string | Uint8Array, type: string, fields: Record<string, string> = {}): FormData {
  const form = new FormData();
  for (const [key, value] of Object.entries(fields)) form.append(key, value);
  form.append(field, new Blob([content], { type }), name);
  return form;
}

/** The form of a picture, as people and teams upload theirs. */
export function pictureForm(): FormData {
  return formOf('image', 'dot.png', PNG, 'image/png');
}

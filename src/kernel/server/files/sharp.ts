import type sharp from 'sharp';

let loading: Promise<typeof sharp> | undefined;

/** The picture library, loaded with the first picture: a start does without its 24 MB. */
export function loadSharp(): Promise<typeof sharp> {
  loading ??= import('sharp').then((module) => module.default);
  return loading;
}

/** Where the picture of the log-in page lies in the file store. */
export const BRAND_PATH = 'brand/image.png';
export const MAX_BRAND_BYTES = 10 * 1024 * 1024;

const SIZE = 64;
const PLAIN_ICON = '/icon.svg';
let picture: Promise<HTMLImageElement> | undefined;

/** Draws the count of mentions, or a dot for news, over the page's icon. */
export function drawIcon(mention_count: number, is_unread: boolean): void {
  const link = document.querySelector<HTMLLinkElement>('link[rel="icon"]');
  if (!link) return;
  if (!mention_count && !is_unread) {
    link.type = 'image/svg+xml';
    link.href = PLAIN_ICON;
    return;
  }
  picture ??= loadPicture();
  picture.then((image) => {
    link.type = 'image/png';
    link.href = withMark(image, mention_count);
  }, () => undefined);
}

function withMark(image: HTMLImageElement, mention_count: number): string {
  const canvas = document.createElement('canvas');
  canvas.width = SIZE;
  canvas.height = SIZE;
  const context = canvas.getContext('2d')!;
  const token = (name: string): string => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  context.drawImage(image, 0, 0, SIZE, SIZE);
  context.fillStyle = token('--badge');
  context.beginPath();
  if (!mention_count) {
    context.arc(50, 14, 13, 0, 2 * Math.PI);
    context.fill();
    return canvas.toDataURL();
  }
  const text = mention_count > 99 ? '99' : String(mention_count);
  context.roundRect(text.length > 1 ? 18 : 28, 24, text.length > 1 ? 46 : 36, 40, 14);
  context.fill();
  context.fillStyle = token('--badge-ink');
  context.font = `700 32px ${token('--font')}`;
  context.textAlign = 'center';
  context.fillText(text, text.length > 1 ? 41 : 46, 56);
  return canvas.toDataURL();
}

function loadPicture(): Promise<HTMLImageElement> {
  return new Promise((resolve, reject) => {
    const image = new Image(SIZE, SIZE);
    image.onload = () => resolve(image);
    image.onerror = reject;
    image.src = PLAIN_ICON;
  });
}

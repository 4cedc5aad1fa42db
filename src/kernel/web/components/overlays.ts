export const overlays_id = 'overlays';

/** Where menus are drawn; undefined (the end of the page) before the shell is there. */
export function overlaysRoot(): HTMLElement | undefined {
  return document.getElementById(overlays_id) ?? undefined;
}

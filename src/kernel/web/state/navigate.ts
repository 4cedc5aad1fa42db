import type { NavigateFunction } from 'react-router';

let router: NavigateFunction | null = null;

/** The shell hands over the router's function once it is mounted. */
export function connectRouter(navigate: NavigateFunction): void {
  router = navigate;
}

/** Goes to a path of the page from outside of components. */
export function goTo(path: string, options: { replace?: boolean } = {}): void {
  void router?.(path, options);
}

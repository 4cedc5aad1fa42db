import { lazy, Suspense, type ReactNode } from 'react';
import type { LightboxProps } from './Lightbox.tsx';

const Lightbox = lazy(() => import('./Lightbox.tsx'));

/** The viewer of pictures; its code is fetched when the first picture is opened. */
export function LazyLightbox(props: LightboxProps): ReactNode {
  return <Suspense fallback={null}><Lightbox {...props} /></Suspense>;
}

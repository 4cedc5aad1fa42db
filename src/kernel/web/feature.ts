import type { ComponentType } from 'react';
import type { Contribution } from './slot.ts';
import type { PanelEntry } from './state/panel.state.ts';

/** A page of its own URL. */
export type WebRoute = {
  /** In the router's words, e.g. `/:team/channels/:name`. */
  path: string;
  component: ComponentType;
  /** `frame`: inside header and sidebar, needs a session. `session`: a bare page, needs a session. `open`: a bare page for everybody. */
  place: 'frame' | 'session' | 'open';
};

/** What a page of the right-hand panel gets; it renders a PanelFrame. */
export type PanelProps = { entry: PanelEntry };

/** All that a feature puts into the page. */
export type WebFeature = {
  name: string;
  routes?: WebRoute[];
  /** Kinds of right-hand panel pages, opened with `panel.open({ kind, … })`. */
  panels?: Record<string, ComponentType<PanelProps>>;
  /** Values for slots that the shell or other features have opened. */
  slots?: Contribution[];
  /** Runs once before the first render: subscribe to realtime events here. */
  start?: () => void;
  /** Runs after log-in, and again whenever events were missed for good. All features load at the same time. */
  load?: () => Promise<void>;
  /** Runs when the session has ended: forget what belonged to the person. */
  forget?: () => void;
};

/** A feature's manifest. Export it as default from the feature's `web/index.ts` and list it in `src/web.tsx`. */
export function defineWebFeature(feature: WebFeature): WebFeature {
  return feature;
}

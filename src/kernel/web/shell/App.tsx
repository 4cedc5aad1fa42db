import { Direction } from 'radix-ui';
import { Suspense, useEffect, type ReactNode } from 'react';
import { RawIntlProvider } from 'react-intl';
import { BrowserRouter, Route, Routes, useNavigate } from 'react-router';
import { TooltipProvider } from '../components/Tooltip.tsx';
import type { WebRoute } from '../feature.ts';
import { overlays_id } from '../components/overlays.ts';
import { intl, useT } from '../i18n/i18n.ts';
import { registeredFeatures } from '../state/catalogue.state.ts';
import { connectRouter } from '../state/navigate.ts';
import { DialogHost } from './DialogHost.tsx';
import { Frame } from './Frame.tsx';
import { NotFound } from './NotFound.tsx';
import { PageBoundary } from './PageBoundary.tsx';
import { SessionGate } from './SessionGate.tsx';
import { shell_messages as m } from './shell.messages.ts';
import { Splash } from './Splash.tsx';
import { ToastHost } from './ToastHost.tsx';

export function App(): ReactNode {
  return (
    <RawIntlProvider value={intl}>
      <Direction.Provider dir={document.dir === 'rtl' ? 'rtl' : 'ltr'}>
        <TooltipProvider delayDuration={400} skipDelayDuration={200}>
          <BrowserRouter>
            <RouterBridge />
            <PageBoundary>
              <Pages />
            </PageBoundary>
            <DialogHost />
            <Overlays />
            <ToastHost />
          </BrowserRouter>
        </TooltipProvider>
      </Direction.Provider>
    </RawIntlProvider>
  );
}

// Menus are drawn here: inside of a landmark, and over everything.
function Overlays(): ReactNode {
  const t = useT();
  return <section id={overlays_id} aria-label={t(m.overlays)} />;
}

function RouterBridge(): null {
  const navigate = useNavigate();
  useEffect(() => connectRouter(navigate), [navigate]);
  return null;
}

function Pages(): ReactNode {
  const routes = registeredFeatures().flatMap((feature) => feature.routes ?? []);
  return (
    <Routes>
      {routesAt(routes, 'open')}
      <Route element={<SessionGate />}>
        {routesAt(routes, 'session')}
        <Route element={<Frame />}>
          {routesAt(routes, 'frame')}
          <Route path="*" element={<NotFound />} />
        </Route>
      </Route>
    </Routes>
  );
}

function routesAt(routes: WebRoute[], place: WebRoute['place']): ReactNode[] {
  return routes
    .filter((route) => route.place === place)
    .map(({ path, component: Page }) => (
      <Route key={path} path={path} element={<Suspense fallback={place === 'frame' ? null : <Splash />}><Page /></Suspense>} />
    ));
}

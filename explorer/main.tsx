import { StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { Provider } from 'urql';
import { Route, Router, Switch } from 'wouter';
import { createClient } from './client.ts';
import { ENTITY_KINDS, EntityPage, type Kind } from './pages/EntityPage.tsx';
import { NotFoundPage } from './pages/NotFoundPage.tsx';
import { PublicationPage } from './pages/PublicationPage.tsx';
import { SearchPage } from './pages/SearchPage.tsx';
import { Boundary } from './parts/Boundary.tsx';
import { Layout } from './parts/Layout.tsx';
import { Skeleton } from './parts/states.tsx';
import './styles.css';

const ENTITY_PATH = new RegExp(`^/(?<kind>${ENTITY_KINDS.join('|')})/(?<slug>[^/]+)/?$`);

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no element #root.');

createRoot(root).render(
  <StrictMode>
    <Provider value={createClient()}>
      <Router base="/explore">
        <Layout>
          <Boundary>
            <Suspense fallback={<Skeleton lines={6} />}>
              <Switch>
                <Route path="/">
                  <SearchPage />
                </Route>
                <Route path="/publication/:slug">
                  {({ slug }) => <PublicationPage key={slug} slug={slug} />}
                </Route>
                <Route path={ENTITY_PATH}>
                  {({ kind, slug }) => (
                    <EntityPage key={`${kind}/${slug}`} kind={kind as Kind} slug={slug ?? ''} />
                  )}
                </Route>
                <Route>
                  <NotFoundPage />
                </Route>
              </Switch>
            </Suspense>
          </Boundary>
        </Layout>
      </Router>
    </Provider>
  </StrictMode>,
);

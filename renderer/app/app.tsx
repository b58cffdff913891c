import { QueryClientProvider, useQueryClient } from '@tanstack/react-query';
import { lazy, type ReactNode, Suspense, useEffect, useRef, useState } from 'react';
import { Route, Router, Switch, useLocation } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import { CalendarPage } from '../features/calendar/calendar-page.tsx';
import { GatePage } from '../features/gate/gate-page.tsx';
import { GuidesPage } from '../features/guides/guides-page.tsx';
import { ItemPage } from '../features/items/item-page.tsx';
import { OverviewPage } from '../features/overview/overview-page.tsx';
import { SectionPage } from '../features/sections/section-page.tsx';
import { SourcesPage } from '../features/sources/sources-page.tsx';
import { WelcomePage } from '../features/welcome/welcome-page.tsx';
import { LiveRegion } from '../ui/live-region.tsx';
import { FocusedPath } from '../ui/page-title.tsx';
import { isUntouched } from './first-run.ts';
import { AppLayout } from './layout.tsx';
import { NotFoundPage } from './not-found-page.tsx';
import { PageBoundary } from './page-boundary.tsx';
import { PLAN_KEY, usePlan, usePlanWatch } from './plan-query.ts';
import { createQueryClient } from './query-client.ts';
import { historySubject, PATTERNS, parseItemId, parseSectionId, paths } from './routes.ts';
import { SavingProvider } from './saving.tsx';
import { useScrollMemory } from './scroll-memory.ts';

// Pages with work of their own are loaded when somebody asks for them.
const ReportPage = lazy(async () => ({
  default: (await import('../features/report/report-page.tsx')).ReportPage,
}));

const ConnectionPage = lazy(async () => ({
  default: (await import('../features/connection/connection-page.tsx')).ConnectionPage,
}));
const SecurityRulePage = lazy(async () => ({
  default: (await import('../features/security-rule/security-rule-page.tsx')).SecurityRulePage,
}));
const BreachPage = lazy(async () => ({
  default: (await import('../features/breach/breach-page.tsx')).BreachPage,
}));

const ArchivePage = lazy(async () => ({
  default: (await import('../features/archive/archive-page.tsx')).ArchivePage,
}));

const VettingPage = lazy(async () => ({
  default: (await import('../features/vetting/vetting-page.tsx')).VettingPage,
}));
const CandidatePage = lazy(async () => ({
  default: (await import('../features/vetting/candidate-page.tsx')).CandidatePage,
}));
const ComparePage = lazy(async () => ({
  default: (await import('../features/vetting/compare-page.tsx')).ComparePage,
}));
const PartnersPage = lazy(async () => ({
  default: (await import('../features/partners/partners-page.tsx')).PartnersPage,
}));
const PartnerPage = lazy(async () => ({
  default: (await import('../features/partners/partner-page.tsx')).PartnerPage,
}));

const HistoryPage = lazy(async () => ({
  default: (await import('../features/history/history-page.tsx')).HistoryPage,
}));
const BackupsPage = lazy(async () => ({
  default: (await import('../features/backups/backups-page.tsx')).BackupsPage,
}));

/** The whole app: providers, frame and pages. */
export function App(): ReactNode {
  const [client] = useState(createQueryClient);
  return (
    <QueryClientProvider client={client}>
      <Router hook={useHashLocation}>
        <SavingProvider>
          <LiveRegion>
            <Opening />
          </LiveRegion>
        </SavingProvider>
      </Router>
    </QueryClientProvider>
  );
}

// Without the plan there is no rail either, so reading it for the first time has a boundary of its own.
function Opening(): ReactNode {
  const client = useQueryClient();
  return (
    <PageBoundary
      resetKey="opening"
      title="Your plan could not be read"
      onRetry={() => client.resetQueries({ queryKey: PLAN_KEY })}
    >
      <Suspense fallback={<p className="visually-hidden">Opening your plan…</p>}>
        <Frame />
      </Suspense>
    </PageBoundary>
  );
}

function Frame(): ReactNode {
  const { plan } = usePlan();
  const [path, navigate] = useLocation();
  const focusedPath = useRef<string | null>(path);
  usePlanWatch();
  useScrollMemory(path);
  const [isFirstRun] = useState(() => isUntouched(plan) && path === paths.overview);
  useEffect(() => {
    if (isFirstRun) navigate(paths.welcome, { replace: true });
  }, [isFirstRun, navigate]);
  return (
    <FocusedPath value={focusedPath}>
      <AppLayout>
        <PageBoundary resetKey={path}>
          <Suspense fallback={<p className="visually-hidden">One moment…</p>}>
            <Pages />
          </Suspense>
        </PageBoundary>
      </AppLayout>
    </FocusedPath>
  );
}

function Pages(): ReactNode {
  return (
    <Switch>
      <Route path={PATTERNS.overview} component={OverviewPage} />
      <Route path={PATTERNS.welcome} component={WelcomePage} />
      <Route path={PATTERNS.section}>{({ id }) => <SectionRoute text={id} />}</Route>
      <Route path={PATTERNS.item}>{({ id }) => <ItemRoute text={id} />}</Route>
      <Route path={PATTERNS.vetting} component={VettingPage} />
      <Route path={PATTERNS.candidate}>{({ id }) => <CandidatePage key={id} id={id} />}</Route>
      <Route path={PATTERNS.compare} component={ComparePage} />
      <Route path={PATTERNS.partners} component={PartnersPage} />
      <Route path={PATTERNS.partner}>{({ id }) => <PartnerPage key={id} id={id} />}</Route>
      <Route path={PATTERNS.connection} component={ConnectionPage} />
      <Route path={PATTERNS.rule} component={SecurityRulePage} />
      <Route path={PATTERNS.breach} component={BreachPage} />
      <Route path={PATTERNS.gate} component={GatePage} />
      <Route path={PATTERNS.calendar} component={CalendarPage} />
      <Route path={PATTERNS.guides} component={GuidesPage} />
      <Route path={PATTERNS.sources} component={SourcesPage} />
      <Route path={PATTERNS.report} component={ReportPage} />
      <Route path={PATTERNS.history}>
        {({ sort, id }) => <HistoryPage key={historySubject(sort, id)} subject={historySubject(sort, id)} />}
      </Route>
      <Route path={PATTERNS.backups} component={BackupsPage} />
      <Route path={PATTERNS.archive} component={ArchivePage} />
      <Route component={NotFoundPage} />
    </Switch>
  );
}

function SectionRoute({ text }: { readonly text: string }): ReactNode {
  const id = parseSectionId(text);
  return id === null ? <NotFoundPage /> : <SectionPage key={id} sectionId={id} />;
}

// The key gives every item a page of its own: nothing typed for one can show up under another.
function ItemRoute({ text }: { readonly text: string }): ReactNode {
  const id = parseItemId(text);
  return id === null ? <NotFoundPage /> : <ItemPage key={id} itemId={id} />;
}

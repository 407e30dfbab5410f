import { Outlet, useLocation, useRouteContext } from '@tanstack/react-router';
import { lazy, Suspense, useRef, useState, useSyncExternalStore } from 'react';
import { type Account, useSession } from '../auth/session.ts';
import { isUnderWay } from '../runs/model/run.ts';
import { PartBoundary } from '../ui/part-boundary.tsx';
import type { HistoryNeeds } from './desk.ts';
import styles from './frame.module.css';
import { Header } from './header.tsx';
import { Navigation } from './navigation.tsx';
import { NavigationMenu } from './navigation-menu.tsx';
import { SearchField } from './palette/search-field.tsx';
import { useShellKeys } from './shell-keys.ts';
import { UnforeseenNotice } from './unforeseen-notice.tsx';
import { useNavigationLook } from './use-navigation-look.ts';
import { WaitNotice } from './wait-notice.tsx';

const KeysHelp = lazy(async () => ({ default: (await import('./keys-help.tsx')).KeysHelp }));

/** What floats above the page, when a person has opened it. */
type Opened = 'menu' | 'keys' | 'signOut' | null;

const nothingNeeded: HistoryNeeds = { attention: 0, isFailure: false };

/** What stands around every page of a person who is signed in. */
export function Frame({ account }: { account: Account }) {
  const session = useSession();
  const { runner, graph, lateFrame, queryClient, unforeseen } = useRouteContext({ from: '__root__' });
  const hasRuns = useSyncExternalStore(runner.runs.subscribe, () => runner.runs.get().length > 0);
  // The page's own data comes first: the journal may keep a thousand runs.
  const late = useSyncExternalStore(lateFrame.subscribe, lateFrame.get);
  const isQuiet = useLocation({ select: ({ pathname }) => /^\/(history|settings)\b/.test(pathname) });
  const isDense = useLocation({
    select: ({ pathname }) => /^\/(driver-updates|review|plan|incidents)\b/.test(pathname),
  });
  const [look, toggleLook] = useNavigationLook(isDense);
  const [needs, setNeeds] = useState(nothingNeeded);
  const [staged, setStaged] = useState(0);
  const [opened, setOpened] = useState<Opened>(null);
  const results = useRef<HTMLDivElement>(null);
  const close = () => setOpened(null);

  const actions = {
    onNavigation: () => (look === 'menu' ? setOpened('menu') : toggleLook()),
    onHelp: () => setOpened('keys'),
    onRefresh: () => void queryClient.invalidateQueries(undefined, { cancelRefetch: false }),
    onResults: hasRuns ? () => openResults(results.current) : undefined,
    onSignOut: () => (isUnderWay(runner.runs.get()) ? setOpened('signOut') : void session.signOut()),
  };
  useShellKeys(actions);
  const navigation = <Navigation look={look} needs={needs} staged={staged} />;
  return (
    <div className={styles.frame}>
      <a className={styles.skip} href="#main">
        Skip to main content
      </a>
      <Header
        {...actions}
        account={account}
        look={look}
        isMenuOpen={opened === 'menu'}
        search={<SearchField {...actions} />}
      >
        {late && <late.RunChip onOpen={() => openResults(results.current)} />}
      </Header>
      {look === 'menu' ? (
        opened === 'menu' && <NavigationMenu onClose={close}>{navigation}</NavigationMenu>
      ) : (
        <div className={styles.navigation}>{navigation}</div>
      )}
      <main id="main" className={styles.main} tabIndex={-1}>
        <UnforeseenNotice unforeseen={unforeseen} />
        <WaitNotice waiting={graph.waiting} />
        {late && <late.JournalNotice trouble={runner.trouble} />}
        <div className={styles.page}>
          <Outlet />
        </div>
        {late && <late.Notices />}
      </main>
      {hasRuns && late && (
        <div ref={results} className={styles.runs}>
          <PartBoundary name="Results">
            <late.DockedRuns isQuiet={isQuiet} />
          </PartBoundary>
        </div>
      )}
      {opened === 'keys' && (
        <PartBoundary name="The list of shortcuts">
          <Suspense fallback={null}>
            <KeysHelp onClose={close} />
          </Suspense>
        </PartBoundary>
      )}
      {opened === 'signOut' && late && <late.SignOutDialog runner={runner} onClose={close} />}
      {late && <late.HistoryWatch onChange={setNeeds} />}
      {late && <late.PlanWatch onChange={setStaged} />}
      {late && <late.IdleNotice onBack={() => void queryClient.invalidateQueries()} />}
    </div>
  );
}

/** Opens the results by their own button, and leads the focus to it. */
function openResults(results: HTMLElement | null): void {
  const toggle = results?.querySelector<HTMLElement>('[aria-expanded]');
  if (toggle?.ariaExpanded === 'false') toggle.click();
  results?.querySelector<HTMLElement>('[aria-expanded]')?.focus();
}

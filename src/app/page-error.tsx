import { toProblem } from '../lib/problem.ts';
import { Button } from '../ui/button.tsx';
import { Page } from '../ui/page.tsx';
import { ProblemBanner } from '../ui/problem-banner.tsx';

/** A page that failed. Runs live outside the pages and continue. */
export function PageError({ error, reset }: { error: unknown; reset?: () => void }) {
  return (
    <Page title="This page can’t be shown">
      <ProblemBanner
        problem={toProblem(error)}
        actions={
          <>
            {reset && <Button onClick={reset}>Try again</Button>}
            <Button onClick={() => location.reload()}>Reload Actiondesk</Button>
          </>
        }
      />
    </Page>
  );
}

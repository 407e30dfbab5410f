import { Button } from '@fluentui/react-components';
import { toProblem } from '../lib/problem.ts';
import { Page } from '../ui/page.tsx';
import { ProblemBanner } from '../ui/problem-banner.tsx';

/** A page that fell over. Runs live outside the pages and go on. */
export function PageError({ error, reset }: { error: unknown; reset?: () => void }) {
  return (
    <Page title="This page cannot be shown">
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

import { ArrowSyncRegular } from '@fluentui/react-icons/headless/svg/arrow-sync';
import { WarningFilled } from '@fluentui/react-icons/headless/svg/warning';
import { toProblem } from '../../lib/problem.ts';
import { showHidden, showName } from '../../lib/visible-text.ts';
import { Button } from '../../ui/button.tsx';
import { focusHeading } from '../../ui/focus-heading.ts';
import { countOf } from '../../ui/format.ts';
import { NoticeLine } from '../../ui/notice-line.tsx';
import { ProblemBanner } from '../../ui/problem-banner.tsx';
import { commentOf } from './comment-of.ts';
import { FreezeNotes } from './freeze-notes.tsx';
import type { PlanLine } from './plan-lines.ts';
import styles from './plan-notes.module.css';
import type { PlanFacts } from './use-plan-facts.ts';

/** What stands in the way of a plan, each with its ways out. */
export function PlanNotes({ facts }: { facts: PlanFacts }) {
  const { plan, read, lines, store } = facts;
  const skipped = lines.filter(({ state }) => state === 'skipped');
  const [first] = skipped;
  return (
    <div className={styles.notes}>
      {read.error && !read.isFetching && (
        <ProblemBanner
          problem={toProblem(read.error)}
          context="The current state isn’t loaded, so nothing can be sent"
          actions={<Button onClick={() => void read.refetch()}>Try again</Button>}
        />
      )}
      {!plan.isKept && (
        <NoticeLine
          icon={WarningFilled}
          tone="warning"
          title="This browser can’t keep your plan."
          text="It’s lost when you reload or close this page. Export it to keep it."
        />
      )}
      {plan.unreadable > 0 && (
        <NoticeLine
          icon={WarningFilled}
          tone="warning"
          title={`${countOf(plan.unreadable, 'staged change')} can’t be read.`}
          text="Another version of Actiondesk staged them, or they were damaged. They are left out."
        />
      )}
      {first && (
        <NoticeLine
          icon={ArrowSyncRegular}
          tone="brand"
          title={
            skipped.length === 1
              ? '1 change no longer applies.'
              : `${countOf(skipped.length, 'change')} no longer apply.`
          }
          text={<bdi>{skippedText(first)}</bdi>}
          details={() => (
            <ul className={styles.list}>
              {skipped.map((line) => (
                <li key={line.key}>
                  <bdi>{skippedText(line)}</bdi>
                </li>
              ))}
            </ul>
          )}
          end={
            <Button
              size="small"
              onClick={() => {
                store.remove(skipped.map(({ key }) => key));
                // The button that had the focus goes.
                focusHeading();
              }}
            >
              Remove skipped
            </Button>
          }
        />
      )}
      <FreezeNotes facts={facts} />
    </div>
  );
}

/** "Wi-Fi 7 BE200 in Early: Approved since you staged it. Skipped, nothing is sent." */
function skippedText({ item, change, targetName, why }: PlanLine): string {
  // A comment has the name of its incident.
  const isSame = change.target.id === item.id || commentOf(change) !== undefined;
  const where = isSame ? '' : ` in ${showName(targetName)}`;
  return `${showName(item.name)}${where}: ${showHidden(why)}. Nothing is sent for it.`;
}

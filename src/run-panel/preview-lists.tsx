import { unsaid } from '../lib/unsaid.ts';
import type { Preview } from '../runs/sending/preview.ts';
import { reasonsText } from '../ui/count-reasons.ts';
import { DialogDisclosure } from '../ui/dialog-parts.tsx';
import { formatCount } from '../ui/format.ts';
import { countDecided } from './next-words.ts';

/** So few targets are shown without being asked for. */
const fewTargets = 6;

/** What a preview would send, and what it leaves out, with the reasons. */
export function PreviewLists({ preview: { plan, leftOut } }: { preview: Preview }) {
  const sent = plan?.targets.flatMap((target) => target.items.map((item) => ({ target, item }))) ?? [];
  return (
    <>
      {plan && (
        <DialogDisclosure
          summary={`The ${countDecided(plan.targets, sent.length).replace(/^1 /, '')}`}
          label="What is sent"
          isOpen={sent.length <= fewTargets}
        >
          {() =>
            sent.map(({ target, item }) => (
              <li key={`${target.id} ${item.id}`}>
                <bdi>{item.name}</bdi> <bdi>{unsaid(item.name, item.detail)}</bdi>
                {plan.targets.length > 1 && target.id !== item.id && (
                  <>
                    {' '}
                    in <bdi>{target.name}</bdi>
                  </>
                )}
              </li>
            ))
          }
        </DialogDisclosure>
      )}
      {leftOut.length > 0 && (
        <DialogDisclosure
          summary={`${formatCount(leftOut.length)} skipped: ${reasonsText(leftOut.map(({ reason }) => reason))}`}
          label="Skipped"
          isOpen={leftOut.length <= fewTargets}
        >
          {() =>
            leftOut.map(({ item, reason }) => (
              <li key={item.id}>
                <bdi>{item.name}</bdi>: {reason}
              </li>
            ))
          }
        </DialogDisclosure>
      )}
    </>
  );
}

import type { ByHand } from '../../resources/incident-tasks/by-hand.ts';
import { Button } from '../../ui/button.tsx';
import { DialogDisclosure } from '../../ui/dialog-parts.tsx';

/** How a person does the same in a portal: for those who lack the permission or the role. */
export function ByHandSteps({
  byHand: { steps, page },
  isOpen,
  onMarkDone,
}: {
  byHand: ByHand;
  isOpen: boolean;
  /** Absent where no task is to be marked. */
  onMarkDone?: (() => void) | undefined;
}) {
  return (
    <DialogDisclosure summary="By hand instead" label="Steps by hand" isOpen={isOpen}>
      {() => (
        <>
          {steps.map((step) => (
            <li key={step}>
              <bdi>{step}</bdi>
            </li>
          ))}
          {page && (
            <li>
              <a href={page.href} target="_blank" rel="noopener noreferrer">
                {page.label}
              </a>
            </li>
          )}
          {onMarkDone && (
            <li>
              <Button type="button" size="small" onClick={onMarkDone}>
                Mark done…
              </Button>
            </li>
          )}
        </>
      )}
    </DialogDisclosure>
  );
}

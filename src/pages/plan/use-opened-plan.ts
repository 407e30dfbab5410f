import { useLocation, useNavigate } from '@tanstack/react-router';
import { useCallback, useEffect, useState } from 'react';
import { useAccount } from '../../auth/session.ts';
import { type Problem, toProblem } from '../../lib/problem.ts';
import { openFile, openLink, packedIn } from '../../plan/share/plan-link.ts';
import type { SharedPlan } from '../../plan/share/shared-plan.ts';

/** A plan that a person opened, or why it is refused. */
export type OpenedPlan =
  | { readonly plan: SharedPlan; readonly problem?: undefined }
  | { readonly problem: Problem };

/** The plan of the link that led to the page, or of a file that was chosen there; null where there is none. */
export function useOpenedPlan() {
  const { tenantId } = useAccount();
  const navigate = useNavigate();
  const hash = useLocation({ select: (location) => location.hash });
  const [opened, setOpened] = useState<OpenedPlan | null>(null);
  const show = useCallback(
    (reading: Promise<SharedPlan>) =>
      void reading.then(
        (plan) => setOpened({ plan }),
        (error: unknown) => setOpened({ problem: toProblem(error) }),
      ),
    [],
  );

  useEffect(() => {
    const packed = packedIn(hash);
    if (packed === undefined) return;
    // The plan leaves the address once it is read: a reload, a bookmark or a copy of the address would bring it back.
    void navigate({ to: '/plan', hash: '', replace: true });
    show(openLink(packed, tenantId));
  }, [hash, tenantId, navigate, show]);

  return {
    opened,
    openFile: (file: File) => show(openFile(file, tenantId)),
    close: () => setOpened(null),
  };
}

import { useLocation } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useAccount } from '../../auth/session.ts';
import { type Problem, toProblem } from '../../lib/problem.ts';
import type { SentHandOver } from '../../resources/hand-over/received.ts';
import { openHandOver, packedIn } from './link.ts';

/** A hand-over that a link has brought, or why it is refused; neither while it is unpacked. */
export interface Received {
  readonly sent?: SentHandOver;
  readonly problem?: Problem;
}

/**
 * The hand-over in the address; null where there is none. It stays there, so that a reload and the way back from the sign-in
 * page show it again: it holds no names, and nothing of it is kept elsewhere.
 */
export function useReceived(): Received | null {
  const { tenantId } = useAccount();
  const packed = packedIn(useLocation({ select: ({ hash }) => hash }));
  const [opened, setOpened] = useState<{ readonly packed: string; readonly received: Received }>();
  useEffect(() => {
    if (packed === undefined) return;
    void openHandOver(packed, tenantId).then(
      (sent) => setOpened({ packed, received: { sent } }),
      (error: unknown) => setOpened({ packed, received: { problem: toProblem(error) } }),
    );
  }, [packed, tenantId]);
  if (packed === undefined) return null;
  return opened?.packed === packed ? opened.received : {};
}

import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';

/** Leads to an incident; plain text where Graph names none. */
export function IncidentLink({
  incidentId,
  className,
  children,
}: {
  incidentId: string;
  className?: string | undefined;
  children: ReactNode;
}) {
  if (incidentId === '') return <span className={className}>{children}</span>;
  return (
    <Link to="/incidents/$incidentId" params={{ incidentId }} className={className}>
      {children}
    </Link>
  );
}

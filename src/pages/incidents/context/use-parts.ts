import { useQuery } from '@tanstack/react-query';
import type { Alert } from '../../../graph/incident-details.ts';
import type { Listed } from '../../../graph/lists.ts';
import { type Problem, toProblem } from '../../../lib/problem.ts';
import { incidentWithoutAlertsQuery } from '../../../resources/incidents/queries.ts';
import type { PartProps } from '../part.ts';
import { type KnownFacts, knownFacts } from './known-facts.ts';

/** An incident in parts: where one can't be read, the others can. */
export interface Parts {
  readonly facts: KnownFacts | undefined;
  readonly alerts: Listed<Alert> | undefined;
  /** Why the alerts couldn't be read, or not again. */
  readonly problem: Problem | undefined;
  readonly isLoading: boolean;
  readonly tryAgain: () => void;
}

/** The parts of an incident as far as they could be read; alerts that are refused take nothing else with them. */
export function useParts({
  group,
  details,
  sources,
}: Pick<PartProps, 'group' | 'details' | 'sources'>): Parts {
  const { data, error } = details;
  const problem = error ? toProblem(error) : undefined;
  const rest = useQuery({
    ...incidentWithoutAlertsQuery(sources.graph, group.incidentId),
    enabled: data === undefined && problem?.kind === 'forbidden',
  });
  return {
    facts: knownFacts(data ?? rest.data, group.incident),
    alerts: data?.alerts,
    problem,
    isLoading: data === undefined && (details.isFetching || problem === undefined),
    tryAgain: () => void details.refetch(),
  };
}

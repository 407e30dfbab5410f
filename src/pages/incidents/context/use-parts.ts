import { useQuery } from '@tanstack/react-query';
import type { Alert, IncidentDetails } from '../../../graph/incident-details.ts';
import type { Incident, IncidentComment } from '../../../graph/incidents.ts';
import type { Listed } from '../../../graph/lists.ts';
import { type Problem, toProblem } from '../../../lib/problem.ts';
import { incidentWithoutAlertsQuery } from '../../../resources/incidents/queries.ts';
import type { PartProps } from '../part.ts';

/** What is known of an incident beside its alerts. */
export interface KnownFacts
  extends Pick<Incident, 'summary' | 'classification' | 'determination' | 'assignedTo'> {
  readonly comments: readonly IncidentComment[];
  /** Comments that couldn't be read, or are too many. */
  readonly commentsLeftOut: number;
  /** Undefined where only the list's read knows the incident. */
  readonly more:
    | Pick<
        IncidentDetails,
        'description' | 'recommendedActions' | 'customTags' | 'resolvingComment' | 'redirectIncidentId'
      >
    | undefined;
}

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
  const whole = data ?? rest.data;
  return {
    facts: whole ? factsOf(whole) : group.incident && knownFacts(group.incident),
    alerts: data?.alerts,
    problem,
    isLoading: data === undefined && (details.isFetching || problem === undefined),
    tryAgain: () => void details.refetch(),
  };
}

function factsOf({ comments, ...incident }: IncidentDetails): KnownFacts {
  return { ...incident, comments: comments.items, commentsLeftOut: comments.leftOut, more: incident };
}

function knownFacts(incident: Incident): KnownFacts {
  return { ...incident, more: undefined };
}

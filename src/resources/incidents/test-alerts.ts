import type { Alert } from '../../graph/alerts.ts';
import { type Evidence, type EvidenceOf, readEvidence } from '../../graph/evidence.ts';

/** Evidence for tests: as Graph sends it, but for what is given. */
export function testEvidence<Kind extends Exclude<Evidence['kind'], 'other'>>(
  kind: Kind,
  given: object = {},
): EvidenceOf<Kind> {
  return readEvidence({
    '@odata.type': `#microsoft.graph.security.${kind}Evidence`,
    ...given,
  }) as EvidenceOf<Kind>;
}

/** Of a kind that no version knows. */
export function testOther(given: object = {}): EvidenceOf<'other'> {
  return readEvidence({ '@odata.type': 'toasterEvidence', ...given }) as EvidenceOf<'other'>;
}

/** An alert for tests: a new one of high severity, but for what is given. */
export function testAlert(given: Partial<Alert> = {}, evidence: readonly Evidence[] = []): Alert {
  return {
    id: 'a1',
    title: 'LSASS memory read',
    description: '',
    severity: 'high',
    status: 'new',
    category: 'CredentialAccess',
    mitreTechniques: [],
    serviceSource: '',
    detectionSource: '',
    productName: '',
    actorDisplayName: '',
    threatDisplayName: '',
    threatFamilyName: '',
    recommendedActions: '',
    alertWebUrl: '',
    createdDateTime: null,
    firstActivityDateTime: null,
    lastActivityDateTime: null,
    resolvedDateTime: null,
    evidence: { rows: evidence, setAside: [], more: 0 },
    ...given,
  };
}

import * as v from 'valibot';
import { type Evidence, type EvidenceOf, evidenceSchema } from '../../graph/evidence.ts';
import type { Alert } from '../../graph/incident-details.ts';

/** Evidence for tests: as Graph sends it, but for what is given. */
export function testEvidence<Kind extends Exclude<Evidence['kind'], 'other'>>(
  kind: Kind,
  given: object = {},
): EvidenceOf<Kind> {
  const type = `#microsoft.graph.security.${kind}Evidence`;
  return v.parse(evidenceSchema, { '@odata.type': type, ...given }) as EvidenceOf<Kind>;
}

/** Of a kind that no version knows. */
export function testOther(given: object = {}): EvidenceOf<'other'> {
  return v.parse(evidenceSchema, { '@odata.type': 'toasterEvidence', ...given }) as EvidenceOf<'other'>;
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
    threatDisplayName: '',
    alertWebUrl: '',
    createdDateTime: null,
    firstActivityDateTime: null,
    lastActivityDateTime: null,
    evidence: { items: evidence, leftOut: 0 },
    ...given,
  };
}

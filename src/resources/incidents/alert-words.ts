import { type Alert, alertStatuses } from '../../graph/incident-details.ts';
import { isKnown } from '../../lib/members.ts';
import type { Problem } from '../../lib/problem.ts';
import { showHidden } from '../../lib/visible-text.ts';

const statusTexts = { unknown: '', new: 'New', inProgress: 'In progress', resolved: 'Resolved' } as const;

/** '' where Graph doesn't say it; a member that this version does not know stays as it came. */
export function alertStatusText({ status }: Pick<Alert, 'status'>): string {
  return isKnown(alertStatuses, status) ? statusTexts[status] : showHidden(status);
}

/** "Lateral movement" for `LateralMovement`. */
export function categoryText({ category }: Pick<Alert, 'category'>): string {
  return sentenceOf(category);
}

/** Who found it and how: "Microsoft Defender for Endpoint, antivirus"; the source alone where it is the product. */
export function detectionText({
  productName,
  serviceSource,
  detectionSource,
}: Pick<Alert, 'productName' | 'serviceSource' | 'detectionSource'>): string {
  const product = showHidden(productName) || sentenceOf(serviceSource);
  const source = sentenceOf(detectionSource);
  if (product === '' || source === '' || lettersOf(product) === lettersOf(source)) return product || source;
  return `${product}, ${source.charAt(0).toLowerCase()}${source.slice(1)}`;
}

/** Graph writes members without blanks: "LateralMovement", "microsoftDefenderForEndpoint". */
function sentenceOf(member: string): string {
  const words = showHidden(member.trim()).replaceAll(
    /(?<=[a-z\d])[A-Z](?=[a-z\d])/g,
    (letter) => ` ${letter.toLowerCase()}`,
  );
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

function lettersOf(text: string): string {
  return text.replaceAll(/\s/g, '').toLowerCase();
}

/** Which half of the right to see alerts is missing, and who can give it. The incident itself can be read. */
export function whyNoAlerts({ raw = '' }: Pick<Problem, 'raw'>): string {
  const scope = 'the permission SecurityAlert.Read.All, which a Privileged Role Administrator grants';
  const role = 'a Defender role for the product that raised them, which a Security Administrator assigns';
  if (/missing application scopes/i.test(raw)) return `Actiondesk lacks ${scope}.`;
  if (/missing application roles/i.test(raw)) return `Your account lacks ${role}.`;
  return `Your account may lack ${role}. If it has one, Actiondesk lacks ${scope}.`;
}

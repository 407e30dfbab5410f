import type { Evidence } from '../../../graph/evidence.ts';
import { evidenceFacts } from '../../../resources/incidents/evidence-facts.ts';
import type { EvidenceItem } from '../../../resources/incidents/evidence-summary.ts';
import { evidenceName } from '../../../resources/incidents/evidence-summary.ts';
import {
  evidenceKindsText,
  remediationText,
  verdictText,
} from '../../../resources/incidents/evidence-words.ts';

export interface EvidenceFilters {
  readonly words: string;
  /** By their headings; all where none is chosen. */
  readonly kinds: readonly string[];
  /** As they read on screen; all where none is chosen. */
  readonly verdicts: readonly string[];
}

export const noFilters: EvidenceFilters = { words: '', kinds: [], verdicts: [] };

/** What to choose from, with how many items each has, in the order of the screen. */
export interface EvidenceChoices {
  readonly kinds: ReadonlyMap<string, number>;
  readonly verdicts: ReadonlyMap<string, number>;
}

export function choicesIn(items: readonly EvidenceItem[]): EvidenceChoices {
  return {
    kinds: new Map(evidenceByKind(items).map(({ heading, items: own }) => [heading, own.length])),
    verdicts: countBy(items, ({ verdict }) => verdictText(verdict)),
  };
}

function countBy(
  items: readonly EvidenceItem[],
  of: (item: EvidenceItem) => string,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(of(item), (counts.get(of(item)) ?? 0) + 1);
  return counts;
}

const kindOf = ({ evidence }: EvidenceItem) => evidenceKindsText(evidence);

/** The items that have every word, in any part of what is shown of them, and a chosen kind and verdict. */
export function filterEvidence(
  items: readonly EvidenceItem[],
  { words, kinds, verdicts }: EvidenceFilters,
): readonly EvidenceItem[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  return items.filter((item) => {
    if (kinds.length > 0 && !kinds.includes(kindOf(item))) return false;
    if (verdicts.length > 0 && !verdicts.includes(verdictText(item.verdict))) return false;
    if (wanted.length === 0) return true;
    const text = textOf(item.evidence);
    return wanted.every((word) => text.includes(word));
  });
}

function textOf(piece: Evidence): string {
  return [evidenceKindsText(piece), evidenceName(piece), ...evidenceFacts(piece), remediationText(piece)]
    .join('\n')
    .toLowerCase();
}

/** Items of one kind. */
export interface EvidenceGroup {
  readonly heading: string;
  readonly items: readonly EvidenceItem[];
}

/** What tasks act on comes first. */
const order: readonly Evidence['kind'][] = [
  'device',
  'user',
  'mailbox',
  'analyzedMessage',
  'mailCluster',
  'file',
  'process',
  'url',
  'ip',
  'oauthApplication',
  'cloudApplication',
  'registryKey',
  'registryValue',
  'other',
];

const placeOf = ({ evidence }: EvidenceItem) => order.indexOf(evidence.kind);

/** Items by kind, those of a kind in the order given. */
export function evidenceByKind(items: readonly EvidenceItem[]): readonly EvidenceGroup[] {
  const groups = new Map<string, EvidenceItem[]>();
  for (const item of items.toSorted((a, b) => placeOf(a) - placeOf(b))) {
    const same = groups.get(kindOf(item));
    if (same) same.push(item);
    else groups.set(kindOf(item), [item]);
  }
  return [...groups].map(([heading, own]) => ({ heading, items: own }));
}

/** A choice more, or less where it is chosen. */
export function toggled(chosen: readonly string[], value: string): readonly string[] {
  return chosen.includes(value) ? chosen.filter((each) => each !== value) : [...chosen, value];
}

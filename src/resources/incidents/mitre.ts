import type { Alert } from '../../graph/incident-details.ts';
import { tacticNames, techniqueNames } from './mitre-names.ts';

/** A technique of MITRE ATT&CK that alerts tell of. */
export interface Technique {
  /** "T1003.001"; as it came where it isn't one. */
  readonly id: string;
  /** "LSASS memory"; '' where this version doesn't know it. */
  readonly name: string;
  /** Its page at MITRE; undefined where the id isn't one. */
  readonly href: string | undefined;
  /** Where the tactic of the first alert with it stands in the kill chain; '' where unknown. */
  readonly tactic: string;
}

const techniqueId = /^T(\d{4})(?:\.(\d{3}))?$/i;

/** The techniques of alerts, each once, in the order of the kill chain. An id that isn't known is shown as it is. */
export function techniquesOf(alerts: readonly Alert[]): readonly Technique[] {
  const found = new Map<string, Technique>();
  for (const { mitreTechniques, category } of alerts) {
    for (const given of mitreTechniques) {
      const technique = techniqueOf(given, category);
      if (!found.has(technique.id)) found.set(technique.id, technique);
    }
  }
  return [...found.values()].toSorted((a, b) => placeOf(a.tactic) - placeOf(b.tactic));
}

function techniqueOf(given: string, category: string): Technique {
  const [, main, sub] = techniqueId.exec(given) ?? [];
  if (main === undefined) return { id: given, name: '', href: undefined, tactic: tacticOf(category) };
  const id = `T${main}${sub === undefined ? '' : `.${sub}`}`;
  const [name, usual] = techniqueNames.get(id) ?? techniqueNames.get(`T${main}`) ?? ['', ''];
  const href = `https://attack.mitre.org/techniques/T${main}/${sub === undefined ? '' : `${sub}/`}`;
  return { id, name, href, tactic: tacticNames.get(usual) ?? tacticOf(category) };
}

/** Defender's category of an alert is often a tactic: "InitialAccess". */
function tacticOf(category: string): string {
  return tacticNames.get(category.replaceAll(/[\s&-]/g, '').toLowerCase()) ?? '';
}

/** Unknown tactics come last. */
function placeOf(tactic: string): number {
  const place = [...tacticNames.values()].indexOf(tactic);
  return place === -1 ? tacticNames.size : place;
}

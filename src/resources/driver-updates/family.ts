import { baseName } from './base-name.ts';
import type { DriverUpdate } from './driver-update.ts';

/** The versions of one driver: same manufacturer, class and name without its version. */
export interface Family {
  /** Tells families apart; nothing else is to be read from it. */
  readonly id: string;
  /** Without the version; empty where Graph gives no name. */
  readonly name: string;
  readonly manufacturer: string;
  readonly driverClass: string;
  /** One at least; as `compareVersions` orders them. */
  readonly versions: readonly DriverUpdate[];
}

/** The families of these driver updates, in the order in which their first ones come. */
export function familiesOf(updates: readonly DriverUpdate[]): readonly Family[] {
  const families = new Map<string, Family & { readonly versions: DriverUpdate[] }>();
  for (const update of updates) {
    const { manufacturer, driverClass } = update;
    const name = baseName(update.name, update.version);
    // Two drivers without a name may be anything.
    const id = name === '' ? update.id : `${manufacturer}\n${driverClass}\n${name}`;
    const family = families.get(id);
    if (family) family.versions.push(update);
    else families.set(id, { id, name, manufacturer, driverClass, versions: [update] });
  }
  for (const { versions } of families.values()) versions.sort(compareVersions);
  return [...families.values()];
}

const numeric = new Intl.Collator('en', { numeric: true });

/**
 * The latest release first. Versions are texts, in which publishers start over or count backward: they only decide among
 * releases of one day. A version without a date comes last.
 */
export function compareVersions(one: DriverUpdate, other: DriverUpdate): number {
  const [from, to] = [other.releaseDateTime, one.releaseDateTime].map((date) => date ?? 0) as [
    number,
    number,
  ];
  return from - to || numeric.compare(other.version, one.version) || (one.id < other.id ? -1 : 1);
}

/** What must stand beside a version, so that no two of a family look the same. */
export type ToldBy = 'version' | 'date' | 'id';

/** How each version of a family is told from the others, by the id of the driver update. */
export function toldBy(versions: readonly DriverUpdate[]): ReadonlyMap<string, ToldBy> {
  const sameVersion = countBy(versions, ({ version }) => version);
  const sameDate = countBy(versions, versionAndDate);
  return new Map(
    versions.map((update) => {
      if (sameVersion.get(update.version) === 1) return [update.id, 'version'];
      return [update.id, sameDate.get(versionAndDate(update)) === 1 ? 'date' : 'id'];
    }),
  );
}

/** The ids of families whose names are also those of others: they are told apart by manufacturer and class. */
export function namesakes(families: readonly Family[]): ReadonlySet<string> {
  const counts = countBy(families, ({ name }) => name);
  return new Set(families.filter(({ name }) => counts.get(name) !== 1).map(({ id }) => id));
}

const day = 86_400_000;

/** Screens show days. */
function versionAndDate({ version, releaseDateTime }: DriverUpdate): string {
  return `${releaseDateTime === null ? '' : Math.floor(releaseDateTime / day)} ${version}`;
}

function countBy<Item>(items: readonly Item[], textOf: (item: Item) => string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(textOf(item), (counts.get(textOf(item)) ?? 0) + 1);
  return counts;
}

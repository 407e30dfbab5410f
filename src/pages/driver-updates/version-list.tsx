import { useMemo } from 'react';
import type { Instant } from '../../lib/instant.ts';
import type { DriverUpdate } from '../../resources/driver-updates/driver-update.ts';
import { familiesOf, toldBy } from '../../resources/driver-updates/family.ts';
import { lineagesOf } from '../../resources/driver-updates/lineage.ts';
import { lineageText, versionText } from '../../resources/driver-updates/words.ts';
import { Day } from '../../ui/time.tsx';
import styles from './version-list.module.css';

/** The versions of a driver by release date, and which of them others supersede; nothing where there is one only. */
export function VersionList({
  update,
  all,
  now,
  onOpen,
}: {
  update: DriverUpdate;
  all: readonly DriverUpdate[];
  /** Epoch ms. */
  now: Instant;
  onOpen: (update: DriverUpdate) => void;
}) {
  const versions = useMemo(
    () => familiesOf(all).find((family) => family.versions.includes(update))?.versions ?? [],
    [all, update],
  );
  if (versions.length < 2) return null;
  const lineages = lineagesOf(versions, now);
  const told = toldBy(versions);
  return (
    <>
      <h3 className={styles.heading}>Versions</h3>
      <ol className={styles.versions} aria-label="Versions">
        {versions.map((version, place) => {
          const lineage = lineages[place];
          const text = versionText(version, told.get(version.id));
          return (
            <li key={version.id} className={styles.version}>
              {version === update ? (
                <strong aria-current="true">
                  <bdi>{text}</bdi>
                </strong>
              ) : (
                <button type="button" className={styles.open} onClick={() => onOpen(version)}>
                  <bdi>{text}</bdi>
                </button>
              )}
              <Day instant={version.releaseDateTime} />
              <span className={styles.lineage}>
                <bdi>{lineage && lineageText(lineage)}</bdi>
              </span>
            </li>
          );
        })}
      </ol>
    </>
  );
}

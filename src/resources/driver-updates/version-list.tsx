import { useMemo } from 'react';
import type { Instant } from '../../lib/instant.ts';
import { Day } from '../../ui/time.tsx';
import type { DriverUpdate } from './driver-update.ts';
import { familiesOf, toldBy } from './family.ts';
import { lineagesOf } from './lineage.ts';
import styles from './version-list.module.css';
import { lineageText, standingsText, versionText } from './words.ts';

/**
 * The versions of a driver by release date, how each stands, and which of them others supersede; nothing where there is one
 * only.
 *
 * @param props.all every driver update: the versions are among them
 * @param props.now epoch ms
 */
export function VersionList({
  update,
  all,
  now,
  onOpen,
}: {
  update: DriverUpdate;
  all: readonly DriverUpdate[];
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
                <bdi>{lineage && `${lineageText(lineage)}. `}</bdi>
                {standingsText(version, now)}
              </span>
            </li>
          );
        })}
      </ol>
    </>
  );
}

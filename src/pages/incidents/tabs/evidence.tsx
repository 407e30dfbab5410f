import { useDeferredValue, useMemo, useState } from 'react';
import type { Alert } from '../../../graph/incident-details.ts';
import { evidenceOf } from '../../../resources/incidents/evidence-summary.ts';
import { tasksByEvidence } from '../../../resources/incidents/evidence-tasks.ts';
import { ClearButton } from '../../../ui/clear-button.tsx';
import { countOf, formatCount } from '../../../ui/format.ts';
import { QuickFilter } from '../../../ui/list-page/quick-filter.tsx';
import { SearchBox } from '../../../ui/list-page/search-box.tsx';
import { AlertsProblem } from '../context/alerts-problem.tsx';
import { MoreButton } from '../context/more-button.tsx';
import { Bones, Nothing } from '../context/section.tsx';
import { useParts } from '../context/use-parts.ts';
import type { PartProps } from '../part.ts';
import styles from './evidence.module.css';
import { choicesIn, evidenceByKind, filterEvidence, noFilters, toggled } from './evidence-filters.ts';
import { EvidenceRow } from './evidence-row.tsx';

/** So many are drawn at first: an incident may have thousands. */
const few = 100;

const noAlerts: readonly Alert[] = [];

/** All evidence of the incident by kind, each thing once, with the tasks that act on it. */
export function Evidence(props: PartProps) {
  const { group } = props;
  const parts = useParts(props);
  const { alerts, isLoading } = parts;
  const [filters, setFilters] = useState(noFilters);
  const [most, setMost] = useState(few);
  const asked = useDeferredValue(filters);
  const list = alerts?.items ?? noAlerts;
  const items = useMemo(() => evidenceOf(list), [list]);
  const acting = useMemo(() => tasksByEvidence(items, group.tasks), [items, group.tasks]);
  const choices = useMemo(() => choicesIn(items), [items]);
  const found = useMemo(() => filterEvidence(items, asked), [items, asked]);
  const groups = useMemo(() => evidenceByKind(found.slice(0, most)), [found, most]);
  const leftOut = list.reduce((sum, { evidence }) => sum + evidence.leftOut, 0);
  const rest = found.length - most;
  if (group.incidentId === '') {
    return (
      <div className={styles.tab}>
        <Nothing>Without an incident, there is no evidence.</Nothing>
      </div>
    );
  }
  const isFiltered = filters !== noFilters;
  return (
    <div className={styles.tab}>
      <AlertsProblem parts={parts} />
      {!alerts && isLoading && <Bones rows={8} isTall />}
      {alerts && items.length === 0 && leftOut === 0 && <Nothing>No evidence</Nothing>}
      {items.length > 0 && (
        <SearchBox
          label="Search evidence"
          value={filters.words}
          onChange={(words) => setFilters({ ...filters, words })}
          matching={found.length}
          total={items.length}
        >
          <div className={styles.pills}>
            {[...choices.verdicts].map(([verdict, count]) => (
              <QuickFilter
                key={verdict}
                label={verdict}
                count={count}
                isOn={filters.verdicts.includes(verdict)}
                onChange={() => setFilters({ ...filters, verdicts: toggled(filters.verdicts, verdict) })}
              />
            ))}
            <span className={styles.between} />
            {[...choices.kinds].map(([kind, count]) => (
              <QuickFilter
                key={kind}
                label={kind}
                count={count}
                isOn={filters.kinds.includes(kind)}
                onChange={() => setFilters({ ...filters, kinds: toggled(filters.kinds, kind) })}
              />
            ))}
          </div>
          <ClearButton isIdle={!isFiltered} onClear={() => setFilters(noFilters)}>
            Clear filters
          </ClearButton>
        </SearchBox>
      )}
      {groups.map(({ heading, items: own }) => (
        <section key={heading} className={styles.group}>
          <div className={styles.head}>
            <h3 className={styles.heading}>
              <bdi>{heading}</bdi>
            </h3>
            <span aria-hidden="true">Verdict</span>
            <span aria-hidden="true">Remediation</span>
          </div>
          <ul className={styles.list}>
            {own.map((item) => (
              <EvidenceRow
                key={item.key}
                item={item}
                acting={acting.get(item.key)}
                incidentId={group.incidentId}
              />
            ))}
          </ul>
        </section>
      ))}
      {items.length > 0 && found.length === 0 && <Nothing>No evidence matches these filters.</Nothing>}
      {rest > 0 && (
        <MoreButton onShow={() => setMost(most + few)}>
          Show {formatCount(Math.min(rest, few))} more of {formatCount(rest)}
        </MoreButton>
      )}
      {leftOut > 0 && <Nothing>{countOf(leftOut, 'entry', 'entries')} left out</Nothing>}
    </div>
  );
}

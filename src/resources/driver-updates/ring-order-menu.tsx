import { AddRegular } from '@fluentui/react-icons/headless/svg/add';
import { ArrowDownRegular } from '@fluentui/react-icons/headless/svg/arrow-down';
import { ArrowUpRegular } from '@fluentui/react-icons/headless/svg/arrow-up';
import { DismissRegular } from '@fluentui/react-icons/headless/svg/dismiss';
import type { DriverProfile } from '../../graph/driver-profiles.ts';
import { Button } from '../../ui/button.tsx';
import { Popover } from '../../ui/popover.tsx';
import { profileName } from '../driver-profiles/names.ts';
import { type Arranged, moveRing, placeRing, type RingOrder, removeRing } from './ring-order.ts';
import styles from './ring-order-menu.module.css';

/** Sets the order in which a person rolls out, in this browser: the columns follow, and so do conflicts and dates. */
export function RingOrderMenu({
  order,
  arranged: { rings, beside },
  onChange,
}: {
  order: RingOrder;
  arranged: Arranged<DriverProfile>;
  onChange: (next: RingOrder) => void;
}) {
  const shown = rings.map(({ id }) => id);
  return (
    <Popover
      trigger={(props) => (
        <Button
          {...props}
          appearance="outline"
          shape="circular"
          size="small"
          className={styles.trigger ?? ''}
        >
          Rings {rings.length > 0 && <strong className={styles.count}>{rings.length}</strong>}
        </Button>
      )}
    >
      <div className={styles.menu}>
        <p className={styles.why}>
          Rings come first, in the order in which you roll out. A later ring that is ahead of an earlier one
          shows as a conflict.
        </p>
        {rings.length > 0 && (
          <ol className={styles.list} aria-label="Rings in order">
            {rings.map((profile, place) => {
              const name = profileName(profile);
              return (
                <li key={profile.id} className={styles.ring}>
                  <span className={styles.number}>{place + 1}</span>
                  <bdi className={styles.name}>{name}</bdi>
                  <Button
                    appearance="subtle"
                    size="small"
                    icon={<ArrowUpRegular />}
                    aria-label={`Move ${name} up`}
                    disabledFocusable={place === 0}
                    onClick={() => onChange(moveRing(order, profile.id, 'up', shown))}
                  />
                  <Button
                    appearance="subtle"
                    size="small"
                    icon={<ArrowDownRegular />}
                    aria-label={`Move ${name} down`}
                    disabledFocusable={place === rings.length - 1}
                    onClick={() => onChange(moveRing(order, profile.id, 'down', shown))}
                  />
                  <Button
                    appearance="subtle"
                    size="small"
                    icon={<DismissRegular />}
                    aria-label={`Take ${name} out of the rings`}
                    onClick={() => onChange(removeRing(order, profile.id))}
                  />
                </li>
              );
            })}
          </ol>
        )}
        {beside.length > 0 && (
          <ul className={styles.list} aria-label="Profiles beside the rings">
            {beside.map((profile) => {
              const name = profileName(profile);
              return (
                <li key={profile.id} className={styles.ring}>
                  <span className={styles.number} />
                  <bdi className={styles.name}>{name}</bdi>
                  <Button
                    appearance="subtle"
                    size="small"
                    icon={<AddRegular />}
                    aria-label={`Make ${name} the last ring`}
                    onClick={() => onChange(placeRing(order, profile.id))}
                  />
                </li>
              );
            })}
          </ul>
        )}
      </div>
    </Popover>
  );
}

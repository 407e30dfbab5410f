import type { FluentIcon } from '@fluentui/react-icons/svg';
import { Link, type LinkProps } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { formatCount } from '../../ui/format.ts';
import styles from './overview.module.css';

/** One number that may need a person. */
export interface TileFacts {
  readonly icon: FluentIcon;
  readonly title: string;
  /** Null where the number isn't known; `second` says why. */
  readonly count: number | null;
  readonly second: ReactNode;
  /** Exactly the list that is counted; absent while no page shows that list. */
  readonly link?: LinkProps | undefined;
  /** The page that says what can be done about a number that isn't known. */
  readonly why?: LinkProps | undefined;
}

/** The numbers that may need a person, side by side. @param props.children further tiles, which come later */
export function Tiles({ tiles, children }: { tiles: readonly TileFacts[]; children?: ReactNode }) {
  return (
    <ul className={styles.tiles} aria-label="What needs you">
      {tiles.map((tile) => (
        <Tile key={tile.title} {...tile} />
      ))}
      {children}
    </ul>
  );
}

export function Tile({ icon: Icon, title, count, second, link, why }: TileFacts) {
  const body = (
    <>
      <span className={styles.tileTitle}>
        <Icon />
        {title}
      </span>
      <span className={styles.number}>{formatCount(count)}</span>
    </>
  );
  return (
    <li className={styles.tile}>
      {link && !why ? <Link {...link}>{body}</Link> : body}
      <span className={styles.second}>{why ? <Link {...why}>{second}</Link> : second}</span>
    </li>
  );
}

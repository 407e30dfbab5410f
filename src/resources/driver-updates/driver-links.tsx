import { OpenRegular } from '@fluentui/react-icons/headless/svg/open';
import styles from './driver-links.module.css';
import type { DriverUpdate } from './driver-update.ts';
import { catalogLink, makerLink } from './where-from.ts';

/** Where a driver comes from: pages of Microsoft and of the maker, which open beside the app. Nothing is loaded from them. */
export function DriverLinks({ update }: { update: DriverUpdate }) {
  const links = [catalogLink(update), makerLink(update.manufacturer)];
  return (
    <span className={styles.links}>
      {links.map(
        (link) =>
          link && (
            <a
              key={link.url}
              href={link.url}
              target="_blank"
              rel="noopener noreferrer"
              className={styles.link}
            >
              {link.label} <OpenRegular />
            </a>
          ),
      )}
    </span>
  );
}

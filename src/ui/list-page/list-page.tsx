import type { ReactNode } from 'react';
import { Page } from '../page.tsx';
import styles from './list-page.module.css';

/**
 * The anatomy of every page that shows a list: which part stands where. What a part says and does is the page's own.
 *
 * @param props.facts how many rows there are, and how old they are
 * @param props.commands what can be done with the selection, with the notes and dialogs that belong to it
 * @param props.filters what narrows the rows
 * @param props.details of the row that is open, beside or over the list; null while none is
 * @param props.foot below the list, outside of what scrolls
 * @param props.children the list, or why there is none
 */
export function ListPage({
  title,
  breadcrumb,
  facts,
  commands,
  filters,
  details,
  foot,
  children,
}: {
  title: string;
  breadcrumb?: ReactNode;
  facts?: ReactNode;
  commands?: ReactNode;
  filters?: ReactNode;
  details?: ReactNode;
  foot?: ReactNode;
  children: ReactNode;
}) {
  return (
    <div className={styles.frame}>
      <Page title={title} breadcrumb={breadcrumb} facts={facts} commands={commands}>
        {/* Above the list: beside open details, the filters would break into two lines and move the rows. */}
        {filters}
        <div className={styles.body}>
          <div className={styles.list}>{children}</div>
          {details}
        </div>
        {foot}
      </Page>
    </div>
  );
}

import { CheckmarkRegular } from '@fluentui/react-icons/headless/svg/checkmark';
import { CopyRegular } from '@fluentui/react-icons/headless/svg/copy';
import { useState } from 'react';
import { Button } from './button.tsx';
import styles from './copy-button.module.css';

/**
 * Copies a text that is shown beside it.
 *
 * @param props.label what it copies, for people who can't see the text beside it: "Copy request-id"
 */
export function CopyButton({
  label,
  text,
  isWide = false,
}: {
  label: string;
  text: string;
  isWide?: boolean;
}) {
  const [copied, setCopied] = useState<{ readonly text: string; readonly worked: boolean } | null>(null);
  // The text may have changed since it was copied.
  const told = copied?.text === text ? copied : null;
  return (
    <span className={styles.copy}>
      <Button
        appearance={isWide ? 'secondary' : 'subtle'}
        size="small"
        icon={told?.worked ? <CheckmarkRegular /> : <CopyRegular />}
        aria-label={isWide ? undefined : label}
        title={isWide ? undefined : label}
        onClick={() => {
          navigator.clipboard.writeText(text).then(
            () => setCopied({ text, worked: true }),
            () => setCopied({ text, worked: false }),
          );
        }}
      >
        {isWide && label}
      </Button>
      <span role="status" className={styles.told}>
        {told && (told.worked ? 'Copied' : 'Couldn’t copy. Select the text and copy it.')}
      </span>
    </span>
  );
}

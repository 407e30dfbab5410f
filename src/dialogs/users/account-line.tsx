import type { Instant } from '../../lib/instant.ts';
import { showName } from '../../lib/visible-text.ts';
import type { Account } from '../../resources/users/account.ts';
import { accountName, directoryText, enabledText, riskText } from '../../resources/users/words.ts';
import { Age } from '../../ui/time.tsx';
import styles from './account-line.module.css';

/** A user as Graph has just shown them: "Megan Bowen megan.bowen@… / Enabled · Entra ID, cloud only · password changed …" */
export function AccountLine({
  account,
  passwordChanged,
}: {
  account: Account;
  passwordChanged: Instant | null;
}) {
  const { userPrincipalName, userType, isEnabled, riskState } = account;
  const name = accountName(account);
  const signInName = showName(userPrincipalName);
  return (
    <>
      <bdi className={styles.name}>{name}</bdi>
      {signInName !== '' && signInName !== name && (
        <>
          {' '}
          <bdi>{signInName}</bdi>
        </>
      )}
      <div className={styles.facts}>
        {[
          ...(userType === 'Guest' ? ['Guest'] : []),
          enabledText(isEnabled),
          directoryText(account),
          ...(riskState === null ? [] : [riskText(riskState)]),
        ].join(' · ')}
        {passwordChanged !== null && (
          <>
            {' · password changed '}
            <Age instant={passwordChanged} />
          </>
        )}
      </div>
    </>
  );
}

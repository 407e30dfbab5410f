import { showName } from '../../lib/visible-text.ts';
import type { Account } from '../../resources/users/account.ts';
import { accountName, directoryText, enabledText, riskText } from '../../resources/users/words.ts';
import { Age } from '../../ui/time.tsx';
import styles from './account-line.module.css';

/** A user as Graph has just shown them: "Megan Bowen megan.bowen@… / Enabled · Entra ID, cloud only · password changed …" */
export function AccountLine({ account }: { account: Account }) {
  const { userPrincipalName, userType, isEnabled, passwordFrom, riskState } = account;
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
        {passwordFrom !== null && (
          <>
            {' · password changed '}
            <Age instant={passwordFrom} />
          </>
        )}
      </div>
    </>
  );
}

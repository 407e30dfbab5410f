import { unsaid } from '../../lib/unsaid.ts';
import { showHidden, showName } from '../../lib/visible-text.ts';
import { changeName, dateOf, decisionText, wantedText } from '../../plan/staged/change-words.ts';
import type { StagedChange } from '../../plan/staged/staged-change.ts';
import { DialogDisclosure } from '../../ui/dialog-parts.tsx';
import { FoldedText } from '../../ui/folded-text.tsx';
import { countOf, formatCount, formatMinute } from '../../ui/format.ts';
import { ChangedGroups } from './changed-groups.tsx';
import { commentOf } from './comment-of.ts';
import type { PlanLine } from './plan-lines.ts';

/** So few changes are shown without being asked for. */
const fewLines = 12;
/** More are not listed one by one. */
const mostLines = 300;

/** What an opened plan would change, line by line, and what of the person's own plan it would replace. */
export function SharedChanges({
  lines,
  own,
}: {
  lines: readonly PlanLine[];
  /** The person's own changes, by the keys of lines. */
  own: ReadonlyMap<string, StagedChange>;
}) {
  return (
    <DialogDisclosure
      summary={`The ${countOf(lines.length, 'change').replace(/^1 /, '')}`}
      label="What joins your plan"
      isOpen={lines.length <= fewLines}
    >
      {() => (
        <>
          {lines.slice(0, mostLines).map((line) => (
            <SharedChange key={line.key} line={line} replaced={own.get(line.key)} />
          ))}
          {lines.length > mostLines && <li>and {formatCount(lines.length - mostLines)} more</li>}
        </>
      )}
    </DialogDisclosure>
  );
}

/** "Approve Wi-Fi 7 BE200 in Pilot, from 8 Dec 2026, 06:00. Replaces yours: decline" */
function SharedChange({
  line: { change, item, targetName, state, why },
  replaced,
}: {
  line: PlanLine;
  replaced: StagedChange | undefined;
}) {
  const detail = unsaid(item.name, item.detail);
  const date = dateOf(change);
  const wanted = wantedText(change);
  const comment = commentOf(change);
  return (
    <li>
      {changeName(change)} <bdi>{showName(item.name)}</bdi>
      {comment === undefined && detail && (
        <>
          {' '}
          <bdi>{showHidden(detail)}</bdi>
        </>
      )}
      {wanted && (
        <>
          {' '}
          → <bdi>{wanted}</bdi>
          <ChangedGroups change={change} />
        </>
      )}
      {change.target.id !== item.id && comment === undefined && (
        <>
          {' '}
          in <bdi>{showName(targetName)}</bdi>
        </>
      )}
      {typeof date === 'number' && `, from ${formatMinute(date)}`}
      {date === null && ', as soon as possible'}.{replaced && ` Replaces yours: ${decisionText(replaced)}.`}
      {(state === 'skipped' || state === 'unchecked') && (
        <>
          {' '}
          {state === 'skipped' ? 'No longer applies' : 'Not checked'}: <bdi>{showHidden(why)}</bdi>.
        </>
      )}
      {state === 'held' && ' Waiting for another run’s result.'}
      {change.note !== '' && (
        <>
          {' '}
          Note: <bdi>“{showHidden(change.note)}”</bdi>.
        </>
      )}
      {change.freezeReason !== '' && (
        <>
          {' '}
          Inside a freeze: <bdi>“{showHidden(change.freezeReason)}”</bdi>.
        </>
      )}
      {comment !== undefined && (
        <FoldedText text={comment} of={`the comment on ${showName(item.name)}`} isVerbatim />
      )}
    </li>
  );
}

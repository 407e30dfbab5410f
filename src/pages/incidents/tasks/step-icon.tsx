import { ArrowClockwiseRegular } from '@fluentui/react-icons/headless/svg/arrow-clockwise';
import { ArrowUndoRegular } from '@fluentui/react-icons/headless/svg/arrow-undo';
import { CheckmarkRegular } from '@fluentui/react-icons/headless/svg/checkmark';
import { HandRightRegular } from '@fluentui/react-icons/headless/svg/hand-right';
import { PersonRegular } from '@fluentui/react-icons/headless/svg/person';
import { PlayRegular } from '@fluentui/react-icons/headless/svg/play';
import { WarningRegular } from '@fluentui/react-icons/headless/svg/warning';
import type { SensibleStep } from '../../../actions/response-action/sensible-step.ts';

const icons = {
  run: PlayRegular,
  userAction: PersonRegular,
  byHand: HandRightRegular,
  checkAgain: ArrowClockwiseRegular,
  stuck: WarningRegular,
  undo: ArrowUndoRegular,
  none: CheckmarkRegular,
} as const satisfies Record<SensibleStep['kind'], unknown>;

/** The icon of a step's button. */
export function StepIcon({ step: { kind } }: { step: SensibleStep }) {
  const Icon = icons[kind];
  return <Icon />;
}

import type { Plan } from '../runs/model.ts';
import type { Preview } from '../runs/preview.ts';
import { formatCount } from '../ui/format.ts';
import { devicesAtMost } from './driver-approval/devices.ts';
import { reviewDrivers } from './driver-approval/review.ts';
import { requestOf } from './driver-approval/rules.ts';
import { approvalEndsText } from './driver-approval/words.ts';
import { reviewTasks } from './response-action/review.ts';
import type { Review } from './review.ts';

/**
 * What the dialog says of a plan that follows from a run: as of a first one, and from what was just read alone.
 *
 * @param person who would send it, and their own name patterns of important devices
 */
export function reviewPlan(
  plan: Plan,
  seen: Preview['seen'],
  person: { readonly username: string; readonly importantDevices: readonly string[] },
): Review {
  const { intent, targets } = plan;
  const items = targets.flatMap((target) => target.items);
  switch (intent.kind) {
    case 'drivers': {
      const profiles = seen.kind === 'drivers' ? seen.profiles : [];
      const request = requestOf(intent.action, items[0]?.before ?? '');
      const review = reviewDrivers(
        request,
        intent,
        targets.map((target) => {
          const found = profiles.find(({ profile }) => profile.id === target.id);
          return { items: target.items, devices: found ? devicesAtMost(found.drivers, found.profile) : null };
        }),
      );
      // A first review says this where these statuses are included; here they are in the plan already.
      const ends =
        request === 'approve'
          ? approvalEndsText(items.map(({ before }) => ({ approvalStatus: before })))
          : '';
      return ends === '' ? review : { ...review, consequences: [...review.consequences, ends] };
    }
    case 'tasks':
      return reviewTasks(items, person);
    case 'sync':
      return {
        numbers: [{ value: formatCount(items.length), label: items.length === 1 ? 'profile' : 'profiles' }],
        summary: '',
        consequences: ['Asks Intune to look for drivers again. Nothing changes on any device.'],
        warnings: [],
        whyType: [],
      };
  }
}

import { useEffect } from 'react';
import { usePlan } from '../plan/staged/use-plan.ts';

/** Follows the plan, and tells the navigation how many changes are staged. */
export function PlanWatch({ onChange }: { onChange: (staged: number) => void }): null {
  const { size } = usePlan()[0].changes;
  useEffect(() => onChange(size), [onChange, size]);
  return null;
}

import { createRandom } from '../seeds/random.ts';
import { type Fault, type FaultKind, type FaultRule, type FaultTarget, isAbout } from './fault.ts';

export interface FaultSet {
  /** Milliseconds that every request of this tenant waits. */
  latency: number;
  list(): readonly Fault[];
  add(rule: FaultRule): Fault;
  /** False when there is none of that id. */
  remove(id: string): boolean;
  /** Switches every fault off; the latency stays. */
  clear(): void;
  /** What goes along with a request, such as waits, and the one other fault that decides its answer. Counts it. */
  take(target: FaultTarget): { readonly beside: readonly Fault[]; readonly fault: Fault | undefined };
}

/** Whether the next request is among those that a fault's `chance` picks out. */
function isDrawn({ chance, seed, seen }: Fault): boolean {
  return chance === undefined || createRandom(`${seed} ${seen}`).chance(chance);
}

/** They decide no answer, and go together with one that does. */
const goesAlong: ReadonlySet<FaultKind> = new Set(['latency', 'acceptTwice']);

/** Faults are tried in the order they were added. A request that one decides does not count for those behind it. */
export function createFaultSet(): FaultSet {
  let faults: Fault[] = [];
  let created = 0;
  const strikes = (fault: Fault, target: FaultTarget): Fault | undefined => {
    if (!isAbout(fault, target) || (fault.times !== null && fault.hits >= fault.times)) return undefined;
    const hit = fault.seen >= fault.skip && isDrawn(fault);
    const counted = { ...fault, seen: fault.seen + 1, hits: fault.hits + (hit ? 1 : 0) };
    faults = faults.map((other) => (other.id === fault.id ? counted : other));
    return hit ? counted : undefined;
  };
  return {
    latency: 0,
    list: () => faults,
    add: (rule) => {
      created += 1;
      const fault: Fault = { ...rule, id: `fault-${created}`, seen: 0, hits: 0 };
      faults = [...faults, fault];
      return fault;
    },
    remove: (id) => {
      const before = faults.length;
      faults = faults.filter((fault) => fault.id !== id);
      return faults.length < before;
    },
    clear: () => {
      faults = [];
    },
    take: (target) => {
      const beside: Fault[] = [];
      for (const fault of faults) {
        const struck = strikes(fault, target);
        if (struck && goesAlong.has(struck.kind)) beside.push(struck);
        else if (struck) return { beside, fault: struck };
      }
      return { beside, fault: undefined };
    },
  };
}

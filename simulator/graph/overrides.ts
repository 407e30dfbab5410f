import * as v from 'valibot';

export const overridableTypes = [
  'profile',
  'driver',
  'assignment',
  'group',
  'incidentTask',
  'incident',
  'alert',
  'user',
  'identityAccount',
] as const;
export type OverridableType = (typeof overridableTypes)[number];

/** A hand-made change to one record as it is sent. The record itself, and what actions do to it, stay as they are. */
export const overrideInput = v.strictObject({
  type: v.picklist(overridableTypes),
  id: v.pipe(v.string(), v.nonEmpty()),
  /** Members that replace or add to the record's: any JSON, `__proto__` and wrong types included. */
  patch: v.optional(v.custom<Record<string, unknown>>(isPlainObject, 'a JSON object is expected'), {}),
  /** Members that are left out. */
  remove: v.optional(v.array(v.string()), []),
});
export type Override = v.InferOutput<typeof overrideInput>;

function isPlainObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export interface OverrideSet {
  list(): readonly Override[];
  /** Later ones win over earlier ones. */
  add(override: Override): void;
  clear(): void;
  /** The JSON of a record as it is sent. `id` is the record's true id; its letter case is ignored. */
  apply(type: OverridableType, id: string, json: object): object;
}

/** @param initial those that a seed begins with */
export function createOverrideSet(initial: readonly Override[] = []): OverrideSet {
  const overrides: Override[] = [...initial];
  return {
    list: () => overrides,
    add: (override) => {
      overrides.push(override);
    },
    clear: () => {
      overrides.length = 0;
    },
    apply: (type, id, json) => {
      let sent: object = json;
      for (const override of overrides) {
        if (override.type !== type || override.id.toLowerCase() !== id.toLowerCase()) continue;
        // Spreading copies an own member called `__proto__` as such, which is what a hostile answer would hold.
        const merged: Record<string, unknown> = { ...sent, ...override.patch };
        for (const name of override.remove) delete merged[name];
        sent = merged;
      }
      return sent;
    },
  };
}

import type { Group } from '@microsoft/microsoft-graph-types-beta';

/** What an app with `Group.ReadBasic.All` is shown of a group: that it is just these is a guess. */
export type GroupRecord = Required<
  Pick<
    Group,
    | 'id'
    | 'displayName'
    | 'description'
    | 'groupTypes'
    | 'mailEnabled'
    | 'securityEnabled'
    | 'membershipRule'
    | 'createdDateTime'
  >
>;

/** The groups of one tenant. A deleted one is not among them. */
export interface Groups {
  list(): readonly GroupRecord[];
  /** Letter case of the id is ignored. */
  find(id: string): GroupRecord | undefined;
}

/** @param seed given the time of the tenant's creation, epoch ms; called on first use */
export function createGroups(createdAt: number, seed: (now: number) => readonly GroupRecord[]): Groups {
  let built: ReadonlyMap<string, GroupRecord> | undefined;
  const groups = () => {
    built ??= new Map(seed(createdAt).map((record) => [record.id.toLowerCase(), record]));
    return built;
  };
  return {
    list: () => [...groups().values()],
    find: (id) => groups().get(id.toLowerCase()),
  };
}

/** A string that is one of the known members, or anything else that the service may send one day. */
export type Member<Known extends string> = Known | (string & {});

/**
 * Reads an enum member of Graph: known members in any case become the canonical spelling, all others stay as they
 * came. Graph's own samples mix `Active` and `active`.
 */
export function readMember<Known extends string>(known: readonly Known[], text: string): Member<Known> {
  const lower = text.toLowerCase();
  return known.find((member) => member.toLowerCase() === lower) ?? text;
}

/** Narrows a member to the known ones. */
export function isKnown<Known extends string>(known: readonly Known[], member: string): member is Known {
  return (known as readonly string[]).includes(member); // the wider type is what `includes` wants to compare with
}

/** A body that an operation does not take. */
export class InvalidBody extends Error {
  override readonly name: string = 'InvalidBody';
}

/** A body with a member that its type does not have. Intune says so in words of OData's own. */
export class UnknownMember extends InvalidBody {
  override readonly name = 'UnknownMember';

  constructor(member: string, type: string) {
    super(
      `The property '${member}' does not exist on type 'microsoft.management.services.api.${type}'. ` +
        'Make sure to only use property names that are defined by the type.',
    );
  }
}

/** The members of a JSON object. Throws {@link InvalidBody} for anything else. */
export function membersOf(body: unknown): Readonly<Record<string, unknown>> {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw new InvalidBody('the body must be a JSON object');
  }
  return body as Record<string, unknown>; // an object, checked above
}

/** Whether a name is an annotation, such as `@odata.type`: OData says to ignore those that are not understood. */
export const isAnnotation = (name: string) => name.includes('@');

import type { Profile } from './intune.ts';
import { intuneRefusal, unlicensedRefusal } from './intune-errors.ts';
import { InvalidBody, UnknownMember } from './invalid-body.ts';
import { GraphRefusal, type GraphRequest } from './message.ts';
import { FilterRefused } from './odata/filter.ts';
import { QueryRefused } from './odata/query.ts';
import type { Call, Route } from './route.ts';

export const profilesPath = '/deviceManagement/windowsDriverUpdateProfiles';
export const profilePath = `${profilesPath}/{profileId}`;

export const badRequest = (request: GraphRequest, text: string) =>
  intuneRefusal(request, 400, 'BadRequest', text);

/** Turns what the query and body readers throw into Intune's wrapped 400. */
export function guarded(handle: Route['handle']): Route['handle'] {
  return (call) => {
    if (!call.tenant.intune.licensed) throw unlicensedRefusal(call.request);
    try {
      return handle(call);
    } catch (error) {
      if (error instanceof UnknownMember)
        throw new GraphRefusal(400, 'ModelValidationFailure', error.message);
      if (error instanceof FilterRefused || error instanceof QueryRefused || error instanceof InvalidBody) {
        throw badRequest(call.request, error.message);
      }
      throw error;
    }
  };
}

export const notFound = (request: GraphRequest): GraphRefusal =>
  intuneRefusal(request, 404, 'ResourceNotFound', 'An error has occurred');

/** The profile that a path names, to a read that lags behind as it was. Throws the 404. */
export function findProfile({ tenant, request, params }: Call): Profile {
  const { asOf, method } = request;
  const profile = tenant.intune.profile(params.profileId ?? '', method === 'GET' ? asOf : undefined);
  if (!profile) throw notFound(request);
  return profile;
}

/** The same for its drivers. Throws the 403 of a person who may not see them. */
export function findProfileOfDrivers(call: Call): Profile {
  const profile = findProfile(call);
  if (profile.hidesDrivers)
    throw intuneRefusal(call.request, 403, 'Forbidden', 'User is not authorized to perform this operation');
  return profile;
}

/** The body of a request. Throws the 400 of one that is no JSON. */
export function parseJson(request: GraphRequest): unknown {
  try {
    return JSON.parse(request.body);
  } catch {
    throw badRequest(request, 'Unable to read JSON request payload');
  }
}

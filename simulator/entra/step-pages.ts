import type { Context } from 'hono';
import { html } from 'hono/html';
import type { Persona } from '../tenants/personas.ts';
import { appName, graphPermissions } from './client.ts';
import type { Directory } from './directory.ts';
import { answerPage, type Markup } from './page.ts';
import type { Transaction } from './transaction.ts';

type Answer = Response | Promise<Response>;

/** A form whose buttons answer one step; `key` finds the transaction again. */
function stepForm(directory: Directory, key: string, content: Markup): Markup {
  return html`<form method="post" action="/${directory.tenantId}/continue">
    <input type="hidden" name="transaction" value="${key}">
    ${content}
  </form>`;
}

const cancelButton = html`<button name="answer" value="cancel">Cancel</button>`;

/** The personas as buttons, the one that the app hinted at first. */
export function answerPersonaPage(
  c: Context,
  directory: Directory,
  transaction: Transaction,
  key: string,
): Answer {
  const { request } = transaction;
  const hinted =
    request.kind !== 'adminConsent' && request.hint !== undefined
      ? directory.findPersona(request.hint)
      : undefined;
  const others = directory.personas.filter((persona) => persona !== hinted);
  const personas = hinted === undefined ? others : [hinted, ...others];
  return answerPage(
    c,
    directory,
    'Sign in',
    html`<p>to continue to ${appName} in ${directory.tenantName}</p>
      ${stepForm(
        directory,
        key,
        html`<ul class="choices">
            ${personas.map(
              (persona) => html`<li>
                <button name="persona" value="${persona.id}">
                  <span class="name">${persona.displayName}</span>
                  <span class="detail">${directory.upnOf(persona)}</span>
                  <span class="detail">${persona.note}</span>
                </button>
              </li>`,
            )}
          </ul>
          <div class="answers">${cancelButton}</div>`,
      )}`,
  );
}

/** What the consent page says of OpenID Connect's scopes; `openid` itself goes without saying. */
const oidcPermissions = [
  { scope: 'profile', words: 'View your basic profile' },
  { scope: 'email', words: 'View your email address' },
  { scope: 'offline_access', words: 'Maintain access to data you have given it access to' },
] as const;

/** @param scopes short names of the Graph scopes to grant */
export function answerConsentPage(
  c: Context,
  directory: Directory,
  transaction: Transaction,
  persona: Persona,
  scopes: readonly string[],
  key: string,
): Answer {
  const { request } = transaction;
  const listed = [
    ...graphPermissions.filter(({ scope }) => scopes.includes(scope)),
    ...oidcPermissions.filter(({ scope }) => request.scopes.oidc.includes(scope)),
  ];
  return answerPage(
    c,
    directory,
    request.kind === 'adminConsent'
      ? 'Permissions requested: review for your organisation'
      : 'Permissions requested',
    html`<p>${directory.upnOf(persona)}</p>
      <p>${appName} would like to:</p>
      <ul>
        ${listed.map(
          ({ scope, words }) => html`<li>
            <span class="name">${words}</span>
            <span class="detail">${scope}</span>
          </li>`,
        )}
      </ul>
      ${
        request.kind === 'adminConsent'
          ? html`<p>If you accept, this app gets these permissions for everybody in ${directory.tenantName}.</p>`
          : ''
      }
      ${stepForm(
        directory,
        key,
        html`${
          request.kind !== 'adminConsent' && persona.canConsent
            ? html`<label><input type="checkbox" name="organisation" value="on"> Consent on behalf of your organisation</label>`
            : ''
        }
          <div class="answers">
            <button class="primary" name="answer" value="accept">Accept</button>
            ${cancelButton}
          </div>`,
      )}`,
  );
}

/** The simulated second factor. */
export function answerProofPage(c: Context, directory: Directory, persona: Persona, key: string): Answer {
  return answerPage(
    c,
    directory,
    'More proof needed',
    html`<p>${directory.upnOf(persona)}</p>
      <p>Your organisation needs more proof that it is you. There is no phone to pick up here: press the button instead.</p>
      ${stepForm(
        directory,
        key,
        html`<div class="answers">
          <button class="primary" name="answer" value="approve">Approve sign-in request</button>
          ${cancelButton}
        </div>`,
      )}`,
  );
}

/** A person who may not grant permissions opened the admin consent address. */
export function answerNeedsAdministratorPage(
  c: Context,
  directory: Directory,
  persona: Persona,
  key: string,
): Answer {
  return answerPage(
    c,
    directory,
    'Need admin approval',
    html`<p>${directory.upnOf(persona)}</p>
      <p>AADSTS90094: The grant requires admin permission.</p>
      <p>Only an administrator can grant permissions to ${appName} for everybody in ${directory.tenantName}.</p>
      ${stepForm(
        directory,
        key,
        html`<div class="answers">
          <button class="primary" name="answer" value="otherAccount">Use another account</button>
          ${cancelButton}
        </div>`,
      )}`,
  );
}

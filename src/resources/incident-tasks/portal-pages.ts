/** A page of a Microsoft portal where a person can go on. */
export interface PortalPage {
  /** "Open the device in Defender". */
  readonly label: string;
  readonly href: string;
}

const defender = 'https://security.microsoft.com';
const entra = 'https://entra.microsoft.com';

const guid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;
const machineId = /^[\da-f]{40}$/i;
const fileHash = /^(?:[\da-f]{40}|[\da-f]{64})$/i;

/** The page of a device, by the id of Defender for Endpoint; the list of devices where that id is none. */
export function devicePage(mdeDeviceId: string): PortalPage {
  return machineId.test(mdeDeviceId)
    ? {
        label: 'Open the device in Defender',
        href: `${defender}/machines/${mdeDeviceId.toLowerCase()}/overview`,
      }
    : { label: 'Open devices in Defender', href: `${defender}/machines` };
}

/** The page of a file, by its SHA-1 or SHA-256; the search of Defender has no address for a name. */
export function filePage(hash: string): PortalPage {
  return fileHash.test(hash)
    ? { label: 'Open the file in Defender', href: `${defender}/files/${hash.toLowerCase()}/overview` }
    : actionCenterPage;
}

/** The page of a user in Entra, by object id; the list of users where that is none. */
export function userPage(objectId: string): PortalPage {
  return guid.test(objectId)
    ? {
        label: 'Open the user in Entra',
        href: `${entra}/#view/Microsoft_AAD_UsersAndTenants/UserProfileMenuBlade/~/overview/userId/${objectId.toLowerCase()}`,
      }
    : {
        label: 'Open users in Entra',
        href: `${entra}/#view/Microsoft_AAD_UsersAndTenants/UserManagementMenuBlade/~/AllUsers`,
      };
}

export const riskyUsersPage: PortalPage = {
  label: 'Open risky users in Entra',
  href: `${entra}/#view/Microsoft_AAD_IAM/SecurityMenuBlade/~/RiskyUsers`,
};

export const explorerPage: PortalPage = {
  label: 'Open Explorer in Defender',
  href: `${defender}/threatexplorerv3`,
};

export const indicatorsPage: PortalPage = {
  label: 'Open indicators in Defender',
  href: `${defender}/securitysettings/endpoints/custom_ti_indicators`,
};

/** What runs, failed and was done, over all devices and mailboxes. */
export const actionCenterPage: PortalPage = {
  label: 'Open Action center in Defender',
  href: `${defender}/action-center/history`,
};

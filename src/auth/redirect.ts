import { broadcastResponseToMainFrame } from '@azure/msal-browser/redirect-bridge';

// The sign-in page sends people and hidden frames here; MSAL hands the answer to the page that waits for it.
// A person who came here by hand, with no answer in the address, goes to the start page.
broadcastResponseToMainFrame().catch(() => {
  location.replace('/');
});

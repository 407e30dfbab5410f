/**
 * Ends every service worker of this address. Actiondesk has none: one that is here was left by another site at this
 * address, and could answer in our place.
 */
export async function endOldServiceWorkers(): Promise<void> {
  // Absent where the page is not secure, and told so elsewhere.
  const container: ServiceWorkerContainer | undefined = navigator.serviceWorker;
  const registrations = (await container?.getRegistrations()) ?? [];
  await Promise.all(registrations.map((registration) => registration.unregister()));
}

/** Loads the page without an account, which a signed-in person does without. */
export const loadSignInPage = () => import('./sign-in-page.tsx');

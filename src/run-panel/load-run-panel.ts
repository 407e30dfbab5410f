/** Loads what shows a run. Rooms call it before anything is sent, so that the results can be shown. */
export const loadRunPanel = () => import('./run-panel.tsx');

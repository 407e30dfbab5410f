/** Loads what shows a run. Rooms call it before anything is sent, so that its outcomes can be shown by then. */
export const loadRunPanel = () => import('./run-panel.tsx');

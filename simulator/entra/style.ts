/** The stylesheet of all sign-in pages. */
export const stylePath = '/_entra/style.css';

export const style = `
:root { color-scheme: light dark; --line: #8a8886; --accent: #0f6cbd; --accent-text: #fff; --quiet: #616161; }
@media (prefers-color-scheme: dark) { :root { --accent: #62abf5; --accent-text: #111; --quiet: #adadad; } }
* { box-sizing: border-box; }
body { margin: 0; font: 16px/1.4 'Segoe UI', system-ui, sans-serif; }
main { max-width: 30rem; margin: 2vh auto; padding: 1rem 1.5rem; }
h1 { font-size: 1.5rem; line-height: 1.2; margin: 1rem 0 0.5rem; overflow-wrap: anywhere; }
p { margin: 0.5rem 0; overflow-wrap: anywhere; }
.notice { border: 1px dashed var(--line); border-radius: 4px; padding: 0.5rem 0.75rem; font-size: 0.875rem; }
ul { list-style: none; margin: 1rem 0; padding: 0; }
li { margin: 0.375rem 0; }
.name { display: block; font-weight: 600; }
.detail { display: block; color: var(--quiet); font-size: 0.875rem; line-height: 1.3; }
.choices button { width: 100%; text-align: left; }
.answers { display: flex; gap: 0.5rem; margin-top: 1rem; }
input { font: inherit; padding: 0.25rem 0.5rem; }
button { font: inherit; color: inherit; background: none; border: 1px solid var(--line); border-radius: 4px; padding: 0.375rem 1rem; cursor: pointer; }
button.primary { background: var(--accent); border-color: var(--accent); color: var(--accent-text); }
button:hover { border-color: var(--accent); text-decoration: underline; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
`;

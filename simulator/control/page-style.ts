/** The whole look of the simulator's page. */
export const pageStyle = `
:root { color-scheme: light dark; --line: color-mix(in srgb, currentColor 18%, transparent); --accent: light-dark(#8a5a00, #ffc45c); }
* { box-sizing: border-box; }
body { margin: 0; font: 15px/1.5 "Segoe UI", system-ui, sans-serif; }
header { padding: 12px 24px; border-bottom: 3px solid var(--accent); font-weight: 600; }
header a { color: inherit; text-decoration: none; }
main { max-width: 1040px; margin: 0 auto; padding: 16px 24px 64px; }
h1 { font-size: 26px; margin: 8px 0; }
h2 { font-size: 18px; margin: 32px 0 8px; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
th, td { text-align: left; padding: 6px 12px 6px 0; border-bottom: 1px solid var(--line); vertical-align: top; }
.number { text-align: right; }
code { font: 13px/1.4 ui-monospace, Consolas, monospace; overflow-wrap: anywhere; }
dl div { display: flex; flex-wrap: wrap; gap: 0 16px; padding: 4px 0; }
dt { min-width: 280px; }
dd { margin: 0; }
form { margin: 8px 0; }
.on { list-style: none; padding: 0; }
.on li { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: 8px 16px; padding: 4px 12px; border-left: 3px solid var(--accent); margin: 4px 0; }
.on form { margin: 0; }
fieldset { border: 0; margin: 0; padding: 0; }
legend { padding: 0; font-weight: 600; margin-top: 12px; }
.buttons { display: flex; flex-wrap: wrap; gap: 8px; margin: 6px 0 12px; }
button, input { font: inherit; min-height: 32px; padding: 4px 12px; border: 1px solid light-dark(#767676, #9a9a9a); border-radius: 4px; background: transparent; color: inherit; }
button { cursor: pointer; }
button:hover { border-color: var(--accent); }
.danger { border-color: light-dark(#b10e1c, #ff99a4); color: light-dark(#b10e1c, #ff99a4); }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
`;

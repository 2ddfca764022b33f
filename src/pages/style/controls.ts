/** Buttons, fields, and what holds them. */
export const controls = `
.button { display: inline-flex; align-items: center; justify-content: center; min-height: 36px; padding: 6px 14px; border: 1px solid var(--line-strong); border-radius: var(--radius-small); background: var(--paper); color: var(--ink); font-size: 14px; font-weight: 550; line-height: 1.3; text-decoration: none; cursor: pointer; }
.button:hover { background: var(--hover); }
.button.primary { border-color: transparent; background: var(--accent); color: var(--on-accent); }
.button.primary:hover { background: var(--accent-hover); }
.button:disabled { opacity: .55; cursor: default; }
.quiet { border: 0; border-radius: var(--radius-small); background: none; color: var(--ink-2); padding: 6px 10px; cursor: pointer; font-size: 14px; }
.quiet:hover { background: var(--hover); color: var(--ink); }
label, .label { font-size: 13.5px; font-weight: 550; }
.field { display: grid; gap: 4px; min-width: 0; align-content: start; }
input[type=search], input[type=text], input[type=file], select, textarea { width: 100%; min-height: 38px; padding: 7px 10px; border: 1px solid var(--line-strong); border-radius: var(--radius-small); background: var(--paper); }
textarea { display: block; resize: vertical; line-height: 1.5; }
input[type=checkbox], input[type=radio] { width: 17px; height: 17px; margin: 3px 0 0; accent-color: var(--accent); flex: none; }
.choice { display: flex; gap: 8px; align-items: flex-start; font-weight: 400; font-size: 14.5px; }
.choices { display: flex; flex-wrap: wrap; gap: 6px 18px; }
.column { display: grid; gap: 8px; }
.row { display: flex; flex-wrap: wrap; gap: 8px 12px; align-items: center; }
.filters { display: grid; grid-template-columns: repeat(auto-fill, minmax(170px, 1fr)); gap: 12px; align-items: end; }
.filters .wide { grid-column: span 2; }
details > summary { cursor: pointer; font-weight: 600; }
details[open] > summary { margin-bottom: 12px; }
.bar { position: sticky; bottom: 0; z-index: 2; display: flex; flex-wrap: wrap; gap: 8px 14px; align-items: center; margin: 0 -20px -18px; padding: 12px 20px; background: var(--paper); border-top: 1px solid var(--line); border-radius: 0 0 var(--radius) var(--radius); }
.pages { display: flex; flex-wrap: wrap; gap: 4px; align-items: center; font-size: 14px; }
.pages a, .pages [aria-current] { min-width: 34px; min-height: 34px; padding: 5px 9px; border-radius: var(--radius-small); text-align: center; text-decoration: none; font-variant-numeric: tabular-nums; }
.pages a:hover { background: var(--hover); } .pages [aria-current] { background: var(--accent); color: var(--on-accent); font-weight: 600; }
.meter { height: 6px; border-radius: 3px; background: var(--line); overflow: hidden; }
meter { width: 100%; height: 10px; }
@media (max-width: 640px) { .filters { grid-template-columns: 1fr 1fr; } .bar { margin: 0 -14px -14px; padding: 12px 14px; } }
`

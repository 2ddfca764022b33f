/** Finds, their passages, and what is decided for them. */
export const finds = `
.find { display: grid; grid-template-columns: minmax(0, 1fr); gap: 10px; padding: 18px 0; border-top: 1px solid var(--line); }
.find:first-of-type { border-top: 0; padding-top: 4px; }
.find.wrong { box-shadow: inset 3px 0 var(--danger-ink); padding-left: 14px; }
.find .title { display: flex; flex-wrap: wrap; gap: 4px 10px; align-items: baseline; }
.find .why { display: flex; flex-wrap: wrap; gap: 2px 14px; color: var(--ink-2); font-size: 13.5px; }
.for::before { content: "+ "; font-weight: 700; color: var(--accent-ink); }
.against::before { content: "− "; font-weight: 700; color: var(--danger-ink); }
.passages { display: grid; gap: 8px; }
.passage { display: grid; gap: 3px; padding: 8px 12px; border-radius: var(--radius-small); background: var(--sunken); border: 1px solid var(--line); font-weight: 400; }
.passage .what { display: flex; gap: 8px; align-items: flex-start; font-size: 13px; color: var(--ink-2); }
.passage q { quotes: none; white-space: pre-wrap; font-size: 14.5px; }
mark { background: var(--warm); color: var(--warm-ink); border-radius: 3px; padding: 0 2px; outline: 1px solid var(--warm-line); }
.gone { background: var(--ink); color: transparent; border-radius: 3px; user-select: none; }
.after { display: none; }
.passage:has(input:checked) .after { display: block; }
.passage.always .after { display: block; }
.deciding { display: grid; grid-template-columns: minmax(0, 1fr) minmax(190px, 300px); gap: 10px 24px; align-items: end; }
.file { display: grid; grid-template-columns: minmax(0, 1fr) minmax(190px, 300px); gap: 6px 24px; align-items: center; }
dl.facts { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: 4px 18px; } dl.facts dt { color: var(--ink-2); }
@media (max-width: 640px) { .deciding, .file { grid-template-columns: minmax(0, 1fr); } }
`

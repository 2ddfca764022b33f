/** The page as a whole, and its texts. */
export const layout = `
*, *::before, *::after { box-sizing: border-box; }
body { margin: 0; background: var(--canvas); color: var(--ink); font: 400 15px/1.5 var(--sans); -webkit-font-smoothing: antialiased; overflow-wrap: anywhere; }
h1, h2, h3, p, ul, ol, dl, dd, figure, fieldset { margin: 0; padding: 0; border: 0; }
h1, h2, h3 { font-weight: 650; letter-spacing: -0.012em; line-height: 1.25; text-wrap: balance; }
h1 { font-size: 24px; } h2 { font-size: 17px; } h3 { font-size: 15px; }
ul, ol { list-style: none; }
a { color: var(--accent-ink); text-underline-offset: 2px; }
button, input, select, textarea { font: inherit; color: inherit; }
:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; }
[hidden] { display: none !important; }
.hidden { position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.skip { position: absolute; left: 12px; top: -60px; z-index: 9; padding: 8px 14px; background: var(--paper); border-radius: var(--radius-small); }
.skip:focus { top: 10px; }
.top { display: flex; align-items: center; gap: 10px; padding: 12px 24px; background: var(--paper); border-bottom: 1px solid var(--line); }
.top .out { margin-left: auto; }
.mark { width: 22px; height: 22px; border-radius: 6px; background: linear-gradient(var(--on-accent), var(--on-accent)) 50% 34% / 12px 2px no-repeat, linear-gradient(var(--on-accent), var(--on-accent)) 50% 66% / 12px 4px no-repeat, var(--accent); }
.brand { font-weight: 650; letter-spacing: -0.012em; }
main { max-width: 1080px; margin: 0 auto; padding: 28px 24px 96px; display: grid; grid-template-columns: minmax(0, 1fr); gap: 20px; }
.head { display: grid; gap: 4px; }
.crumbs { display: flex; flex-wrap: wrap; gap: 4px 14px; color: var(--ink-2); font-size: 14px; }
.card { background: var(--paper); border: 1px solid var(--line); border-radius: var(--radius); box-shadow: var(--shadow); padding: 18px 20px; display: grid; grid-template-columns: minmax(0, 1fr); gap: 12px; }
details.card { display: block; }
legend { padding: 0; }
.plain { max-width: 560px; margin: 8vh auto 0; width: 100%; padding: 28px; justify-items: start; }
.muted { color: var(--ink-2); } .small { font-size: 13.5px; }
.notice { padding: 11px 15px; border-radius: var(--radius-small); border: 1px solid var(--line); }
.notice.good { background: var(--accent-soft); color: var(--accent-ink); }
.notice.bad { background: var(--danger-soft); color: var(--danger-ink); }
.notice.info { background: var(--info-soft); color: var(--info-ink); }
table { width: 100%; border-collapse: collapse; }
th { text-align: left; font-size: 13px; font-weight: 550; color: var(--ink-2); }
th, td { padding: 9px 12px 9px 0; border-bottom: 1px solid var(--line); vertical-align: top; }
tr:last-child > td { border-bottom: 0; }
td.n, th.n { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.two { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 380px), 1fr)); gap: 20px; align-items: start; }
.tag { display: inline-block; padding: 1px 9px; border-radius: 999px; font-size: 13px; font-weight: 550; background: var(--sunken); color: var(--ink-2); border: 1px solid var(--line); white-space: nowrap; }
.tag.ask { background: var(--warm); border-color: var(--warm-line); color: var(--warm-ink); }
.tag.delete { background: var(--danger-soft); border-color: transparent; color: var(--danger-ink); }
.tag.redact { background: var(--info-soft); border-color: transparent; color: var(--info-ink); }
.tag.keep { background: var(--accent-soft); border-color: transparent; color: var(--accent-ink); }
@media (max-width: 640px) {
  main { padding: 18px 12px 96px; gap: 14px; }
  .top { padding: 10px 14px; }
  .card { padding: 14px; }
  h1 { font-size: 21px; }
  table.stack thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  table.stack tr { display: grid; grid-template-columns: 1fr auto; gap: 2px 12px; padding: 10px 0; border-bottom: 1px solid var(--line); }
  table.stack td { border: 0; padding: 0; } table.stack td.wide { grid-column: 1 / -1; }
}
`

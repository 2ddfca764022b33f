import { Html, html, type Piece } from '../html.ts'

const style = new Html(`
:root{color-scheme:light dark;--ink:#1d1d25;--soft:#5c5c6b;--line:#d9d9e2;--paper:#fff;--mine:#eef2ff;--note:#fff6dd;--link:#1f3fbf}
@media(prefers-color-scheme:dark){:root{--ink:#ececf3;--soft:#a9a9b8;--line:#3a3a47;--paper:#16161c;--mine:#20264a;--note:#3a3213;--link:#9db2ff}}
*{box-sizing:border-box}body{margin:0 auto;max-width:52rem;padding:1.5rem 1rem 4rem;font:1rem/1.55 system-ui,sans-serif;color:var(--ink);background:var(--paper);overflow-wrap:anywhere}
a{color:var(--link)}h1{font-size:1.5rem;line-height:1.25}h2{font-size:1.15rem;margin-top:2rem}small,.soft{color:var(--soft)}
ul.list{list-style:none;padding:0}ul.list li{border-top:1px solid var(--line);padding:.6rem 0}
article{border:1px solid var(--line);border-radius:.6rem;padding:.7rem 1rem;margin:.8rem 0}article.you{background:var(--mine)}article.note{background:var(--note)}
article p{margin:.3rem 0 0;white-space:pre-wrap}
table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;padding:.35rem .6rem .35rem 0;border-top:1px solid var(--line)}th{width:14rem;font-weight:600}
input[type=search]{font:inherit;width:100%;padding:.6rem .8rem;border:1px solid var(--soft);border-radius:.5rem;background:var(--paper);color:var(--ink)}
:focus-visible{outline:3px solid var(--link);outline-offset:2px}
@media print{body{max-width:none;padding:0}article{break-inside:avoid}.screen{display:none}}
`)

/** A page of a bundle: whole in one file, without anything from a network. */
export const page = (language: string, title: string, inside: Piece): string =>
  `<!doctype html>\n${
    html`<html lang="${language}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data: file:; script-src 'unsafe-inline' 'self' file:; media-src 'self' file:">
<meta name="referrer" content="no-referrer"><title>${title}</title><style>${style}</style></head>
<body><main>${inside}</main></body></html>`.text
  }\n`

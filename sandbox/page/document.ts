const icon =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'%3E%3Crect width='32' height='32' rx='8' fill='%2317604f'/%3E%3Cpath d='M8 10h10M8 22h16' stroke='%23fff' stroke-width='2.4' stroke-linecap='round' opacity='.75'/%3E%3Crect x='8' y='13.4' width='16' height='5.2' rx='1.4' fill='%23fff'/%3E%3C/svg%3E"

/** The one page; everything on it is drawn by the script. */
export const document = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="color-scheme" content="light dark">
<title>Rights Desk</title>
<link rel="icon" href="${icon}">
<script src="/theme-first.js"></script>
<link rel="stylesheet" href="/main.css">
<script src="/main.js" defer></script>
</head>
<body>
<div id="page"></div>
<noscript>The local workspace is drawn by a script. Please let it run.</noscript>
</body>
</html>
`

const dark = `
  --canvas: #0c1211; --paper: #131a18; --sunken: #101615; --hover: #1f2926;
  --ink: #e7eeeb; --ink-2: #b9c6c0; --ink-3: #93a29b;
  --line: #25302c; --line-strong: #66756e;
  --accent: #7ed3b8; --accent-hover: #97dec7; --on-accent: #06211a;
  --accent-soft: #17312a; --accent-ink: #8fdcc3;
  --danger-soft: #3a1b18; --danger-ink: #f7aca5;
  --warm: #2a2313; --warm-line: #4b3e1d; --warm-ink: #ecc875;
  --info-soft: #1a2638; --info-ink: #a3c2f2;
  --focus: #86b2ff; --shadow: 0 1px 2px rgb(0 0 0 / 40%);
`

/** Colours and sizes: those of the local workspace's page, so that all of ours looks like one. */
export const tokens = `:root {
  --sans: "Inter", ui-sans-serif, system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Liberation Sans", sans-serif;
  --canvas: #eef2f0; --paper: #ffffff; --sunken: #f6f8f7; --hover: #e4eae7;
  --ink: #15211d; --ink-2: #43514b; --ink-3: #5a6862;
  --line: #dde4e0; --line-strong: #8b9993;
  --accent: #17604f; --accent-hover: #124e40; --on-accent: #ffffff;
  --accent-soft: #e2f1ec; --accent-ink: #135244;
  --danger-soft: #fcebe9; --danger-ink: #9a1f18;
  --warm: #fdf6e6; --warm-line: #eddcb3; --warm-ink: #74500a;
  --info-soft: #e8eef8; --info-ink: #2b4f86;
  --focus: #2466d1; --shadow: 0 1px 2px rgb(16 32 26 / 8%);
  --radius: 10px; --radius-small: 7px;
  color-scheme: light;
}
@media (prefers-color-scheme: dark) {
  :root { ${dark} color-scheme: dark; }
}
`

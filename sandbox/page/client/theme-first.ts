/** Loaded before anything is drawn, so that a chosen theme does not flash. */
function takeKeptTheme(): void {
  const kept = localStorage.getItem('theme')
  if (kept === 'dark' || kept === 'light') document.documentElement.dataset['theme'] = kept
}

takeKeptTheme()

// Runs before the first paint, so that a reader who chose dark never sees a white page first.
try {
  var theme = localStorage.getItem('theme')
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme
} catch {
  // No storage: the system's choice stands.
}

// Runs before the first paint, so that a reader who chose dark never sees a white page first.
try {
  var theme = localStorage.getItem('theme')
  if (theme === 'light' || theme === 'dark') {
    document.documentElement.dataset.theme = theme
    document.querySelectorAll('meta[name="theme-color"]').forEach(function (meta) {
      meta.content = theme === 'dark' ? '#0a0b0e' : '#fcfcfd'
    })
  }
} catch {
  // No storage: the system's choice stands.
}

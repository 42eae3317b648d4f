// Before anything shows: says that script runs, and puts the theme that was chosen last in its place.
(() => {
  'use strict';
  const root = document.documentElement;
  root.classList.add('js');
  try {
    const theme = localStorage.getItem('crosscheck.theme');
    if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
  } catch {
    /* no storage: the system's theme */
  }
})();

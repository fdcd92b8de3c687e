// A page that nobody looks at does not ask how far things are; it goes on when it is seen again.
document.addEventListener('htmx:beforeRequest', (event) => {
  const trigger = event.detail.elt.getAttribute('hx-trigger') ?? '';
  if (document.hidden && trigger.startsWith('every')) {
    event.preventDefault();
  }
});

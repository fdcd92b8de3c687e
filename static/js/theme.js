// Light or dark at once, without losing what stands in a form on the page; the server keeps the choice.

document.addEventListener('submit', async (event) => {
  const form = event.target;
  if (!form.matches('[data-theme-form]') || !event.submitter) {
    return;
  }
  event.preventDefault();
  const choice = event.submitter.value;
  await fetch(form.action, { method: 'POST', redirect: 'manual', body: new URLSearchParams(new FormData(form, event.submitter)) });
  document.documentElement.toggleAttribute('data-bs-theme', choice !== 'system');
  if (choice !== 'system') {
    document.documentElement.setAttribute('data-bs-theme', choice);
  }
  form.querySelectorAll('button').forEach((button) => button.setAttribute('aria-pressed', button === event.submitter));
});

// Proposes the reader's own time zone where a form asks for one and nothing stands there yet.

const field = document.querySelector('input[list="zones"]');
if (field && !field.value && !field.matches('.is-invalid')) {
  field.value = Intl.DateTimeFormat().resolvedOptions().timeZone ?? '';
}

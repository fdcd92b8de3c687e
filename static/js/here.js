// Says when the webinar takes place in the reader's own time zone, when that is another one.

const time = document.querySelector('time[data-here]');
const line = document.querySelector('.here');
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
if (time && line && zone && zone !== time.dataset.zone) {
  const language = document.documentElement.lang;
  const format = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, { dateStyle: 'full', timeStyle: 'short' });
  const when = format.formatRange(new Date(time.dateTime), new Date(time.dataset.until));
  line.textContent = `${time.dataset.text} ${when} (${zone.replaceAll('_', ' ')})`;
  line.hidden = false;
}

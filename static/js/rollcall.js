// What makes pages pleasant. Every page works without it.
import './alerts.js';
import './busy.js';
import './copy.js';
import './focus.js';
import './help.js';
import './menus.js';
import './polls.js';
import './rows.js';
import './session.js';
import './shortcuts.js';
import './theme.js';
import './zones.js';

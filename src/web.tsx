import '@fontsource-variable/inter/wght.css';
import '@fontsource-variable/jetbrains-mono/wght.css';
import '#kernel/web/styles/tokens.css';
import '#kernel/web/styles/base.css';
import groups from '#identity/groups/web/index.ts';
import onboarding from '#identity/onboarding/web/index.ts';
import preferences from '#identity/preferences/web/index.ts';
import profile_attributes from '#identity/profile-attributes/web/index.ts';
import roles from '#identity/roles/web/index.ts';
import sessions from '#identity/sessions/web/index.ts';
import status from '#identity/status/web/index.ts';
import teams from '#identity/teams/web/index.ts';
import terms from '#identity/terms/web/index.ts';
import users from '#identity/users/web/index.ts';
import { startPage } from '#kernel/web/index.ts';
import channels from '#messaging/channels/web/index.ts';
import emoji from '#messaging/emoji/web/index.ts';
import files from '#messaging/files/web/index.ts';
import notifications from '#messaging/notifications/web/index.ts';
import posts from '#messaging/posts/web/index.ts';
import priority from '#messaging/priority/web/index.ts';
import reactions from '#messaging/reactions/web/index.ts';
import reminders from '#messaging/reminders/web/index.ts';
import search from '#messaging/search/web/index.ts';
import sidebar from '#messaging/sidebar/web/index.ts';
import threads from '#messaging/threads/web/index.ts';

// The web catalogue: every feature of the page, in the order in which they fill its places.
startPage([preferences, roles, users, status, sessions, teams, groups, terms, profile_attributes, onboarding, channels, sidebar, emoji, files, reactions, posts, priority, reminders, threads, search, notifications]);

import { defineMessages } from '#kernel/web/index.ts';

export const oauth_messages = defineMessages({
  consent_title: { id: 'oauth.consent.title', defaultMessage: 'Let {app} in?' },
  consent_text: { id: 'oauth.consent.text', defaultMessage: '{app} would like to act for you here: read and write what you can read and write.' },
  signed_in_as: { id: 'oauth.consent.signed_in_as', defaultMessage: 'You are @{name}.' },
  leads_to: { id: 'oauth.consent.leads_to', defaultMessage: 'Afterwards you go back to {host}.' },
  homepage: { id: 'oauth.consent.homepage', defaultMessage: 'About this app' },
  unknown: { id: 'oauth.consent.unknown', defaultMessage: 'It has registered itself: nobody here has looked at it.' },
  allow: { id: 'oauth.consent.allow', defaultMessage: 'Let it in' },
  deny: { id: 'oauth.consent.deny', defaultMessage: 'Do not' },
  take_back: { id: 'oauth.consent.take_back', defaultMessage: 'You can take it back at any time, in Settings under Security.' },
  failed_title: { id: 'oauth.consent.failed_title', defaultMessage: 'This does not work' },
  failed_text: { id: 'oauth.consent.failed_text', defaultMessage: 'The app that sent you here is not registered on this server, or has been removed. Ask the people who run it.' },
  home: { id: 'oauth.consent.home', defaultMessage: 'Go to the start page' },
  apps: { id: 'oauth.apps.title', defaultMessage: 'Connected apps' },
  apps_text: { id: 'oauth.apps.text', defaultMessage: 'Programs that you have let in. They act for you until you end it.' },
  apps_none: { id: 'oauth.apps.none', defaultMessage: 'You have let no program in.' },
  end: { id: 'oauth.apps.end', defaultMessage: 'End' },
  end_app: { id: 'oauth.apps.end_app', defaultMessage: 'End {app}' },
  ended: { id: 'oauth.apps.ended', defaultMessage: '{app} acts for you no longer.' },
});

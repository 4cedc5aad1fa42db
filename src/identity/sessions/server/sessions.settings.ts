import { setting } from '#kernel/server/index.ts';

export const sessionLengthWeb = setting({ key: 'ServiceSettings.SessionLengthWebInHours', default: 720, min: 1, summary: 'Hours until a session of a browser ends.' });
export const sessionLengthMobile = setting({ key: 'ServiceSettings.SessionLengthMobileInHours', default: 720, min: 1, summary: 'Hours until a session of a mobile app ends.' });
export const sessionLengthSso = setting({ key: 'ServiceSettings.SessionLengthSSOInHours', default: 720, min: 1, summary: 'Hours until a session ends in which an app acts for a person.' });
export const sessionIdleTimeout = setting({ key: 'ServiceSettings.SessionIdleTimeoutInMinutes', default: 43_200, min: 0, summary: 'Minutes without activity until a session of a browser ends, where activity does not extend it; 0 = never.' });
export const extendSessions = setting({ key: 'ServiceSettings.ExtendSessionLengthWithActivity', default: true, summary: 'Sessions that are used do not end.', client: 'ExtendSessionLengthWithActivity' });
export const enableAccessTokens = setting({ key: 'ServiceSettings.EnableUserAccessTokens', default: true, summary: 'People with the right can have personal tokens.', client: 'EnableUserAccessTokens' });
export const signInWithEmail = setting({ key: 'EmailSettings.EnableSignInWithEmail', default: true, summary: 'People can log in with their address.', client: 'EnableSignInWithEmail', is_public: true });
export const signInWithUsername = setting({ key: 'EmailSettings.EnableSignInWithUsername', default: true, summary: 'People can log in with their user name.', client: 'EnableSignInWithUsername', is_public: true });
export const cookiesForSubdomains = setting({ key: 'ServiceSettings.AllowCookiesForSubdomains', default: false, summary: 'The cookies of a session are sent to the subdomains of this server too.' });
export const strictCsrf = setting({ key: 'ServiceSettings.ExperimentalStrictCSRFEnforcement', default: false, summary: 'Only the CSRF token counts, not the header of script requests.' });

export const settings = [sessionLengthWeb, sessionLengthMobile, sessionLengthSso, sessionIdleTimeout, extendSessions, enableAccessTokens, signInWithEmail, signInWithUsername, cookiesForSubdomains, strictCsrf];
